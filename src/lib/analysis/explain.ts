import type { Engine } from '#lib/engine/engine.ts';
import type { Measure } from '#lib/measures/measure.ts';
import { measures, type MeasureId } from '#lib/measures/registry.ts';
import type { Dimension, Grain } from '#lib/model/dimension.ts';
import type { Programme } from '#lib/model/programme.ts';
import type { Change, Outcome } from '#lib/model/result.ts';
import type { Selection } from '#lib/model/selection.ts';
import type { IntervalEstimate } from '#lib/statistics/interval.ts';
import { cellName, type MemberKey } from './counts.ts';
import { askDecomposition, splittingDimensions } from './decomposition.ts';
import { askOutcomes, type AskedOutcomes } from './explain-outcomes.ts';
import { Recounts } from './explain-recounts.ts';
import { correctParts, countTested, rankParts, splitParts, type Part } from './explain-parts.ts';
import { orderMembers, partnerNames, type Member } from './members.ts';

/** Which change is taken apart, and by which dimensions. */
export interface ExplainQuestion {
  readonly measure: MeasureId;
  readonly grain: Grain;
  readonly before: number;
  readonly after: number;
  readonly selection: Selection;
  readonly over: readonly Dimension[];
}

/**
 * How a dimension takes a change apart: «split» into rates and mix of groups of pupils, «sums» of amounts, or «overlap»,
 * counted anew without each member, where what is found does not add up.
 */
export type ExplainWay = 'split' | 'sums' | 'overlap';

/** A change taken apart by one dimension; the parts stand from the largest to the smallest. */
export interface ExplainedDimension {
  readonly over: Dimension;
  readonly way: ExplainWay;
  readonly parts: readonly Part[];
  /** All rates and all shares together; null where it is not split so. */
  readonly rate: IntervalEstimate | null;
  readonly mix: IntervalEstimate | null;
  /** What of the change the parts leave over; null where they overlap. */
  readonly rest: number | null;
  /** Members that were not counted anew, since their own change is smaller. */
  readonly left: number;
  /** The groups moved against the total. */
  readonly isReversed: boolean;
}

/** A change with everything that it was taken apart by. */
export interface Explanation {
  readonly question: ExplainQuestion;
  readonly before: Outcome | null;
  readonly after: Outcome | null;
  /** Null where a time has no number or something else was measured with. */
  readonly change: Change | null;
  readonly dimensions: readonly ExplainedDimension[];
  /** How many parts were looked at, and how many of them were tested. */
  readonly looked: number;
  readonly tested: number;
}

/** So many members of a dimension are counted anew; those with the largest own changes. */
const mostRecounted = 12;

/** The dimensions that can still take a change apart: those that the selection does not hold to one member. */
export function explainingDimensions(
  id: MeasureId,
  selection: Selection,
  offered: readonly Dimension[],
): Dimension[] {
  const measure: Measure = measures[id];
  if (measure.kind === 'composite') return [];
  const held = new Set<Dimension>(
    selection
      .filter(({ values, excluded }) => !excluded && values.length === 1)
      .map(({ dimension }) => dimension),
  );
  if (held.has('class')) held.add('grade');
  if (held.has('direction')) held.add('block');
  return offered.filter((dimension) => measure.by.includes(dimension) && !held.has(dimension));
}

/** How a dimension takes the change of a measure apart. */
export function explainWay(id: MeasureId, over: Dimension): ExplainWay {
  const measure: Measure = measures[id];
  if (splittingDimensions(id).includes(over)) return 'split';
  return measure.kind === 'count' && measure.merging === 'sums' ? 'sums' : 'overlap';
}

/** The own numbers of the members of a dimension at both times. */
interface Own {
  readonly member: Member;
  readonly before: Outcome | null;
  readonly after: Outcome | null;
  readonly change: Change | null;
}

/** A question with what answers it. */
interface Asking {
  readonly engine: Engine;
  readonly programme: Programme;
  readonly question: ExplainQuestion;
  readonly signal: AbortSignal | undefined;
  readonly recounts: Recounts;
}

function ask(
  { engine, programme, question, signal }: Asking,
  by: readonly Dimension[],
  tested: boolean,
): Promise<AskedOutcomes | null> {
  const { measure, grain, selection } = question;
  return askOutcomes(engine, { measure, by, grain, selection, tested }, programme, signal);
}

function changeAt(
  outcomes: AskedOutcomes,
  { before, after }: ExplainQuestion,
  members: readonly MemberKey[],
): Omit<Own, 'member'> {
  const [first, last] = [cellName(before, members), cellName(after, members)];
  const has = (name: string) => outcomes.cells.has(name);
  return {
    before: has(first) ? outcomes.outcome(first).outcome : null,
    after: has(last) ? outcomes.outcome(last).outcome : null,
    change: has(first) && has(last) ? outcomes.change(first, last) : null,
  };
}

