import type { Engine } from '#lib/engine/engine.ts';
import type { MeasureId } from '#lib/measures/registry.ts';
import type { Dimension, Grain } from '#lib/model/dimension.ts';
import type { Programme } from '#lib/model/programme.ts';
import type { Change } from '#lib/model/result.ts';
import type { Clause, Selection } from '#lib/model/selection.ts';
import { askMeasures } from './answer.ts';
import { askCohort, isFollowable } from './cohort.ts';
import { correctChanges } from './corrected.ts';
import type { MemberKey } from './counts.ts';
import { askDecomposition, splittingDimensions, type Decomposition } from './decomposition.ts';
import type { Member } from './members.ts';
import type { Comparison, Question } from './question.ts';
import type { AnsweredCell, Result } from './result.ts';
import { comparedTime } from './times.ts';
import { seriesTrend, type SeriesTrend } from './trend.ts';

/** One series of a picture at one time, or everybody where nothing is broken down. */
export interface Slice {
  readonly measure: MeasureId;
  readonly by: readonly Dimension[];
  readonly members: readonly MemberKey[];
  readonly grain: Grain;
  readonly time: number;
  readonly selection: Selection;
  /** The times whose changes are shown together with this one and share its correction. */
  readonly shown: readonly number[];
  /** Over which dimension the change is rather split. */
  readonly over: Dimension | null;
}

/** A group that moved beyond error where the total did not, or against it. */
export interface HiddenMove {
  readonly member: Member;
  readonly change: Change;
}

/** A change split over groups, with the groups that its total hides. */
export interface SplitChange extends Decomposition {
  readonly over: Dimension;
  readonly then: number;
  readonly hidden: readonly HiddenMove[];
}

/** The change of a slice from one earlier time. */
export interface ComparedSlice {
  readonly compare: Exclude<Comparison, 'none'>;
  /** The earlier time; null where the calendar has none. */
  readonly then: number | null;
  /** All pupils at either time; null where the slice has no cell. */
  readonly all: AnsweredCell | null;
  /** The change's p value corrected for the `family` of changes that are shown together. */
  readonly q: number | null;
  readonly family: number;
  /** The same pupils at both times; null where the measure does not follow them or nobody was there twice. */
  readonly same: AnsweredCell | null;
  readonly split: SplitChange | null;
}

/** Everything that is said of the change of a slice. */
export interface SliceChange {
  readonly slice: Slice;
  readonly isFollowed: boolean;
  readonly yearAgo: ComparedSlice;
  /** Null where it would say the same as a year ago. */
  readonly previous: ComparedSlice | null;
  readonly trend: SeriesTrend;
}

/** A smaller group says nothing of its own. */
const smallestGroup = 10;

/** The dimension over which a slice's change is split: the wanted one, or the first that the slice itself does not fix; a class is of one grade. */
function splitOver({ measure, by, selection, over }: Slice): Dimension | null {
  const fixed = new Set<Dimension>([...by, ...selection.map(({ dimension }) => dimension)]);
  if (fixed.has('class')) fixed.add('grade');
  const open = splittingDimensions(measure).filter((dimension) => !fixed.has(dimension));
  const order: Dimension[] = ['grade', 'class', 'sex'];
  return (
    [over, ...order].find((one): one is Dimension => one !== null && open.includes(one)) ??
    open[0] ??
    null
  );
}

/** The selection of a slice as one of everybody: null where a member is unknown. */
function innerSelection({ by, members, selection }: Slice): Selection | null {
  const own = by.map((dimension, index): Clause | null => {
    const key = members[index] ?? null;
    return key === null ? null : { dimension, values: [key], excluded: false };
  });
  const known = own.filter((clause) => clause !== null);
  return known.length < own.length ? null : [...selection, ...known];
}

function cellAt({ cells }: Result, { time, members }: Slice): AnsweredCell | null {
  return (
    cells.find(
      (cell) =>
        cell.time === time && cell.members.every((key, index) => key === (members[index] ?? null)),
    ) ?? null
  );
}

