import { foldText } from '#lib/i18n/fold.ts';

/** When in a school year a diagnosis was made: before the work, in the middle, after it. */
export type Wave = 'pre' | 'mid' | 'post';

const forms: readonly (readonly [RegExp, Wave])[] = [
  [
    /(?<![\p{L}\d])(?:входн|вводн|первичн|стартов|начал[оае]? (?:уч[а-я.]* )?года|сентябр|до(?![а-я])|1 ?-?(?:й|ый)? (?:срез|замер)|i (?:срез|замер)|первый (?:срез|замер))|\bpre\b|baseline/u,
    'pre',
  ],
  [
    /(?<![\p{L}\d])(?:итог(?:ов|(?![а-я]))|заключит|контрольн|повторн|кон(?:ец|ца|це) (?:уч[а-я.]* )?года|(?:апрел|мая|май)(?![а-я]*\d)|после|2 ?-?(?:й|ой)? (?:срез|замер)|ii (?:срез|замер)|второй (?:срез|замер))|\bpost\b|follow-?up/u,
    'post',
  ],
  [/(?<![\p{L}\d])(?:промежут|середин[аеы] (?:уч[а-я.]* )?года|январ|декабр)|\bmid\b/u, 'mid'],
];

/** The wave that a cell, a heading or a title names; null when none or several. */
export function readWave(text: string): Wave | null {
  const folded = foldText(text);
  const found = forms.filter(([form]) => form.test(folded)).map(([, wave]) => wave);
  return found.length === 1 ? (found[0] ?? null) : null;
}
