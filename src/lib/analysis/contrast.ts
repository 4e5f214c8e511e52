import type { Engine } from '#lib/engine/engine.ts';
import { hasCohort, type Measure } from '#lib/measures/measure.ts';
import { measures, type MeasureId } from '#lib/measures/registry.ts';
import type { Dimension, Grain } from '#lib/model/dimension.ts';
import type { Programme } from '#lib/model/programme.ts';
import type { Change, Outcome } from '#lib/model/result.ts';
import { benjaminiHochberg } from '#lib/statistics/benjamini-hochberg.ts';
import { compareCounts } from './change.ts';
import { askPairs } from './cohort.ts';
import { askShared, type Group } from './contrast-shared.ts';
import { cellName, type MemberKey } from './counts.ts';
import { askOutcomes, type AskedOutcomes } from './explain-outcomes.ts';
import { orderMembers, partnerNames, type Member } from './members.ts';

/** Two selections at their times, and what is compared in them. */
export interface ContrastQuestion {
  readonly measure: MeasureId;
  readonly by: Dimension | null;
  readonly grain: Grain;
  readonly first: Group;
  readonly second: Group;
  /** Only the pupils who were there at both times; both selections are then the first one's. */
  readonly matched: boolean;
}

/**
 * What two sides stand on to each other: the same pupils at two times, no pupil in common, everybody of one selection at
 * two times, or pupils in common that no test allows for.
 */
export type Footing = 'matched' | 'apart' | 'times' | 'overlap';

/** One member, or the whole where it is null, on both sides, with second minus first. */
export interface ContrastRow {
  readonly member: Member | null;
  readonly first: Outcome | null;
  readonly second: Outcome | null;
  readonly change: Change | null;
  /** The p value corrected for all members beside it. */
  readonly q: number | null;
}

/** Two selections compared. */
export interface Contrast {
  readonly question: ContrastQuestion;
  readonly footing: Footing;
  /** Pupils on the rolls of both sides. */
  readonly shared: number;
  readonly whole: ContrastRow;
  readonly rows: readonly ContrastRow[];
}

/** Whether the same pupils can be followed from one side to the other. */
export function isMatchable({
  measure,
  first,
  second,
}: Pick<ContrastQuestion, 'measure' | 'first' | 'second'>): boolean {
  return hasCohort(measures[measure]) && first.time !== second.time && hasSameWords(first, second);
}

/** Whether two selections say the same, in whatever order. */
export function hasSameWords(first: Group, second: Group): boolean {
  const words = ({ selection }: Group) =>
    selection
      .map(({ dimension, values, excluded }) =>
        JSON.stringify([dimension, [...values].map(String).sort(), excluded]),
      )
      .sort()
      .join();
  return words(first) === words(second);
}

/** What the sides of a question stand on to each other, of whom so many are on both. */
export function footingOf(
  { measure, first, second, matched }: Omit<ContrastQuestion, 'by' | 'grain'>,
  shared: number,
): Footing {
  if (matched) return 'matched';
  const { by }: Measure = measures[measure];
  const isOfPupils = by.includes('class') || by.includes('grade');
  if (first.time !== second.time && hasSameWords(first, second)) return 'times';
  return isOfPupils && shared === 0 ? 'apart' : 'overlap';
}

/** What both sides come to. */
export interface AskedSides {
  readonly first: AskedOutcomes;
  readonly second: AskedOutcomes;
}

/** By how much an index differs between two times of one selection; those of two selections may rest on other parts. */
function indexChange(
  { first, second }: AskedSides,
  before: number,
  after: number,
  members: readonly MemberKey[],
): Change | null {
  const names = [cellName(before, members), cellName(after, members)] as const;
  const hasBoth = first === second && names.every((name) => first.cells.has(name));
  return hasBoth ? first.change(...names) : null;
}

/** One row: a member, or the whole without one; its difference is tested only where that is allowed. */
export function rowOf(
  { measure: id, first, second }: Pick<ContrastQuestion, 'measure' | 'first' | 'second'>,
  asked: AskedSides,
  member: Member | null,
  isTested: boolean,
): ContrastRow {
  const measure: Measure = measures[id];
  const members = member ? [member.key] : [];
  const outcomeAt = (outcomes: AskedOutcomes, time: number) => {
    const name = cellName(time, members);
    return outcomes.cells.has(name) ? outcomes.outcome(name).outcome : null;
  };
  const ends = {
    first: outcomeAt(asked.first, first.time),
    second: outcomeAt(asked.second, second.time),
  };
  const sides = [asked.first.side(first.time, members), asked.second.side(second.time, members)];
  const [before, after] = sides;
  const found =
    measure.kind === 'composite'
      ? indexChange(asked, first.time, second.time, members)
      : before && after
        ? compareCounts(measure, before, after)
        : null;
  const untested = found && { ...found, lower: null, upper: null, p: null, detectable: null };
  return { member, ...ends, change: isTested ? found : untested, q: null };
}

