import type { ChartInput, ChartPeriod, ChartPoint, ChartSeries } from '#lib/charts/chart-input.ts';
import { blockHue, type Hue, type Tone } from '#lib/charts/palette.ts';
import type { SandboxAnswer, SandboxColumn } from '#lib/engine/sandbox.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import type { Outcome } from '#lib/model/result.ts';
import type { PictureChoice, PictureKind } from './console-look.ts';
import { isSequence } from './console-choosing.ts';
import { kindOf, showValue } from './console-values.ts';

/** So much of an answer is drawn. */
const mostDrawn = { steps: 120, lines: 12, bars: 200 } as const;

/** Why a choice of columns makes no picture: several rows are for one place, or there is no number at all. */
export type NoPicture = 'repeated' | 'no-numbers';

/** An answer as a picture, with what is left out of it. */
export interface AnswerPicture {
  readonly type: PictureKind;
  readonly input: ChartInput;
  /** How many steps or bars and how many series there are, and how many are drawn. */
  readonly steps: { readonly all: number; readonly shown: number };
  readonly series: { readonly all: number; readonly shown: number };
}

type Value = SandboxColumn['values'][number] | undefined;

/** The column with a name. */
export function columnOf({ columns }: SandboxAnswer, name: string): SandboxColumn | null {
  return columns.find((column) => column.name === name) ?? null;
}

/** The different values of some columns in their order, and which of them each row has. */
interface Places {
  readonly keys: readonly (readonly Value[])[];
  readonly codes: Int32Array;
}

function placesOf(columns: readonly SandboxColumn[], length: number): Places {
  const keys: Value[][] = [];
  const known = new Map<string, number>();
  const codes = Int32Array.from({ length }, (_, row) => {
    const key = columns.map(({ values }) => values[row]);
    const name = JSON.stringify(key);
    const number = known.get(name) ?? keys.push(key) - 1;
    known.set(name, number);
    return number;
  });
  return { keys, codes };
}

function compareKeys(a: readonly Value[], b: readonly Value[], locale: Locale): number {
  for (const [index, one] of a.entries()) {
    const other = b[index];
    if (one === other) continue;
    // What is not known stands last.
    if (one === null || one === undefined) return 1;
    if (other === null || other === undefined) return -1;
    if (typeof one === 'number' && typeof other === 'number') return one - other;
    return locale.format.compare(String(one), String(other));
  }
  return 0;
}

/** A step of the axis as it is written: terms under their school year, months and days under their year. */
function periodOf(
  key: readonly Value[],
  columns: readonly SandboxColumn[],
  time: number,
  isMonthly: boolean,
  locale: Locale,
): ChartPeriod {
  const texts = columns.map(({ type }, index) => showValue(key[index], kindOf(type), locale));
  const [first = '', second] = texts;
  const value = key[0];
  if (second !== undefined) {
    const term = key[1];
    const label = typeof term === 'number' && term < 20 ? locale.format.roman(term) : second;
    return { time, label, group: first, name: `${label} ${first}` };
  }
  if (kindOf(columns[0]?.type ?? '') === 'date' && typeof value === 'string') {
    const [year = '', month = '', day = ''] = value.split('-');
    const label = isMonthly ? month : `${day}.${month}`;
    return { time, label, group: year, name: isMonthly ? `${month}.${year}` : first };
  }
  return { time, label: first, group: null, name: first };
}

function decimalsOf(values: readonly number[]): number {
  const some = values.slice(0, 200);
  const fits = [0, 1, 2].find((places) =>
    some.every((value) => Math.abs(value * 10 ** places - Math.round(value * 10 ** places)) < 1e-6),
  );
  return fits ?? 3;
}

const hues: readonly Hue[] = ['block-1', 'block-2', 'block-3', 'neutral'];
const blocks: readonly Value[] = ['I', 'II', 'III'];

/** Blocks have their own colours; other series take turns. */
function toneOf(column: string | null, value: Value, index: number, count: number): Tone {
  const block = column === 'block' ? blocks.indexOf(value) : -1;
  if (block >= 0) return { hue: blockHue(block), step: 0 };
  if (count === 1) return { hue: 'neutral', step: 0 };
  const steps = [0, 1, 2, 3] as const;
  return { hue: hues[index % 4] ?? 'neutral', step: steps[Math.floor(index / 4) % 4] ?? 0 };
}

function outcomeOf(value: number | undefined): Outcome {
  if (value === undefined) return { kind: 'absent', reason: 'no-records', n: null };
  return { kind: 'estimate', value, x: null, n: null, lower: null, upper: null };
}

function pointOf(time: number, value: number | undefined): ChartPoint {
  const outcome = outcomeOf(value);
  const bare = { before: null, change: null, stands: false, q: null, detectable: null };
  return { time, outcome, ...bare, matched: false };
}

/** What is drawn of an answer: the numbers by step and series. */
interface Table {
  readonly steps: Places;
  readonly series: Places;
  readonly at: (step: number, series: number) => number | undefined;
  readonly numbers: readonly number[];
}

