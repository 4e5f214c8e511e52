import type { Dimension } from '#lib/model/dimension.ts';
import type { Clause } from '#lib/model/selection.ts';
import fc from 'fast-check';

/** Members that occur in small schools, by dimension. */
const members: Readonly<Record<Dimension, readonly (string | number)[]>> = {
  block: ['I', 'II'],
  direction: ['science', 'letters', 'moral'],
  partner: [0, 1, 2],
  level: ['school', 'regional'],
  grade: [5, 6, 7],
  class: ['5А', '6Б', '7А'],
  sex: ['f', 'm'],
  origin: ['I', 'II', '-'],
  destination: ['I', 'II', '-'],
  own1: ['кружок', 'секция'],
  own2: ['секция'],
  own3: ['кружок'],
  own4: ['кружок'],
};

/** A condition on one of some dimensions of a small school. */
export function anyClause(among: readonly Dimension[]): fc.Arbitrary<Clause> {
  return fc.constantFrom(...among).chain((dimension) =>
    fc.record({
      dimension: fc.constant(dimension),
      values: fc.subarray([...members[dimension]], { minLength: 1 }),
      excluded: fc.boolean(),
    }),
  );
}
