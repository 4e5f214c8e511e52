import type { Engine } from '#lib/engine/engine.ts';
import type { Mean, Measure, Proportion, Slice } from '#lib/measures/measure.ts';
import { judge } from '#lib/measures/outcome.ts';
import { measuresQuery } from '#lib/measures/query.ts';
import { measures, type MeasureId } from '#lib/measures/registry.ts';
import { eventDimensions, type Dimension, type Grain } from '#lib/model/dimension.ts';
import type { Programme } from '#lib/model/programme.ts';
import type { Estimate } from '#lib/model/result.ts';
import type { Selection } from '#lib/model/selection.ts';
import type { IntervalEstimate } from '#lib/statistics/interval.ts';
import { kitagawa, type KitagawaContribution } from '#lib/statistics/kitagawa.ts';
import { combineEstimates, type EstimateTerm } from '#lib/statistics/combine-estimates.ts';
import { detectSimpson } from '#lib/statistics/simpson.ts';
import { classesQuery, hasClasses, readDesignEffects } from './design-effects.ts';
import { readCounts, type CountedCell, type MemberKey } from './counts.ts';
import { orderMembers, type Member } from './members.ts';

/** Which change is to be split, and over the groups of which dimension of pupils. */
export interface DecompositionQuestion {
  readonly measure: MeasureId;
  readonly over: Dimension;
  readonly grain: Grain;
  readonly before: number;
  readonly after: number;
  readonly selection: Selection;
}

/** One group at both times and what it added to the change; null where it was not there. */
export interface DecomposedGroup extends KitagawaContribution {
  readonly member: Member;
  readonly before: Estimate | null;
  readonly after: Estimate | null;
}

/** A change of a rate split into what the groups' own rates did and what their sizes did; the two add up to the change. */
export interface Decomposition {
  readonly before: Estimate;
  readonly after: Estimate;
  readonly rate: IntervalEstimate;
  readonly mix: IntervalEstimate;
  readonly groups: readonly DecomposedGroup[];
  /** The groups moved against the total: the total must not be read as their change. */
  readonly isReversed: boolean;
}

/** Dimensions of pupils over which a measure's change can be split: its groups are disjoint and together the whole. */
export function splittingDimensions(id: MeasureId): Dimension[] {
  const measure: Measure = measures[id];
  if (measure.kind !== 'proportion' && measure.kind !== 'mean') return [];
  return measure.by.filter((dimension) => !eventDimensions.includes(dimension));
}

/**
 * Splits the change of a share or a mean between two times over the groups of a dimension of pupils, after Kitagawa; the
 * intervals of the two effects are widened by the design effect of the whole;
 * null where a time has no number, a part of it is not comparable (another instrument) or the measure is not to be split.
 */
export async function askDecomposition(
  engine: Engine,
  question: DecompositionQuestion,
  programme: Programme,
  signal?: AbortSignal,
): Promise<Decomposition | null> {
  const { measure: id, over, grain, selection } = question;
  const measure: Measure = measures[id];
  if (!splittingDimensions(id).includes(over)) return null;
  if (measure.kind !== 'proportion' && measure.kind !== 'mean') return null;
  const slice = { grain, selection, programme, score: null };
  const cellsBy = async (by: readonly Dimension[]) => {
    const sql = String(measuresQuery({ [id]: measure }, { ...slice, by }));
    return [
      ...(readCounts(await engine.ask(sql, signal), by)
        .get(id)
        ?.values() ?? []),
    ];
  };
  const [whole, parts, effect] = await Promise.all([
    cellsBy([]),
    cellsBy([over]),
    askEffect(engine, id, measure, { ...slice, by: [] }, signal),
  ]);
  const found = decompose(question, measure, programme, whole, parts);
  const wider = Math.sqrt(effect);
  return found && { ...found, rate: stretch(found.rate, wider), mix: stretch(found.mix, wider) };
}

