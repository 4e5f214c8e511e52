import type { Answer, Engine } from '#lib/engine/engine.ts';
import {
  isFlowDimension,
  noBlock,
  type Dimension,
  type OwnDimension,
} from '#lib/model/dimension.ts';
import type { Programme } from '#lib/model/programme.ts';
import { column, Query, type ExprNode } from '@uwdata/mosaic-sql';
import type { MemberKey } from './counts.ts';

/** One member of a dimension that occurs; `name` is told by the data (partners), else the programme or the key tells it. */
export interface Member {
  readonly key: MemberKey;
  readonly name: string | null;
}

/** SQL of the names of partners in the order in which they are listed. */
export const partnerNames = String(
  Query.from('partner').select('partner', 'name', 'rank').orderby('rank', 'partner'),
);

const collator = new Intl.Collator('ru', { numeric: true });

function positions(keys: readonly MemberKey[]): Map<MemberKey, number> {
  return new Map(keys.map((key, index) => [key, index]));
}

/** Order of a dimension's members where it is not the order of their keys. */
function order(
  dimension: Dimension,
  programme: Programme,
  partners: Answer | null,
): Map<MemberKey, number> | null {
  const ids = (list: readonly { readonly id: string }[]) => positions(list.map(({ id }) => id));
  if (dimension === 'block') return ids(programme.blocks);
  if (isFlowDimension(dimension)) return ids([...programme.blocks, { id: noBlock }]);
  if (dimension === 'direction') return ids(programme.directions);
  if (dimension === 'level') return ids(programme.levels);
  if (dimension === 'partner')
    return positions(Array.from(partners?.columns['partner'] ?? [], Number));
  return null;
}

function compareKeys(a: MemberKey, b: MemberKey): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return typeof a === 'number' && typeof b === 'number'
    ? a - b
    : collator.compare(String(a), String(b));
}

/** The members of a dimension in the order of the programme, the roll of partners or the alphabet; unknown comes last. */
export function orderMembers(
  dimension: Dimension,
  keys: Iterable<MemberKey>,
  programme: Programme,
  partners: Answer | null,
): Member[] {
  const places = order(dimension, programme, partners);
  const place = (key: MemberKey) => places?.get(key) ?? Number.MAX_SAFE_INTEGER;
  const names = partners?.columns['name'];
  return [...new Set(keys)]
    .sort(
      (a, b) => Number(a === null) - Number(b === null) || place(a) - place(b) || compareKeys(a, b),
    )
    .map((key) => {
      const at = dimension === 'partner' ? places?.get(key) : undefined;
      const name = at === undefined ? null : names?.[at];
      return { key, name: typeof name === 'string' ? name : null };
    });
}

const own = (slot: OwnDimension) => ({ tables: ['participation', 'headcount'], key: column(slot) });

/** SQL of the distinct keys of a dimension over everything loaded. */
function keysQuery(dimension: Dimension): string {
  const sources: Record<Dimension, { readonly tables: readonly string[]; readonly key: ExprNode }> =
    {
      block: { tables: ['block'], key: column('id') },
      direction: { tables: ['direction'], key: column('id') },
      partner: { tables: ['partner'], key: column('partner') },
      level: { tables: ['level'], key: column('id') },
      grade: { tables: ['roll', 'participation'], key: column('grade') },
      class: { tables: ['roll', 'participation'], key: column('class') },
      sex: { tables: ['participant', 'participation'], key: column('sex') },
      origin: { tables: ['block'], key: column('id') },
      destination: { tables: ['block'], key: column('id') },
      own1: own('own1'),
      own2: own('own2'),
      own3: own('own3'),
      own4: own('own4'),
    };
  const { tables, key } = sources[dimension];
  return String(Query.union(tables.map((table) => Query.from(table).select({ key }).distinct())));
}

/** All members of a dimension that the data and the programme hold, in order. */
export async function askMembers(
  engine: Engine,
  dimension: Dimension,
  programme: Programme,
  signal?: AbortSignal,
): Promise<Member[]> {
  const [keys, partners] = await Promise.all([
    engine.ask(keysQuery(dimension), signal),
    dimension === 'partner' ? engine.ask(partnerNames, signal) : null,
  ]);
  const found = Array.from(keys.columns['key'] ?? [], (key) =>
    typeof key === 'boolean' ? null : key,
  );
  return orderMembers(dimension, found, programme, partners);
}
