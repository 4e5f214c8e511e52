import {
  indexDifference,
  indexMeans,
  isPresent,
  type IndexCell,
} from '#lib/measures/index-value.ts';
import type { Aggregation, Goalpost, Programme } from '#lib/model/programme.ts';
import type { AnsweredCell, Result } from './result.ts';
import { cellName } from './counts.ts';
import { comparedTime } from './times.ts';

/** What the robustness of one index is computed from: plain numbers, without a name of a pupil or a class. */
export interface IndexSample {
  readonly aggregation: Aggregation;
  readonly goalposts: readonly Goalpost[];
  /** Values of the parts in each cell that has an index; null where a part does not count. */
  readonly cells: readonly (readonly (number | null)[])[];
  /** Which cell is asked about, and with which others it is compared. */
  readonly about: number;
  readonly others: readonly number[];
}

/** A cell with which an index is compared: earlier, or a neighbour by size at the same time; null where no index of the same parts is there. */
export interface ComparedCell {
  readonly kind: 'previous' | 'year-ago' | 'rival';
  /** The time of an earlier cell, or that of both. */
  readonly time: number;
  readonly cell: AnsweredCell | null;
}

/** A sample with the cells that stand behind its `others`, in the same order; those without a cell have no place there. */
export interface SampledIndex {
  readonly sample: IndexSample;
  readonly compared: readonly ComparedCell[];
}

function valueOf({ outcome }: AnsweredCell): number {
  return outcome.kind === 'estimate' ? outcome.value : Number.NaN;
}

/** The cells next above and next below in size, of those at the same time that may be compared. */
function rivalsOf(cell: AnsweredCell, peers: readonly AnsweredCell[]): AnsweredCell[] {
  const order = [...peers].sort((a, b) => valueOf(a) - valueOf(b));
  const place = order.indexOf(cell);
  return [order[place + 1], order[place - 1]].filter((one) => one !== undefined);
}

/**
 * What the robustness of the index in one cell is computed from, and with which cells it is compared: the time before, the
 * same time a year ago, its neighbours by size; null where the cell has no index.
 */
export function sampleIndex(
  { question, cells }: Result,
  cell: AnsweredCell,
  programme: Programme,
  aggregation: Aggregation,
): SampledIndex | null {
  const asIndex = ({ parts, roll }: AnsweredCell): IndexCell => ({ parts, roll, aggregation });
  const sampled = cells.filter((one) => indexMeans(asIndex(one)));
  const about = sampled.indexOf(cell);
  if (about < 0) return null;
  const byName = new Map(sampled.map((one) => [cellName(one.time, one.members), one]));
  const pair = (other: AnsweredCell | undefined) =>
    other && indexDifference(asIndex(other), asIndex(cell)) !== null ? other : null;
  const earlier = (['previous', 'year-ago'] as const)
    .filter((kind) => kind === 'previous' || question.grain !== 'year')
    .flatMap((kind): ComparedCell[] => {
      const time = comparedTime(programme, question.grain, kind, cell.time);
      if (time === null) return [];
      return [{ kind, time, cell: pair(byName.get(cellName(time, cell.members))) }];
    });
  const peers = sampled.filter((one) => one.time === cell.time && pair(one));
  const rivals = rivalsOf(cell, peers).map((rival): ComparedCell => ({
    kind: 'rival',
    time: cell.time,
    cell: rival,
  }));
  const compared = [...earlier, ...rivals];
  return {
    compared,
    sample: {
      aggregation,
      goalposts: cell.parts.map(({ goalpost }) => goalpost),
      cells: sampled.map(({ parts }) =>
        parts.map((part) =>
          isPresent(part) && part.outcome?.kind === 'estimate' ? part.outcome.value : null,
        ),
      ),
      about,
      others: compared.flatMap(({ cell: other }) => (other ? [sampled.indexOf(other)] : [])),
    },
  };
}
