import type { Dimension } from '#lib/model/dimension.ts';
import type { Programme } from '#lib/model/programme.ts';
import { periodsOf, timeOf } from '#lib/programme/time.ts';
import type { MemberKey } from '../counts.ts';
import { groupBy } from './group-by.ts';
import type { DeedRow, PersonRow, ValueRow } from './rows.ts';
import type { Condition, GroupSpec } from './spec.ts';

/** Everything that is known of pupils, row by row. */
export interface Facts {
  readonly programme: Programme;
  readonly deeds: readonly DeedRow[];
  readonly rolls: { readonly term: readonly PersonRow[]; readonly year: readonly PersonRow[] };
  /** Values of pupils and forms by the names of the values. */
  readonly values: ReadonlyMap<string, readonly ValueRow[]>;
}

/** Whether members of dimensions meet conditions. */
export function meets(
  members: ReadonlyMap<Dimension, MemberKey>,
  only: readonly Condition[],
): boolean {
  return only.every(
    ({ dimension, keys, excluded }) => keys.includes(members.get(dimension) ?? null) !== excluded,
  );
}

/** A person, or a value on its own: what can be asked of its group, and what it did. */
export interface Unit {
  readonly group: (spec: GroupSpec) => boolean;
  readonly rows: readonly (DeedRow | ValueRow)[];
  /** Name of the values; null for a person with deeds. */
  readonly of: string | null;
}

/** The roll of a length of time by person and time. */
function byPerson(rows: readonly PersonRow[]): Map<number, Map<number, PersonRow['members']>> {
  const found = new Map<number, Map<number, PersonRow['members']>>();
  for (const { person, time, members } of rows) {
    const own = found.get(person) ?? new Map<number, PersonRow['members']>();
    found.set(person, own.set(time, members));
  }
  return found;
}

/** Everybody who is on a roll or did anything. */
export function unitsOfPeople({ deeds, rolls, programme }: Facts): Unit[] {
  const rollOf = { term: byPerson(rolls.term), year: byPerson(rolls.year) };
  const own = groupBy(deeds, ({ person }) => person);
  const halves = new Map(
    programme.periods.flatMap((_, period) => {
      const half = timeOf(programme, 'half', period);
      return half === null ? [] : [[half, periodsOf(programme, 'half', half)] as const];
    }),
  );
  const people = new Set([...rollOf.term.keys(), ...rollOf.year.keys(), ...own.keys()]);
  return [...people].map((person): Unit => {
    const rows = own.get(person) ?? [];
    const listedAt = ({ grain, time, span }: Pick<GroupSpec, 'grain' | 'time' | 'span'>) => {
      if (!span && grain !== 'half') return rollOf[grain].get(person)?.get(time);
      const at = (span ?? halves.get(time))?.findLast((period) =>
        rollOf.term.get(person)?.has(period),
      );
      return at === undefined ? undefined : rollOf.term.get(person)?.get(at);
    };
    const statedAt = ({ grain, time, span }: GroupSpec) =>
      rows.find(({ period }) =>
        span ? span.includes(period) : timeOf(programme, grain, period) === time,
      )?.stated;
    return {
      of: null,
      rows,
      group(spec) {
        if (spec.of !== null) return false;
        const listed = listedAt(spec);
        const members = listed ?? (spec.listed ? undefined : statedAt(spec));
        const { alsoListed, grain } = spec;
        const isAlso =
          alsoListed === null || listedAt({ grain, time: alsoListed, span: null }) !== undefined;
        return members !== undefined && isAlso && meets(members, spec.only);
      },
    };
  });
}

/** Values one by one and, in each group of them, as many pupils of whom nothing was found out as the rules could ask for. */
export function unitsOfValues(of: string, rows: readonly ValueRow[], width: number): Unit[] {
  const unit = ({ time, members }: Omit<ValueRow, 'value'>, own: readonly ValueRow[]): Unit => ({
    of,
    rows: own,
    group: (spec) => spec.of === of && spec.time === time && meets(members, spec.only),
  });
  const groups = new Map(
    rows.map((row) => [JSON.stringify([row.time, ...row.members.values()]), row]),
  );
  return [
    ...rows.map((row) => unit(row, [row])),
    ...[...groups.values()].flatMap((row) => Array.from({ length: width }, () => unit(row, []))),
  ];
}
