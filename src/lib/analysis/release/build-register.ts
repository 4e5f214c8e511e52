import { valueOf, type Feature } from '#lib/disclosure/feature.ts';
import type { Pupil, Register, Statement } from '#lib/disclosure/register.ts';
import type { SharedStatement } from '#lib/model/shared-release.ts';
import { groupBy } from './group-by.ts';
import type { DeedRow, ValueRow } from './rows.ts';
import { meets, unitsOfPeople, unitsOfValues, type Facts, type Unit } from './units.ts';
import {
  tellCount,
  type AtomSpec,
  type CountSpec,
  type FeatureSpec,
  type GroupSpec,
  type SaidCount,
} from './spec.ts';

/** The numbers of pupils from which counts may be said. */
export interface Thresholds {
  readonly least: number;
  readonly leastAssessed: number;
  /** How many pupils of each group there could be of whom nothing was found out. */
  readonly width: number;
}

/** A register with what its statements count. */
export interface BuiltRegister {
  readonly register: Register;
  /** How many numbers do not come out of the records of single pupils as they were counted. */
  readonly unsure: number;
  /** What each statement counts, as it is written down for later, and its true value. */
  readonly told: readonly SharedStatement[];
}

/** Weights are whole numbers: hundredths of an hour and of a point, millionths of a value. */
const parts = { one: 1, hours: 100, points: 100, value: 1e6 } as const;

type Weight = keyof typeof parts;

/** Different texts, numbered in the order in which they are met. */
class Numbers<T> {
  readonly list: T[] = [];
  readonly #numbers = new Map<string, number>();

  of(thing: T, text = JSON.stringify(thing)): number {
    const number = this.#numbers.get(text) ?? this.list.push(thing) - 1;
    this.#numbers.set(text, number);
    return number;
  }
}

function isOfAtom(atom: AtomSpec, of: string | null, row: DeedRow | ValueRow): boolean {
  if (atom.kind === 'deed') {
    return (
      of === null &&
      'period' in row &&
      atom.periods.includes(row.period) &&
      row.marks.has(atom.mark) &&
      meets(row.members, atom.only)
    );
  }
  return (
    of === atom.of &&
    'value' in row &&
    row.time === atom.time &&
    (atom.from === null || row.value >= atom.from) &&
    (atom.to === null || row.value <= atom.to)
  );
}

/** Compiles counts to a register: deeds that no count tells apart are of one kind, pupils that none tells apart of one group. */
class Compiler {
  readonly atoms = new Numbers<AtomSpec>();
  readonly wheres = new Numbers<GroupSpec>();
  readonly features = new Numbers<FeatureSpec>();
  /** The weights with which atoms are added up, by the number of the atom. */
  readonly #weights = new Map<number, Set<Weight>>();

  feature(spec: FeatureSpec): number {
    if (spec.kind === 'square') this.feature(spec.root);
    else {
      for (const atom of spec.kind === 'sum' ? [spec.of] : spec.of) {
        const number = this.atoms.of(atom);
        if (spec.kind !== 'sum') continue;
        this.#weights.set(number, (this.#weights.get(number) ?? new Set()).add(spec.weight));
      }
    }
    return this.features.of(spec);
  }

