import type { Contrast, ContrastRow } from '#lib/analysis/contrast.ts';
import type { ContrastLine } from '#lib/analysis/contrast-table.ts';
import type {
  ChartInput,
  ChartPoint,
  ChartSeries,
  Mark,
  ValueFormat,
} from '#lib/charts/chart-input.ts';
import { outcomeWords, restsOn } from '#lib/charts/outcome-words.ts';
import { memberTone, type Hue } from '#lib/charts/palette.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import type { Programme } from '#lib/model/programme.ts';
import type { MeasureId } from '#lib/measures/registry.ts';
import type { Question } from '#lib/analysis/question.ts';
import type { Outcome } from '#lib/model/result.ts';
import { sayChange, sayInterval, sayTest } from './change-words.ts';
import { nameMember } from './naming.ts';
import type { ChosenCell } from './picture.ts';
import { formatOf } from './value-format.ts';

/** What a comparison is said and drawn with; `sides` are what A and B are called. */
export interface ContrastSpeech {
  readonly locale: Locale;
  readonly programme: Programme;
  readonly sides: readonly [string, string];
}

/** What a row of a comparison is called. */
export function nameRow(
  { question }: Contrast,
  { member }: ContrastRow,
  { locale, programme }: ContrastSpeech,
): string {
  if (!member || !question.by) return locale.t.contrasting.whole;
  return nameMember(question.by, member, programme, locale);
}

/** The difference of the whole as a sentence: «B − A: +3,6 п. п. [−1,2; 8,3]». */
export function sayContrast({ question, whole }: Contrast, locale: Locale): string {
  const words = locale.t.contrasting;
  const name = locale.t.measures.words[question.measure].name;
  if (!whole.change) return words.noDifference(name);
  const values = formatOf(question.measure, locale);
  return words.difference(name, sayChange(whole.change, values, locale));
}

/** What the two sides stand on to each other, and whether chance could give the difference of the whole. */
export function sayFooting({ footing, shared, whole }: Contrast, locale: Locale): string[] {
  const words = locale.t.contrasting;
  const { change } = locale.t.screens.explore;
  const said = words.footings[footing](shared, locale.format.number(shared));
  const p = whole.change?.p ?? null;
  if (footing === 'overlap' || !whole.change) return [said];
  if (p === null) return [said, change.untested];
  return [said, `${p < 0.05 ? change.stands : change.within} ${sayTest('p', p, locale)}.`];
}

/** The colours of A and B. */
export const sideHues: readonly [Hue, Hue] = ['side-a', 'side-b'];

/** One side of a row in words: its value with the interval, and what that rests on. */
export interface EndWords {
  readonly text: string;
  readonly interval: string;
  readonly n: string;
  /** Whether there are records behind it. */
  readonly hasRecords: boolean;
}

/** A row of a comparison in words. */
export interface RowWords {
  readonly ends: readonly EndWords[];
  readonly change: string;
  readonly interval: string;
  /** «p = 0,14» or «q = 0,02»; empty where nothing was tested. */
  readonly test: string;
  /** The difference is larger than chance explains. */
  readonly stands: boolean;
}

/** A value apart from the interval that follows it. */
function parted(text: string): Pick<EndWords, 'text' | 'interval'> {
  const at = text.indexOf(' [');
  return at < 0
    ? { text, interval: '' }
    : { text: text.slice(0, at), interval: text.slice(at + 1) };
}

/** How values are written where the unit stands beside the name; a sign of a unit stays with its number. */
function bareFormat(values: ValueFormat): ValueFormat {
  return values.unit === '%' ? values : { ...values, text: values.bare };
}

/** The unit that stands beside the name of a measure whose values are written without it; empty where they hold it. */
export function unitBeside(measure: MeasureId, locale: Locale): string {
  const { unit } = formatOf(measure, locale);
  return unit === '%' ? '' : unit;
}