async function ownOf(asking: Asking, over: Dimension, outcomes: AskedOutcomes): Promise<Own[]> {
  const { engine, programme, question, signal } = asking;
  const partners = over === 'partner' ? await engine.ask(partnerNames, signal) : null;
  const keys = [...outcomes.cells.values()]
    .filter(({ time }) => time === question.before || time === question.after)
    .map(({ members }) => members[0] ?? null);
  return orderMembers(over, keys, programme, partners).map((member) => ({
    member,
    ...changeAt(outcomes, question, [member.key]),
  }));
}

const nothing = { rate: null, mix: null, rest: null, left: 0, isReversed: false };

async function split(asking: Asking, over: Dimension, total: Change) {
  const { engine, programme, question, signal } = asking;
  const outcomes = await ask(asking, [over], true);
  const found = await askDecomposition(engine, { ...question, over }, programme, signal);
  if (!found || !outcomes || found.groups.length < 2) return null;
  const { groups, rate, mix, isReversed } = found;
  const parts = splitParts(
    groups,
    ({ key }) => changeAt(outcomes, question, [key]).change,
    ({ key }) => outcomes.side(question.after, [key])?.effect ?? 1,
  );
  const rest = total.value - rate.value - mix.value;
  return { ...nothing, over, way: 'split', parts, rate, mix, rest, isReversed } as const;
}

/** The value of an amount at one time: a member without a cell has nothing there. */
function amount(outcome: Outcome | null): number {
  return outcome?.kind === 'estimate' ? outcome.value : 0;
}

async function sums(asking: Asking, over: Dimension, total: Change) {
  const outcomes = await ask(asking, [over], false);
  if (!outcomes) return null;
  const parts = (await ownOf(asking, over, outcomes))
    .map(({ member, before, after, change }): Part => {
      const value = amount(after) - amount(before);
      return { member, effect: 'sum', value, ...open, before, after, own: change, q: null };
    })
    .filter((part) => amount(part.before) !== 0 || amount(part.after) !== 0);
  if (parts.length < 2) return null;
  const rest = total.value - parts.reduce((sum, { value }) => sum + value, 0);
  return { ...nothing, over, way: 'sums', parts, rest } as const;
}

const open = { lower: null, upper: null };

async function overlap(asking: Asking, over: Dimension, total: Change) {
  const outcomes = await ask(asking, [over], true);
  if (!outcomes) return null;
  const size = ({ change, before, after }: Own) =>
    Math.abs(change?.value ?? amount(after) - amount(before));
  const own = (await ownOf(asking, over, outcomes)).filter(
    ({ member, before, after }) =>
      member.key !== null && (before?.kind === 'estimate' || after?.kind === 'estimate'),
  );
  if (own.length < 2) return null;
  const chosen = [...own].sort((a, b) => size(b) - size(a)).slice(0, mostRecounted);
  const keys = chosen.flatMap(({ member }) => member.key ?? []);
  const rests = await asking.recounts.without(asking.question, over, keys, asking.signal);
  const parts = chosen.flatMap(({ member, before, after, change }): Part[] => {
    const rest = rests.get(member.key) ?? null;
    if (rest === null) return [];
    const value = total.value - rest;
    return [{ member, effect: 'without', value, ...open, before, after, own: change, q: null }];
  });
  return { ...nothing, over, way: 'overlap', parts, left: own.length - parts.length } as const;
}

/**
 * Takes the change of a measure between two times apart by each dimension: rates and mix for groups of pupils, sums for
 * amounts, and a count without each member for what overlaps; `onstep` hears how many dimensions are done. q values are
 * corrected for everything that is looked at. Rejects as `askMeasures` does.
 */
export async function askExplanation(
  engine: Engine,
  question: ExplainQuestion,
  programme: Programme,
  signal?: AbortSignal,
  onstep?: (done: number) => void,
): Promise<Explanation> {
  const recounts = new Recounts(engine, programme);
  const asking: Asking = { engine, programme, question, signal, recounts };
  const whole = await ask(asking, [], true);
  const { before, after, change } = whole
    ? changeAt(whole, question, [])
    : { before: null, after: null, change: null };
  const found: ExplainedDimension[] = [];
  const ways = { split, sums, overlap };
  for (const [index, over] of (change ? question.over : []).entries()) {
    onstep?.(index);
    const one = change && (await ways[explainWay(question.measure, over)](asking, over, change));
    if (one && one.parts.length > 0) found.push(one);
  }
  const corrected = correctParts(found.map(({ parts }) => parts));
  return {
    question,
    before,
    after,
    change,
    dimensions: found.map((one, index) => ({ ...one, parts: rankParts(corrected[index] ?? []) })),
    looked: corrected.flat().length,
    tested: countTested(corrected.flat()),
  };
}
