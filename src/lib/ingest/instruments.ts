import { foldText } from '#lib/i18n/fold.ts';

const forms: readonly (readonly [RegExp, string])[] = [
  [/торренс|torrance/, 'torrance'],
  [/джонсон|туник|johnson/, 'johnson'],
  [/вильямс|уильямс|williams/, 'williams'],
  [/филлипс|phillips/, 'phillips'],
  [/капустин/, 'kapustin'],
  [/шилов[аой]/, 'shilova'],
  [/(?<![\p{L}])сан(?![\p{L}])/u, 'san'],
  [/гражданск|идентичност|сопричастн|принадлежн|патриот|civic|belonging/, 'civic'],
  [
    /благополуч|самочувств|комфорт|психоэмоц|психологическ[а-я]* климат|тревожн|настроени|wellbeing|well-being|anxiety/,
    'wellbeing',
  ],
];

/** Id of the instrument that a text names («тест Торренса» → «torrance»), or null. */
export function findInstrument(text: string): string | null {
  const folded = foldText(text);
  return forms.find(([form]) => form.test(folded))?.[1] ?? null;
}

/** The version that a text names: «версия 2», «форма А», «вариант Б»; null when it names none. */
export function findVersion(text: string): string | null {
  const found =
    /(верси[яи]|форма|вариант|редакция|version|form)\s*[:№#]?\s*([\dIVXАБВABC][\d.]*)(?![\p{L}\d])/iu.exec(
      text,
    );
  if (!found) return null;
  const word = (found[1] ?? '').toLowerCase();
  return `${word === 'версии' ? 'версия' : word} ${(found[2] ?? '').toUpperCase()}`;
}