/**
 * A row of a comparison in words, with its p value or the one that is corrected for its table; `bare` where the unit stands
 * elsewhere.
 */
export function sayRow(
  measure: MeasureId,
  { first, second, change, q }: ContrastRow,
  letter: 'p' | 'q',
  locale: Locale,
  bare = false,
): RowWords {
  const whole = formatOf(measure, locale);
  const values = bare ? bareFormat(whole) : whole;
  const subject = { name: '', values, locale };
  const p = letter === 'q' ? q : (change?.p ?? null);
  return {
    ends: [first, second].map((outcome) => ({
      ...parted(outcomeWords(subject, outcome)),
      n: restsOn(subject, outcome),
      hasRecords: outcome?.kind === 'estimate' && outcome.x !== 0,
    })),
    change: change ? values.change(change.value) : '—',
    interval: change ? sayInterval(change, values, locale) : '',
    test: sayTest(letter, p, locale),
    stands: p !== null && p < 0.05,
  };
}

/** What a table of several measures says as a whole: how many of the tested ones differ beyond chance. */
export function sayTable(lines: readonly ContrastLine[], { t, format }: Locale): string {
  const tested = lines.flatMap(({ row }) => row?.q ?? []);
  const stands = tested.filter((q) => q < 0.05).length;
  const words = t.contrasting;
  if (tested.length === 0) return words.tableUntested;
  return words.tableTitle(stands, format.number(stands), format.number(tested.length));
}

/** The question and the cell whose records lie behind one side of a row. */
export function behindSide(
  { question }: Pick<Contrast, 'question'>,
  row: Pick<ContrastRow, 'member'>,
  side: 0 | 1,
  label: string,
): { readonly question: Question; readonly cell: ChosenCell } {
  const { measure, grain, by } = question;
  const { time, selection } = side === 0 ? question.first : question.second;
  const divided = row.member && by ? [by] : [];
  return {
    question: { measure, by: divided, grain, times: 'all', selection, compare: 'none' },
    cell: { by: divided, members: row.member ? [row.member.key] : [], time, label },
  };
}

/** The row and the side that a mark of the picture stands for; null where there is none. */
export function markedSide(
  { rows, whole }: Contrast,
  { series }: Mark,
): { readonly row: ContrastRow; readonly side: 0 | 1 } | null {
  const row = (rows.length > 0 ? rows : [whole])[Math.floor(series / 2)];
  return row ? { row, side: series % 2 === 0 ? 0 : 1 } : null;
}

function toPoint(outcome: Outcome | null): ChartPoint {
  return {
    time: 0,
    outcome: outcome ?? { kind: 'absent', reason: 'no-records', n: null },
    before: null,
    change: null,
    stands: false,
    q: null,
    detectable: null,
    matched: false,
  };
}

/** Both sides of every member as bars on one scale. */
export function toContrastInput(contrast: Contrast, speech: ContrastSpeech): ChartInput {
  const { locale, sides } = speech;
  const { rows, whole, question } = contrast;
  const shown = rows.length > 0 ? rows : [whole];
  const name = locale.t.contrasting.periods(...sides);
  return {
    name: locale.t.measures.words[question.measure].name,
    values: formatOf(question.measure, locale),
    locale,
    series: shown.flatMap((row, index) => {
      const label = nameRow(contrast, row, speech);
      const id = JSON.stringify(row.member?.key ?? null);
      return [row.first, row.second].map((outcome, side): ChartSeries => {
        const own = side === 0 ? 'A' : 'B';
        return {
          id: `${id} ${own}`,
          label: `${label} · ${own}`,
          group: null,
          tone: { hue: sideHues[side] ?? 'neutral', step: 0 },
          points: [toPoint(outcome)],
          within: { id, label, tone: memberTone('neutral', index), own },
        };
      });
    }),
    periods: [{ time: 0, label: '', group: null, name }],
    compared: null,
    compareYears: false,
  };
}
