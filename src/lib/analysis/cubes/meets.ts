import type { Dimension } from '#lib/model/dimension.ts';
import type { Clause } from '#lib/model/selection.ts';
import type { MemberKey } from '../counts.ts';

const numbered: readonly Dimension[] = ['grade', 'partner'];

/** Whether a member meets a clause, as `clauseCondition` says it in SQL. */
export function meets({ dimension, values, excluded }: Clause, key: MemberKey): boolean {
  const wanted: readonly MemberKey[] = numbered.includes(dimension)
    ? values.map(Number).filter(Number.isInteger)
    : values.map(String);
  return key !== null && wanted.includes(key) ? !excluded : excluded;
}
