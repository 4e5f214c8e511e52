import type { ContrastQuestion } from '#lib/analysis/contrast.ts';
import type { ContrastTableQuestion } from '#lib/analysis/contrast-table.ts';
import { comparedTime } from '#lib/analysis/times.ts';
import { measures, type MeasureId } from '#lib/measures/registry.ts';
import type { Dimension, Grain } from '#lib/model/dimension.ts';
import type { Programme } from '#lib/model/programme.ts';
import type { Selection } from '#lib/model/selection.ts';
import { isGrain } from '#lib/programme/time.ts';
import { defaultChoices, readClause, writeClause } from './choices.ts';
import { earlierTime, isTimeText, readTime, writeTime } from './explain-choices.ts';

/** One side of a comparison: a time as an address says it, null until somebody chooses it, and clauses. */
export interface SideChoices {
  readonly time: string | null;
  readonly selection: Selection;
}

/** Two selections that are to be compared; of the same pupils the second has the clauses of the first. */
export interface ContrastChoices {
  /** What stands in the table, the drawn one among them. */
  readonly measures: readonly MeasureId[];
  /** What is drawn large. */
  readonly measure: MeasureId;
  readonly by: Dimension | null;
  readonly grain: Grain;
  readonly pupils: 'all' | 'same';
  readonly a: SideChoices;
  readonly b: SideChoices;
}

/** Choices read from an address, with the parts of it that mean nothing. */
export interface ContrastReading {
  readonly choices: ContrastChoices;
  readonly unknown: readonly string[];
}

const sides = ['a', 'b'] as const;

/** Which of the two sides. */
export type SideName = (typeof sides)[number];

/** The measures that are compared until others are chosen. */
const usualMeasures = [
  'M01',
  'M05',
  'M12',
  'M17',
  'M18',
  'M29',
] as const satisfies readonly MeasureId[];

/** So many measures can be compared at once. */
export const mostCompared = 12;

const everybody: SideChoices = { time: null, selection: [] };
const none = '-';

function isMeasure(text: string): text is MeasureId {
  return Object.hasOwn(measures, text);
}

function readMeasures(text: string): readonly MeasureId[] | null {
  const names = text.split(',');
  const known = [...new Set(names.filter(isMeasure))];
  return known.length === names.length && known.length <= mostCompared ? known : null;
}

/** Measures for a table with the drawn one among them: it takes the first place, or that of the last where there is no more room. */
function withDrawn(listed: readonly MeasureId[], drawn: MeasureId): readonly MeasureId[] {
  return listed.includes(drawn) ? listed : [drawn, ...listed].slice(0, mostCompared);
}

function readBy(text: string): Dimension | null | undefined {
  if (text === none) return null;
  return readClause(`only.${text}`, '["-"]')?.dimension;
}

/** Reads an address: whatever it does not say, or says wrongly, is the default. */
export function readContrastChoices(parameters: URLSearchParams): ContrastReading {
  const unknown: string[] = [];
  let listed: readonly MeasureId[] | null = null;
  let drawn: MeasureId | null = null;
  const read: { -readonly [K in keyof ContrastChoices]: ContrastChoices[K] } = {
    measures: usualMeasures,
    measure: defaultChoices.measure,
    by: defaultChoices.by,
    grain: 'term',
    pupils: 'all',
    a: everybody,
    b: everybody,
  };
  for (const [key, value] of parameters) {
    const side = sides.find((one) => key.startsWith(`${one}.`));
    const own = side ? key.slice(2) : '';
    const clause = readClause(own, value);
    const by = key === 'by' ? readBy(value) : undefined;
    const several = key === 'measures' ? readMeasures(value) : null;
    if (key === 'measure' && isMeasure(value)) drawn = value;
    else if (several) listed = several;
    else if (key === 'grain' && isGrain(value)) read.grain = value;
    else if (key === 'pupils' && (value === 'all' || value === 'same')) read.pupils = value;
    else if (by !== undefined) read.by = by;
    else if (side && own === 'time' && isTimeText(value)) {
      read[side] = { ...read[side], time: value };
    } else if (side && clause) {
      read[side] = { ...read[side], selection: [...read[side].selection, clause] };
    } else unknown.push(`${key}=${value}`);
  }
  read.measure = drawn ?? listed?.[0] ?? read.measure;
  read.measures = withDrawn(listed ?? usualMeasures, read.measure);
  return { choices: read, unknown };
}