  /** The kind of each row that any count reads. */
  kinds(units: readonly Unit[]) {
    const kinds = new Numbers<{ atoms: ReadonlySet<number>; row: DeedRow | ValueRow }>();
    const atomsOf = groupBy([...this.atoms.list.entries()], ([, atom]) =>
      atom.kind === 'deed' ? null : atom.of,
    );
    const deedsOf = units.map(({ rows, of }) =>
      rows.flatMap((row) => {
        const atoms = (atomsOf.get(of) ?? []).flatMap(([number, atom]) =>
          isOfAtom(atom, of, row) ? [number] : [],
        );
        if (atoms.length === 0) return [];
        const weights = new Set(atoms.flatMap((atom) => [...(this.#weights.get(atom) ?? [])]));
        const amounts = [...weights].map((weight) => weightOf(row, weight));
        const name = JSON.stringify([of, atoms, amounts]);
        return [kinds.of({ atoms: new Set(atoms), row }, name)];
      }),
    );
    return { kinds: kinds.list, deedsOf };
  }
}

function weightOf(row: DeedRow | ValueRow, weight: Weight): number {
  if (weight === 'one') return 1;
  const amount = 'value' in row ? row.value : weight === 'value' ? 0 : row[weight];
  return Math.round(amount * parts[weight]);
}

/** A count and a sum of squares in the units of the query that counted it. */
function scaleOf(spec: FeatureSpec): number {
  if (spec.kind === 'square') return scaleOf(spec.root) ** 2;
  return spec.kind === 'sum' ? parts[spec.weight] : 1;
}

function isAsCounted(found: number, expected: number | null): boolean {
  return expected === null || Math.abs(found - expected) <= 1e-3 * Math.max(1, Math.abs(expected));
}

/** A count that an earlier snapshot told, with the value that it had. */
export interface KnownCount extends CountSpec {
  readonly value: number;
}

/** The register of the numbers of a snapshot, each with its counts, and of what is known already from earlier ones. */
export function buildRegister(
  facts: Facts,
  numbers: readonly { readonly counts: readonly SaidCount[]; readonly cost: number }[],
  known: readonly KnownCount[],
  { least, leastAssessed, width }: Thresholds,
): BuiltRegister {
  const compiler = new Compiler();
  const said = numbers.map(({ counts, cost }) =>
    counts.map((count) => ({
      ...count,
      cost,
      feature: compiler.feature(count.feature),
      about: compiler.feature(count.about),
      among: count.among && compiler.feature(count.among),
      where: compiler.wheres.of(count.where),
    })),
  );
  const former = known.map(({ feature, where, value }) => ({
    feature: compiler.feature(feature),
    where: compiler.wheres.of(where),
    value,
  }));
  const named = new Set([...compiler.wheres.list].flatMap(({ of }) => (of === null ? [] : [of])));
  const units = [
    ...unitsOfPeople(facts),
    ...[...named].flatMap((of) => unitsOfValues(of, facts.values.get(of) ?? [], width)),
  ];
  const { kinds, deedsOf } = compiler.kinds(units);
  const groups = new Numbers<readonly number[]>();
  const pupils = units.map((unit, number): Pupil => {
    const wheres = compiler.wheres.list.flatMap((spec, at) => (unit.group(spec) ? [at] : []));
    return { group: groups.of(wheres), deeds: deedsOf[number] ?? [] };
  });
  const groupsAt = compiler.wheres.list.map((_, at) =>
    groups.list.flatMap((wheres, group) => (wheres.includes(at) ? [group] : [])),
  );
  const kindsOf = (atom: AtomSpec): ReadonlySet<number> => {
    const number = compiler.atoms.of(atom);
    return new Set(kinds.flatMap(({ atoms }, kind) => (atoms.has(number) ? [kind] : [])));
  };
  const features = compiler.features.list.map((spec): Feature => {
    switch (spec.kind) {
      case 'met':
        return { ...spec, of: spec.of.map(kindsOf) };
      case 'sets':
        return { kind: 'sets', of: spec.of.map(kindsOf) };
      case 'sum': {
        const weights = [...kindsOf(spec.of)].map((kind): [number, number] => {
          const row = kinds[kind]?.row;
          return [kind, row ? weightOf(row, spec.weight) : 0];
        });
        return { kind: 'sum', weights: new Map(weights) };
      }
      case 'square':
        return { kind: 'square', root: compiler.features.of(spec.root) };
    }
  });
  const values = new FeatureSums(features, pupils);
  const statements: Statement[] = [];
  const told: SharedStatement[] = [];
  const places = new Map<string, number>();
  const place = (
    feature: number,
    where: number,
    rest: Omit<Statement, 'feature' | 'groups' | 'barred'>,
  ): number => {
    const name = `${feature} ${where}`;
    const own = places.get(name);
    if (own !== undefined) return own;
    const [spec, group] = [compiler.features.list[feature], compiler.wheres.list[where]];
    if (!spec || !group) throw new RangeError('There is no such count');
    const value = values.over(feature, groupsAt[where] ?? []) / scaleOf(spec);
    told.push({ told: tellCount({ feature: spec, where: group }, facts.programme.periods), value });
    const barred = changed.has(name) && Math.abs((changed.get(name) ?? 0) - value) < least;
    places.set(name, statements.length);
    return statements.push({ ...rest, feature, groups: groupsAt[where] ?? [], barred }) - 1;
  };
  // What an earlier snapshot told of data that have changed since holds no more, but a small difference to it tells of few.
  const changed = new Map<string, number>();
  for (const { feature, where, value } of former) {
    const [spec] = [compiler.features.list[feature]];
    const now = values.over(feature, groupsAt[where] ?? []) / (spec ? scaleOf(spec) : 1);
    if (Math.abs(now - value) > 1e-6 * Math.max(1, Math.abs(value))) {
      changed.set(`${feature} ${where}`, value);
    } else place(feature, where, { cost: Infinity, about: feature, among: null, least: 0 });
  }
  const ownNumbers = said.map((counts) =>
    counts.map(({ feature, about, among, where, assessed, cost }) => {
      const fewest = assessed ? leastAssessed : least;
      const number = place(feature, where, { cost: 0, about, among, least: fewest });
      const found = statements[number];
      if (found) statements[number] = { ...found, cost: found.cost + cost };
      return number;
    }),
  );
  const sure = said.map((counts, number) =>
    counts.every(({ expected }, at) =>
      isAsCounted(told[ownNumbers[number]?.[at] ?? -1]?.value ?? NaN, expected),
    ),
  );
  // What does not come out as it was counted cannot be audited, and is not said.
  for (const [number, own] of ownNumbers.entries()) {
    if (sure[number]) continue;
    for (const one of own) {
      const statement = statements[one];
      if (statement) statements[one] = { ...statement, barred: true };
    }
  }
  return {
    register: { pupils, features, statements, numbers: ownNumbers },
    unsure: sure.filter((one) => !one).length,
    told,
  };
}

/** Sums of features over groups, each pupil read once. */
class FeatureSums {
  readonly #features: readonly Feature[];
  readonly #byGroup: ReadonlyMap<number, readonly Pupil[]>;

  constructor(features: readonly Feature[], pupils: readonly Pupil[]) {
    this.#features = features;
    this.#byGroup = groupBy(pupils, ({ group }) => group);
  }

  over(feature: number, groups: readonly number[]): number {
    return groups.reduce(
      (sum, group) =>
        sum +
        (this.#byGroup.get(group) ?? []).reduce(
          (own, { deeds }) => own + valueOf(this.#features, feature, deeds),
          0,
        ),
      0,
    );
  }
}
