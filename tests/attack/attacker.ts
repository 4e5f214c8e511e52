import type { Solver } from './solver.ts';
import { smallProgramme } from '../engine/small-school.ts';
import { classes, directions } from './attacked-school.ts';

/** A row of a published table: so many of so many, or nothing where it is withheld. */
export interface PublishedRow {
  readonly label: string;
  /** «I триместр 2024/25», a school year, or a direction or block where the table has columns of them. */
  readonly column: string;
  readonly x: number | null;
}

/** A table that the attacker knows how to read. */
export interface PublishedTable {
  readonly measure: 'reach' | 'many-blocks';
  readonly by: 'class' | 'sex' | 'direction' | 'class-direction' | 'class-block';
  /** Terms of which it speaks together. */
  readonly terms: readonly number[];
  readonly rows: readonly PublishedRow[];
}

interface Unknown {
  readonly class: string;
  readonly sex: 'f' | 'm';
  /** One bit a direction and term. */
  readonly bits: number;
}

const sexes = ['f', 'm'] as const;
const names = smallProgramme.directions.map(({ name }) => name.ru);
const blocks = smallProgramme.blocks.map(({ id }) => id);
const sexNames = { f: 'девочки', m: 'мальчики' } as const;

/** The directions that a label names: one, those of a block, or all. */
function directionsOf(name: string): readonly number[] {
  const one = names.indexOf(name);
  if (one >= 0) return [one];
  const block = blocks.find((id) => name === `Блок ${id}`);
  return directions.flatMap((_, at) =>
    block === undefined || smallProgramme.directions[at]?.block === block ? [at] : [],
  );
}

/** Everybody who could be anybody: the attacker knows the rolls and nothing else. */
export class Attacker {
  readonly #unknowns: Unknown[];

  constructor(terms: number) {
    const patterns = [...Array(1 << (terms * directions.length)).keys()];
    this.#unknowns = classes.flatMap(([name]) =>
      sexes.flatMap((sex) => patterns.map((bits) => ({ class: name, sex, bits }))),
    );
  }

  /** Whether somebody is in the group that a row speaks of. */
  isOf({ by }: PublishedTable, { label }: PublishedRow, one: Omit<Unknown, 'bits'>): boolean {
    const [head = ''] = label.split(' · ');
    if (by === 'direction') return true;
    return by === 'sex' ? sexNames[one.sex] === head : one.class === head;
  }

  /** Whether somebody with such deeds is counted by a row. */
  meets({ measure, by, terms }: PublishedTable, { label, column }: PublishedRow) {
    const [head = '', tail = column] = label.split(' · ');
    const wanted = by === 'direction' ? head : by === 'class' || by === 'sex' ? '' : tail;
    const kinds = directionsOf(wanted);
    const did = (bits: number, of: readonly number[]) =>
      terms.some((term) => of.some((one) => (bits >> (term * directions.length + one)) % 2 === 1));
    return ({ bits }: Pick<Unknown, 'bits'>): boolean =>
      measure === 'reach'
        ? did(bits, kinds)
        : blocks.filter((id) => did(bits, directionsOf(`Блок ${id}`))).length > 1;
  }

  /** The unknowns that a row counts. */
  #counted(table: PublishedTable, row: PublishedRow): Set<number> {
    const isMet = this.meets(table, row);
    return new Set(
      this.#unknowns.flatMap((one, at) => (this.isOf(table, row, one) && isMet(one) ? [at] : [])),
    );
  }

  /** The least and the greatest number of pupils that a row can count for all that the tables say. */
  range(
    solver: Solver,
    tables: readonly PublishedTable[],
    table: PublishedTable,
    row: PublishedRow,
  ): readonly [number, number] {
    const aim = this.#counted(table, row);
    const group = (name: string, sex: string) =>
      this.#unknowns.flatMap((one, at) => (one.class === name && one.sex === sex ? [at] : []));
    const exactly = (columns: readonly number[], count: number) => ({
      columns,
      weights: columns.map(() => 1),
      lower: count,
      upper: count,
    });
    const rows = [
      ...classes.flatMap(([name, size]) => [
        exactly(group(name, 'f'), Math.ceil(size / 2)),
        exactly(group(name, 'm'), Math.floor(size / 2)),
      ]),
      ...tables.flatMap((one) =>
        one.rows.flatMap((said) =>
          said.x === null ? [] : [exactly([...this.#counted(one, said)], said.x)],
        ),
      ),
    ];
    const ends = (['least', 'greatest'] as const).map((sense) => {
      const columns = this.#unknowns.map((_, at) => ({
        cost: Number(aim.has(at)),
        lower: 0,
        upper: Infinity,
        whole: true,
      }));
      const found = solver.solve({ sense, columns, rows }, 20);
      if (found.kind !== 'found') throw new Error(`The attacker found the file ${found.kind}`);
      return Math.round(found.cost);
    });
    return [ends[0] ?? NaN, ends[1] ?? NaN];
  }
}