/** Writes choices as an address that holds only what differs from the default. */
export function writeContrastChoices(choices: ContrastChoices): URLSearchParams {
  const { measure, by, grain, pupils } = choices;
  const parameters = new URLSearchParams();
  const listed = choices.measures.join();
  const isUsual = listed === withDrawn(usualMeasures, measure).join();
  if (!isUsual) parameters.set('measures', listed);
  if (measure !== (isUsual ? defaultChoices.measure : choices.measures[0])) {
    parameters.set('measure', measure);
  }
  if (by !== defaultChoices.by) parameters.set('by', by ?? none);
  if (grain !== 'term') parameters.set('grain', grain);
  if (pupils !== 'all') parameters.set('pupils', pupils);
  for (const name of sides) {
    const { time, selection } = choices[name];
    if (time !== null) parameters.set(`${name}.time`, time);
    for (const clause of selection) {
      const [key, text] = writeClause(clause);
      parameters.append(`${name}.${key}`, text);
    }
  }
  return parameters;
}

/** The times of choices that the calendar does not know, as the address says them. */
export function strangeSides(choices: ContrastChoices, programme: Programme): readonly string[] {
  return sides.flatMap((name) => {
    const { time } = choices[name];
    const isStrange = time !== null && readTime(time, choices.grain, programme) === null;
    return isStrange ? [`${name}.time=${time}`] : [];
  });
}

/** Choices with the sides changed round, at the times that they ask about; the same pupils keep their one selection. */
export function swapSides(
  choices: ContrastChoices,
  { first, second, grain, matched }: ContrastQuestion,
  programme: Programme,
): ContrastChoices {
  const { a, b } = choices;
  return {
    ...choices,
    a: {
      time: writeTime(second.time, grain, programme),
      selection: matched ? a.selection : b.selection,
    },
    b: {
      time: writeTime(first.time, grain, programme),
      selection: matched ? b.selection : a.selection,
    },
  };
}

/** The dimension by which both sides can be broken down. */
function fitBy({ measure, by }: ContrastChoices): Dimension | null {
  return by !== null && measures[measure].by.includes(by) ? by : null;
}

/** What choices ask; the last time and an earlier one where nobody chose others; null where there are no such times. */
export function contrastQuestion(
  choices: ContrastChoices,
  shown: readonly number[],
  programme: Programme,
): ContrastQuestion | null {
  const { measure, grain, a, b, pupils } = choices;
  const last = readTime(b.time, grain, programme) ?? shown.at(-1) ?? null;
  if (last === null) return null;
  const early = readTime(a.time, grain, programme) ?? earlierTime(last, grain, shown, programme);
  if (early === null) return null;
  const matched = pupils === 'same';
  return {
    measure,
    by: fitBy(choices),
    grain,
    first: { time: early, selection: a.selection },
    second: { time: last, selection: matched ? a.selection : b.selection },
    matched,
  };
}

/** What the table asks where one measure asks a question. */
export function tableQuestion(
  { measures: listed }: ContrastChoices,
  { grain, first, second, matched }: ContrastQuestion,
): ContrastTableQuestion {
  return { measures: listed, grain, first, second, matched };
}

/** The choices with other measures in the table; the drawn one stays where it is still among them. */
export function listMeasures(
  { measure }: ContrastChoices,
  listed: readonly MeasureId[],
): Pick<ContrastChoices, 'measures' | 'measure'> {
  const [first = measure] = listed;
  return { measures: listed, measure: listed.includes(measure) ? measure : first };
}

/** Side B as it is, side A the same a year before; null where the calendar has no such time. */
export function yearBefore(
  choices: ContrastChoices,
  { second, grain }: ContrastQuestion,
  programme: Programme,
): ContrastChoices | null {
  const then = comparedTime(programme, grain, 'year-ago', second.time);
  if (then === null) return null;
  const { selection } = choices.b;
  return {
    ...choices,
    a: { time: writeTime(then, grain, programme), selection },
    b: { time: writeTime(second.time, grain, programme), selection },
  };
}