function tableOf(answer: SandboxAnswer, choice: PictureChoice): Table | NoPicture {
  const { length } = answer;
  const columns = choice.x.flatMap((name) => columnOf(answer, name) ?? []);
  const by = choice.by === null ? null : columnOf(answer, choice.by);
  const steps = placesOf(columns, length);
  const series = placesOf(by ? [by] : [], length);
  const values = columnOf(answer, choice.y)?.values;
  const found = new Map<number, number>();
  const seen = new Set<number>();
  for (let row = 0; row < length; row += 1) {
    const place = (steps.codes[row] ?? 0) * series.keys.length + (series.codes[row] ?? 0);
    if (seen.has(place)) return 'repeated';
    seen.add(place);
    const value = values?.[row];
    if (typeof value === 'number' && Number.isFinite(value)) found.set(place, value);
  }
  if (found.size === 0) return 'no-numbers';
  const at = (step: number, one: number) => found.get(step * series.keys.length + one);
  return { steps, series, at, numbers: [...found.values()] };
}

const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

/** An answer drawn by the chosen columns, or why it cannot be. */
export function toAnswerPicture(
  answer: SandboxAnswer,
  choice: PictureChoice,
  locale: Locale,
): AnswerPicture | NoPicture {
  const table = tableOf(answer, choice);
  if (typeof table === 'string') return table;
  const { steps, series, at, numbers } = table;
  const { format } = locale;
  const places = decimalsOf(numbers);
  const input = {
    name: choice.y,
    values: {
      unit: '',
      text: (value: number) => format.number(value, places),
      bare: (value: number) => format.number(value, places),
      tick: (value: number) => format.number(value, Math.max(1, places), false),
      change: (value: number) => format.signed(value, places),
    },
    locale,
    compared: null,
    compareYears: false,
  } as const;
  const columns = choice.x.flatMap((name) => columnOf(answer, name) ?? []);
  const byColumn = choice.by === null ? null : columnOf(answer, choice.by);
  const seriesName = (one: number): string =>
    byColumn ? showValue(series.keys[one]?.[0], kindOf(byColumn.type), locale) : choice.y;
  const stepName = (step: number): string =>
    columns
      .map(({ type }, index) => showValue(steps.keys[step]?.[index], kindOf(type), locale))
      .join(' · ');
  const byOrder = (list: Places) =>
    range(list.keys.length).sort((a, b) =>
      compareKeys(list.keys[a] ?? [], list.keys[b] ?? [], locale),
    );
  const all = { steps: steps.keys.length, series: series.keys.length };

  if (choice.kind === 'bars') {
    const largest = (step: number) =>
      Math.max(...range(all.series).map((one) => at(step, one) ?? -Infinity));
    const bars = isSequence(answer, choice.x)
      ? byOrder(steps)
      : range(all.steps).sort((a, b) => largest(b) - largest(a));
    const shown = bars.slice(0, Math.max(1, Math.floor(mostDrawn.bars / all.series)));
    const inner = byOrder(series).slice(0, mostDrawn.lines);
    return {
      type: 'bars',
      input: {
        ...input,
        series: shown.flatMap((step, index): ChartSeries[] => {
          const label = stepName(step);
          const tone = toneOf(choice.x[0] ?? null, steps.keys[step]?.[0], index, 1);
          if (!byColumn) {
            const points = [pointOf(0, at(step, 0))];
            return [{ id: String(step), label, group: null, tone, points }];
          }
          return inner.map((one, place) => ({
            id: `${step} ${one}`,
            label: `${label} · ${seriesName(one)}`,
            group: null,
            tone: toneOf(choice.by, series.keys[one]?.[0], place, inner.length),
            points: [pointOf(0, at(step, one))],
            within: { id: String(step), label, tone, own: seriesName(one) },
          }));
        }),
        periods: [{ time: 0, label: '', group: null, name: choice.x.join(' · ') }],
      },
      steps: { all: all.steps, shown: shown.length },
      series: { all: all.series, shown: inner.length },
    };
  }

  const ordered = byOrder(steps).slice(-mostDrawn.steps);
  const isMonthly = ordered.every((step) => String(steps.keys[step]?.[0]).endsWith('-01'));
  const lines = byOrder(series).slice(0, mostDrawn.lines);
  return {
    type: choice.kind,
    input: {
      ...input,
      series: lines.map((one, index) => ({
        id: String(one),
        label: seriesName(one),
        group: null,
        tone: toneOf(choice.by, series.keys[one]?.[0], index, lines.length),
        points: ordered.map((step, time) => pointOf(time, at(step, one))),
      })),
      periods: ordered.map((step, time) =>
        periodOf(steps.keys[step] ?? [], columns, time, isMonthly, locale),
      ),
    },
    steps: { all: all.steps, shown: ordered.length },
    series: { all: all.series, shown: lines.length },
  };
}
