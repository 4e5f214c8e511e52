import type { Outcome } from '#lib/model/result.ts';
import { hatchOf } from './absence.ts';
import type { Subject } from './chart-input.ts';
import { figureCell, textOf, type TableCell, type TableColumn } from './table-behind.ts';

/** How many an outcome rests on: «448 из 1 107», «n = 862» or nothing; of what is withheld that is not told either. */
export function restsOn(input: Subject, outcome: Outcome | null): string {
  const { t, format } = input.locale;
  if (!outcome || outcome.n === null || hatchOf(outcome) === 'withheld') return '';
  return outcome.kind === 'estimate' && outcome.x !== null
    ? t.charts.of(format.number(outcome.x), format.number(outcome.n))
    : t.charts.nIs(format.number(outcome.n));
}

/** The interval of an outcome without its unit: «[37,6; 43,4]», or nothing. */
function intervalOf(input: Subject, outcome: Outcome): string {
  return textOf(intervalCell(input, outcome.kind === 'estimate' ? outcome : null));
}

/** An outcome in words: «40,5 % [37,6; 43,4]» or the reason why there is no number. */
export function outcomeWords(input: Subject, outcome: Outcome | null): string {
  const { t } = input.locale;
  if (!outcome) return t.charts.noData;
  if (outcome.kind === 'absent') return t.charts.absence[outcome.reason];
  return [input.values.text(outcome.value), intervalOf(input, outcome)].filter(Boolean).join(' ');
}

/** A corrected p value: «q = 0,03»; written with a third decimal where two would not show on which side of 0.05 it lies. */
export function qWords(
  { locale: { t, format } }: Pick<Subject, 'locale'>,
  q: number | null,
): string {
  if (q === null) return '';
  if (q < 0.001) return t.charts.qBelow(format.number(0.001, 3));
  const nearBound = Math.abs(q - 0.05) < 0.005;
  return t.charts.qIs(format.number(q, q < 0.00995 || nearBound ? 3 : 2));
}

const mostDecimals = 4;

/** A value as a number in the unit in which it is written. */
export function inUnit({ values }: Subject, value: number): number {
  return Number((value * (values.scale ?? 1)).toFixed(mostDecimals));
}

/** A cell that shows one value without its unit. */
export function valueCell(input: Subject, value: number): TableCell {
  return figureCell(input.values.bare(value), inUnit(input, value));
}

/** A cell that shows a number of things. */
export function countCell({ locale }: Subject, count: number): TableCell {
  return figureCell(locale.format.number(count), count);
}

/** A column of intervals, whose ends are two numbers. */
export function intervalColumn({ locale: { t } }: Subject, head: string): TableColumn {
  return { head, figure: true, parts: [t.saving.lower(head), t.saving.upper(head)] };
}

/** A cell that shows an interval without its unit, or nothing. */
export function intervalCell(
  input: Subject,
  ends: { readonly lower: number | null; readonly upper: number | null } | null,
): TableCell {
  if (!ends || ends.lower === null || ends.upper === null) return '';
  const { values, locale } = input;
  const text = locale.t.charts.interval(values.bare(ends.lower), values.bare(ends.upper));
  return figureCell(text, inUnit(input, ends.lower), inUnit(input, ends.upper));
}

/** A column of what outcomes rest on: so many of so many. */
export function restsOnColumn({ locale: { t } }: Subject, head: string): TableColumn {
  return { head, figure: true, parts: [`${t.charts.columns.x}, ${head}`, head] };
}

/** A cell that shows how many an outcome rests on, or nothing. */
export function restsOnCell(input: Subject, outcome: Outcome | null): TableCell {
  const x = outcome?.kind === 'estimate' ? outcome.x : null;
  // Without its words the cell is empty, and so are its numbers.
  return figureCell(restsOn(input, outcome), x, outcome?.n ?? null);
}