/** How many times less the whole says because classes take part together. */
async function askEffect(
  engine: Engine,
  id: MeasureId,
  measure: Proportion | Mean,
  slice: Slice,
  signal?: AbortSignal,
): Promise<number> {
  if (!hasClasses(measure)) return 1;
  const asked = { [id]: measure };
  const answer = await engine.ask(String(classesQuery(asked, slice)), signal);
  return readDesignEffects(answer, asked, []).effect(id, []);
}

/** The same estimate with its arms so many times as long. */
function stretch({ value, lower, upper }: IntervalEstimate, times: number): IntervalEstimate {
  return { value, lower: value - (value - lower) * times, upper: value + (upper - value) * times };
}

function decompose(
  { over, before, after }: DecompositionQuestion,
  measure: Proportion | Mean,
  programme: Programme,
  whole: readonly CountedCell[],
  parts: readonly CountedCell[],
): Decomposition | null {
  const [first, last] = [before, after].map((time) => whole.find((cell) => cell.time === time));
  if (!first || !last || first.counts.line !== last.counts.line) return null;
  const [from, to] = [estimate(measure, first), estimate(measure, last)];
  if (!from || !to) return null;
  const cells = parts.filter(({ time }) => time === before || time === after);
  const keys = cells.map(({ members }) => members[0] ?? null);
  const at = (time: number, key: MemberKey) => {
    const cell = cells.find((one) => one.time === time && (one.members[0] ?? null) === key);
    return cell ? estimate({ ...measure, minimum: 0 }, cell) : null;
  };
  const groups = orderMembers(over, keys, programme, null)
    .map((member) => ({ member, before: at(before, member.key), after: at(after, member.key) }))
    .filter((group) => group.before !== null || group.after !== null);
  const sizes = groups.map((group) => ({ w1: group.before?.n ?? 0, w2: group.after?.n ?? 0 }));
  const effects = kitagawa(
    groups.map((group, index) => ({
      w1: sizes[index]?.w1 ?? 0,
      w2: sizes[index]?.w2 ?? 0,
      r1: group.before?.value ?? null,
      r2: group.after?.value ?? null,
    })),
  );
  if (!effects) return null;
  const n1 = sizes.reduce((sum, { w1 }) => sum + w1, 0);
  const n2 = sizes.reduce((sum, { w2 }) => sum + w2, 0);
  const rate = combineEstimates(groups.flatMap((group) => rateTerms(group, n1, n2)));
  const mix = combineEstimates(groups.flatMap((group) => mixTerms(group, n1, n2)));
  const simpson = detectSimpson(
    groups.map((group) => ({ before: group.before, after: group.after })),
  );
  return {
    before: from,
    after: to,
    rate: { ...(rate ?? { lower: effects.rate, upper: effects.rate }), value: effects.rate },
    mix: { ...(mix ?? { lower: effects.mix, upper: effects.mix }), value: effects.mix },
    groups: groups.flatMap((group, index) => {
      const contribution = effects.contributions[index];
      return contribution ? [{ ...group, ...contribution }] : [];
    }),
    isReversed: simpson,
  };
}

function estimate(measure: Proportion | Mean, { counts }: CountedCell): Estimate | null {
  const outcome = judge(measure, counts);
  return outcome.kind === 'estimate' ? outcome : null;
}

type Ends = Pick<DecomposedGroup, 'before' | 'after'>;

function term(of: Estimate, coefficient: number): EstimateTerm {
  const { value, lower, upper } = of;
  return { value, lower: lower ?? value, upper: upper ?? value, coefficient };
}

function rateTerms({ before, after }: Ends, n1: number, n2: number): EstimateTerm[] {
  if (!before || !after) return [];
  const weight = ((before.n ?? 0) / n1 + (after.n ?? 0) / n2) / 2;
  return [term(before, -weight), term(after, weight)];
}

function mixTerms({ before, after }: Ends, n1: number, n2: number): EstimateTerm[] {
  const shift = (after?.n ?? 0) / n2 - (before?.n ?? 0) / n1;
  const present = [before, after].filter((end) => end !== null);
  return present.map((end) => term(end, shift / present.length));
}