/** Groups whose own change stands while the total's does not, or goes the other way; all that go against a reversed total. */
function hiddenMoves(
  split: Decomposition,
  groups: Result,
  time: number,
  total: Change | null,
): HiddenMove[] {
  const cells = groups.cells.filter((cell) => cell.time === time && cell.members[0] !== null);
  const corrected = correctChanges(cells);
  const direction = Math.sign(total?.value ?? split.after.value - split.before.value);
  const totalStands = (total?.p ?? 1) < 0.05;
  return cells.flatMap((cell) => {
    const { change, outcome, before } = cell;
    const member = groups.members[0]?.find(({ key }) => key === cell.members[0]);
    if (!change || !member) return [];
    const stands = (corrected.get(cell) ?? 1) < 0.05;
    const isAgainst = Math.sign(change.value) * direction < 0;
    const isLarge = Math.min(outcome.n ?? 0, before?.n ?? 0) >= smallestGroup;
    const isHidden = stands && (isAgainst || !totalStands);
    return isHidden || (split.isReversed && isAgainst && isLarge) ? [{ member, change }] : [];
  });
}

/**
 * Asks how a slice changed since the time before and since the same time a year ago: all pupils, the same pupils, what the
 * change consists of, and the trend of its series. Rejects as `askMeasures` does.
 */
export async function askSliceChange(
  engine: Engine,
  slice: Slice,
  programme: Programme,
  signal?: AbortSignal,
): Promise<SliceChange> {
  const { measure, by, grain, selection, time } = slice;
  const over = splitOver(slice);
  const inner = innerSelection(slice);
  const asked = (
    compare: Comparison,
    named: readonly Dimension[],
    chosen: Selection,
  ): Question => ({
    measure,
    by: named,
    grain,
    times: 'all',
    selection: chosen,
    compare,
  });
  const kinds = grain === 'year' ? (['year-ago'] as const) : (['year-ago', 'previous'] as const);
  const own = kinds.map((compare) => asked(compare, by, selection));
  const grouped = over && inner ? kinds.map((compare) => asked(compare, [over], inner)) : [];
  const [answers, ...cohorts] = await Promise.all([
    askMeasures(engine, [...own, ...grouped], programme, signal),
    ...own.map((question) => askCohort(engine, question, programme, signal)),
  ]);
  const compared: ComparedSlice[] = [];
  // One after another: the second split rests on the counts of the first.
  for (const [index, compare] of kinds.entries()) {
    const then = comparedTime(programme, grain, compare, time);
    const result = answers[index];
    const all = result ? cellAt(result, slice) : null;
    const family = (result?.cells ?? []).filter((cell) => slice.shown.includes(cell.time));
    const corrected = correctChanges(family);
    const q = all ? (corrected.get(all) ?? all.change?.p ?? null) : null;
    const cohort = cohorts[index];
    const groups = answers[kinds.length + index];
    const before = all?.before?.kind === 'estimate' ? then : null;
    const question =
      over && inner && before !== null
        ? { measure, over, grain, before, after: time, selection: inner }
        : null;
    const split = question && (await askDecomposition(engine, question, programme, signal));
    compared.push({
      compare,
      then,
      all,
      q,
      family: corrected.size,
      same: cohort ? cellAt(cohort, slice) : null,
      split:
        split && split.groups.length > 1 && question && groups
          ? {
              ...split,
              over: question.over,
              then: question.before,
              hidden: hiddenMoves(split, groups, time, all?.change ?? null),
            }
          : null,
    });
  }
  const [yearAgo, previous] = compared;
  const [series, question] = [answers[0], own[0]];
  if (!yearAgo || !series || !question) throw new Error('An answer is missing');
  const cells = series.cells.filter((cell) =>
    cell.members.every((key, index) => key === (slice.members[index] ?? null)),
  );
  return {
    slice,
    isFollowed: isFollowable(question),
    yearAgo,
    previous: previous ?? null,
    trend: seriesTrend(cells, time, grain, programme),
  };
}
