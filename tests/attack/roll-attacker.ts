import type { Solver, SolverRow } from './solver.ts';
import { defaultProgramme } from '#lib/programme/default.ts';

/** Whom a fact counts: those of a class or grade, or of everybody those who took part in a block or direction. */
export interface Counted {
  readonly deed: 'any' | 'civic' | 'block' | 'direction';
  /** Name of the class, grade, block or direction; empty for everybody. */
  readonly of: string;
}

/** What a file says of so many pupils of a term: no fewer and no more than these. */
export interface Fact extends Counted {
  readonly least: number;
  readonly most: number;
}

/** Pupils of whom the facts speak alike: a class, or what a grade has beside the classes that are looked at by themselves. */
interface Group {
  readonly name: string;
  readonly grade: string;
  readonly size: number;
}

const { blocks, directions } = defaultProgramme;
const patterns = 1 << directions.length;
const bitsOf = (isOne: (at: number) => boolean) =>
  directions.reduce((bits, _, at) => (isOne(at) ? bits | (1 << at) : bits), 0);
const civicBits = bitsOf((at) => directions[at]?.civic === true);

/** Whether somebody did nothing, something, or something civic. */
const kinds = ['nothing', 'plain', 'civic'] as const;

type Kind = (typeof kinds)[number];

/** What a pupil can have done: directions as bits, and of which kind it was. */
interface Doing {
  readonly bits: number;
  readonly kind: Kind;
}

const doings: readonly Doing[] = Array.from({ length: patterns }, (_, bits): Doing[] => {
  const civic = { bits, kind: 'civic' } as const;
  if ((bits & civicBits) !== 0) return [civic];
  const plain = { bits, kind: 'plain' } as const;
  return bits === 0 ? [{ bits, kind: 'nothing' }, plain, civic] : [plain, civic];
}).flat();

/** The directions of a block or the one of a name, as bits. */
function maskOf({ deed, of }: Counted): number {
  const block = blocks.find(({ id }) => deed === 'block' && of === `Блок ${id}`);
  const mask = bitsOf((at) =>
    block ? directions[at]?.block === block.id : directions[at]?.name.ru === of,
  );
  if (mask === 0) throw new Error(`Nobody knows «${of}»`);
  return mask;
}

const gradeOf = (name: string) => `${parseInt(name, 10)}-е классы`;

/**
 * Somebody who knows the rolls of a term and all that files say of it. Blocks and directions are told of everybody only, so
 * that how many of each group were of a kind, and how many of a kind did what, are all that can be told apart.
 */
export class RollAttacker {
  readonly #groups: readonly Group[];
  readonly #rows: readonly SolverRow[];

  /** Classes that no fact tells of one by one are looked at by themselves; of the others their sum is known. */
  constructor(rolls: ReadonlyMap<string, number>, facts: readonly Fact[]) {
    const known = new Map(
      facts.flatMap((fact) => (fact.deed === 'any' && rolls.has(fact.of) ? [[fact.of, fact]] : [])),
    );
    const grades = new Map<string, number>();
    for (const [name, size] of rolls) {
      if (known.has(name)) grades.set(gradeOf(name), (grades.get(gradeOf(name)) ?? 0) + size);
    }
    this.#groups = [
      ...[...rolls].flatMap(([name, size]) =>
        known.has(name) ? [] : [{ name, grade: gradeOf(name), size }],
      ),
      ...[...grades].map(([grade, size]) => ({ name: '', grade, size })),
    ];
    const ofClasses = [...grades.keys()].map((grade) => {
      const own = [...known].filter(([name]) => gradeOf(name) === grade);
      const sum = (end: 'least' | 'most') => own.reduce((all, [, fact]) => all + fact[end], 0);
      const columns = this.#ofGroups(
        (group) => group.name === '' && group.grade === grade,
        (kind) => kind !== 'nothing',
      );
      return rowOf(columns, sum('least'), sum('most'));
    });
    const sizes = this.#groups.map((group) =>
      rowOf(
        this.#ofGroups(
          (one) => one === group,
          () => true,
        ),
        group.size,
        group.size,
      ),
    );
    const links = kinds.map((kind): SolverRow => {
      const groups = this.#ofGroups(
        () => true,
        (one) => one === kind,
      );
      const done = this.#ofDoings((one) => one.kind === kind);
      return {
        columns: [...groups, ...done],
        weights: [...groups.map(() => 1), ...done.map(() => -1)],
        lower: 0,
        upper: 0,
      };
    });
    const told = facts
      .filter(({ deed, of }) => !(deed === 'any' && rolls.has(of)))
      .map((fact) => rowOf(this.#countedBy(fact), fact.least, fact.most));
    this.#rows = [...sizes, ...ofClasses, ...links, ...told];
  }

  /** The classes that are looked at by themselves. */
  get untold(): readonly string[] {
    return this.#groups.flatMap(({ name }) => (name === '' ? [] : [name]));
  }

  /** The least and the greatest number of pupils that could be counted for all that is known. */
  range(solver: Solver, counted: Counted): readonly [number, number] {
    const aim = new Set(this.#countedBy(counted));
    const count = this.#groups.length * kinds.length + doings.length;
    const columns = Array.from({ length: count }, (_, at) => ({
      cost: Number(aim.has(at)),
      lower: 0,
      upper: Infinity,
      whole: true,
    }));
    const [least = NaN, most = NaN] = (['least', 'greatest'] as const).map((sense) => {
      const found = solver.solve({ sense, columns, rows: this.#rows }, 60);
      if (found.kind !== 'found') throw new Error(`What the files say is ${found.kind}`);
      return Math.round(found.cost);
    });
    return [least, most];
  }

  #countedBy(counted: Counted): number[] {
    const { deed, of } = counted;
    if (deed === 'block' || deed === 'direction') {
      const mask = maskOf(counted);
      return this.#ofDoings(({ bits }) => (bits & mask) !== 0);
    }
    return this.#ofGroups(
      ({ name, grade }) => of === '' || name === of || grade === of,
      (kind) => kind === 'civic' || (deed === 'any' && kind === 'plain'),
    );
  }

  #ofGroups(isOne: (group: Group) => boolean, isOf: (kind: Kind) => boolean): number[] {
    return this.#groups.flatMap((group, at) =>
      isOne(group)
        ? kinds.flatMap((kind, number) => (isOf(kind) ? [at * kinds.length + number] : []))
        : [],
    );
  }

  #ofDoings(isOne: (doing: Doing) => boolean): number[] {
    const first = this.#groups.length * kinds.length;
    return doings.flatMap((doing, at) => (isOne(doing) ? [first + at] : []));
  }
}

function rowOf(columns: readonly number[], lower: number, upper: number): SolverRow {
  return { columns, weights: columns.map(() => 1), lower, upper };
}
