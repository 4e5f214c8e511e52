import type { Slice } from '#lib/analysis/slice-change.ts';
import { comparedTime, timesOf } from '#lib/analysis/times.ts';
import { measures, type MeasureId } from '#lib/measures/registry.ts';
import type { Grain } from '#lib/model/dimension.ts';
import type { Programme } from '#lib/model/programme.ts';
import type { Clause, Selection } from '#lib/model/selection.ts';
import { isGrain, readHalf, timeOf } from '#lib/programme/time.ts';
import { defaultChoices, readClause, writeClause } from './choices.ts';

/** A change that is to be taken apart; times are as an address says them, null until somebody chooses them. */
export interface ExplainChoices {
  readonly measure: MeasureId;
  readonly grain: Grain;
  readonly from: string | null;
  readonly to: string | null;
  readonly selection: Selection;
}

/** Choices read from an address, with the parts of it that mean nothing. */
export interface ExplainReading {
  readonly choices: ExplainChoices;
  readonly unknown: readonly string[];
}

/** The two times of choices as numbers; null where there is none. */
export interface ExplainTimes {
  readonly before: number | null;
  readonly after: number | null;
}

/** A time as an address says it: the id of a period, the year in which a school year begins, or that with its half: «2025-h1». */
export function writeTime(time: number, grain: Grain, { periods }: Programme): string | null {
  if (grain === 'half') {
    const { schoolYear, half } = readHalf(time);
    return `${schoolYear}-h${half}`;
  }
  return grain === 'year' ? String(time) : (periods[time]?.id ?? null);
}

/** Reads a time of an address; null where the programme's calendar has none such. */
export function readTime(text: string | null, grain: Grain, programme: Programme): number | null {
  const times = text === null ? [] : timesOf(programme, grain);
  return times.find((time) => writeTime(time, grain, programme) === text) ?? null;
}

/** Says whether a text of an address can name a time of some calendar. */
export function isTimeText(text: string): boolean {
  return /^[\w/-]{1,20}$/.test(text);
}

/** Reads an address: whatever it does not say, or says wrongly, is the default. */
export function readExplainChoices(parameters: URLSearchParams): ExplainReading {
  const unknown: string[] = [];
  const selection: Clause[] = [];
  const read: { -readonly [K in keyof ExplainChoices]: ExplainChoices[K] } = {
    measure: defaultChoices.measure,
    grain: 'term',
    from: null,
    to: null,
    selection,
  };
  for (const [key, value] of parameters) {
    const clause = readClause(key, value);
    if (key === 'measure' && Object.hasOwn(measures, value)) read.measure = value as MeasureId;
    else if (key === 'grain' && isGrain(value)) read.grain = value;
    else if ((key === 'from' || key === 'to') && isTimeText(value)) read[key] = value;
    else if (clause) selection.push(clause);
    else unknown.push(`${key}=${value}`);
  }
  return { choices: read, unknown };
}

/** Writes choices as an address that holds only what differs from the default. */
export function writeExplainChoices(choices: ExplainChoices): URLSearchParams {
  const { measure, grain, from, to, selection } = choices;
  const parameters = new URLSearchParams();
  if (measure !== defaultChoices.measure) parameters.set('measure', measure);
  if (grain !== 'term') parameters.set('grain', grain);
  if (from !== null) parameters.set('from', from);
  if (to !== null) parameters.set('to', to);
  for (const clause of selection) parameters.append(...writeClause(clause));
  return parameters;
}

/** The times of choices that the calendar does not know, as the address says them. */
export function strangeTimes(
  { grain, from, to }: ExplainChoices,
  programme: Programme,
): readonly string[] {
  return Object.entries({ from, to }).flatMap(([key, text]) =>
    text !== null && readTime(text, grain, programme) === null ? [`${key}=${text}`] : [],
  );
}

/** The times that have something to show at a grain, in order; `periods` are those of the records. */
export function shownTimes(
  periods: readonly number[],
  grain: Grain,
  programme: Programme,
): number[] {
  const shown = new Set(periods.map((period) => timeOf(programme, grain, period)));
  return timesOf(programme, grain).filter((time) => shown.has(time));
}

/** The same time a year before another where it is among those shown, else the one just before it. */
export function earlierTime(
  time: number,
  grain: Grain,
  shown: readonly number[],
  programme: Programme,
): number | null {
  const yearAgo = comparedTime(programme, grain, 'year-ago', time);
  if (yearAgo !== null && shown.includes(yearAgo)) return yearAgo;
  return shown.filter((one) => one < time).at(-1) ?? null;
}

/** Both times: the last one and an earlier one where nobody chose others. */
export function timesOfChoices(
  { grain, from, to }: ExplainChoices,
  shown: readonly number[],
  programme: Programme,
): ExplainTimes {
  const after = readTime(to, grain, programme) ?? shown.at(-1) ?? null;
  const before = readTime(from, grain, programme);
  if (before !== null || after === null) return { before, after };
  return { before: earlierTime(after, grain, shown, programme), after };
}

/** The choices that take the change of a slice since an earlier time apart; null where its member is unknown. */
export function explainSlice(
  { measure, by, members, grain, time, selection }: Slice,
  then: number,
  programme: Programme,
): ExplainChoices | null {
  const own = by.map((dimension, index): Clause | null => {
    const key = members[index] ?? null;
    return key === null ? null : { dimension, values: [key], excluded: false };
  });
  const known = own.filter((clause) => clause !== null);
  if (known.length < own.length) return null;
  return {
    measure,
    grain,
    from: writeTime(then, grain, programme),
    to: writeTime(time, grain, programme),
    selection: [...selection, ...known],
  };
}