/** The rows with the q values of all of them together. */
export function correctRows(rows: readonly ContrastRow[]): ContrastRow[] {
  const tested = rows.filter(({ change }) => change !== null && change.p !== null);
  const adjusted = benjaminiHochberg(tested.map(({ change }) => change?.p ?? 1));
  return rows.map((row) => ({ ...row, q: adjusted[tested.indexOf(row)] ?? null }));
}

/** The whole and the rows of the same pupils, from the earlier side to the later one, turned where the first is the later. */
export async function askMatched(
  engine: Engine,
  { measure, by, grain, first, second }: ContrastQuestion,
  programme: Programme,
  signal?: AbortSignal,
): Promise<Pick<Contrast, 'whole' | 'rows'>> {
  const isTurned = first.time > second.time;
  const [before, after] = isTurned ? [second.time, first.time] : [first.time, second.time];
  const answer = async (dimensions: readonly Dimension[]) => {
    const question = {
      measure,
      by: dimensions,
      grain,
      times: 'all',
      selection: first.selection,
      compare: 'none',
    } as const;
    return askPairs(engine, question, [{ before, after }], programme, signal);
  };
  const turn = (change: Change): Change => ({
    ...change,
    value: 0 - change.value,
    lower: change.upper === null ? null : 0 - change.upper,
    upper: change.lower === null ? null : 0 - change.lower,
  });
  const whole = await answer([]);
  const parts = by ? await answer([by]) : null;
  const toRow = (cell: (typeof whole.cells)[number] | undefined, member: Member | null) => {
    const [then, now] = [cell?.before ?? null, cell?.outcome ?? null];
    const change = cell?.change ?? null;
    return {
      member,
      first: isTurned ? now : then,
      second: isTurned ? then : now,
      change: change && isTurned ? turn(change) : change,
      q: null,
    };
  };
  const members = parts?.members[0] ?? [];
  return {
    whole: toRow(whole.cells[0], null),
    rows: members.map((member) =>
      toRow(
        parts?.cells.find(({ members: [key] }) => key === member.key),
        member,
      ),
    ),
  };
}

/**
 * Compares a measure in two selections, second minus first: paired for the same pupils, as independent groups where no
 * pupil is on both sides or one selection is looked at twice, and without a test where pupils are on both sides in
 * another way; null where a side cannot be asked so. Rejects as `askMeasures` does.
 */
export async function askContrast(
  engine: Engine,
  question: ContrastQuestion,
  programme: Programme,
  signal?: AbortSignal,
): Promise<Contrast | null> {
  const { measure, by, grain, first, second } = question;
  const shared = await askShared(engine, [first, second], grain, programme, signal);
  const footing = footingOf(question, shared);
  if (footing === 'matched') {
    const { whole, rows } = await askMatched(engine, question, programme, signal);
    return { question, footing, shared, whole, rows: correctRows(rows) };
  }
  const tested = footing !== 'overlap';
  const sidesBy = async (dimensions: readonly Dimension[]): Promise<AskedSides | null> => {
    const ask = ({ selection }: Group) =>
      askOutcomes(engine, { measure, by: dimensions, grain, selection, tested }, programme, signal);
    const one = await ask(first);
    const other = hasSameWords(first, second) ? one : await ask(second);
    return one && other ? { first: one, second: other } : null;
  };
  const everybody = await sidesBy([]);
  if (!everybody) return null;
  const whole = rowOf(question, everybody, null, tested);
  const parts = by ? await sidesBy([by]) : null;
  if (!by || !parts) return { question, footing, shared, whole, rows: [] };
  const keysAt = ({ cells }: AskedOutcomes, time: number): MemberKey[] =>
    [...cells.values()].flatMap((cell) => (cell.time === time ? [cell.members[0] ?? null] : []));
  const partners = by === 'partner' ? await engine.ask(partnerNames, signal) : null;
  const keys = [...keysAt(parts.first, first.time), ...keysAt(parts.second, second.time)];
  const rows = orderMembers(by, keys, programme, partners)
    .map((member) => rowOf(question, parts, member, tested))
    .filter((row) => [row.first, row.second].some((end) => end?.kind === 'estimate'));
  return { question, footing, shared, whole, rows: correctRows(rows) };
}
