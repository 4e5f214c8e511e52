import { star as schema, type Star } from '#lib/engine/schema.ts';
import type { Programme } from '#lib/model/programme.ts';
import { emptyColumns, pushRow } from '../record.ts';
import type { EventRow } from './event-row.ts';
import { indexIds, lookUp } from './lookup.ts';
import type { PartnerBook } from './partners.ts';
import { rankNames } from './rank.ts';

/** The block of each partner: by list, else the block of most of its events' directions. */
export function partnerBlocks(
  book: PartnerBook,
  partnerIndex: ReadonlyMap<string, number>,
  events: readonly EventRow[],
  programme: Programme,
): (string | null)[] {
  const blockOf = new Map(programme.directions.map(({ id, block }) => [id, block]));
  const votes = new Map<number, Map<string, number>>();
  for (const event of events) {
    const partner = lookUp(partnerIndex, event.partner);
    const block = (event.direction === null ? null : blockOf.get(event.direction)) ?? event.block;
    if (partner === null || block === null || block === undefined) continue;
    const own = votes.get(partner) ?? new Map<string, number>();
    own.set(block, (own.get(block) ?? 0) + 1);
    votes.set(partner, own);
  }
  return [...book.partners.values()].map((partner, index) => {
    if (partner.block !== null) return partner.block;
    const own = [...(votes.get(index) ?? [])].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
    return own[0]?.[0] ?? null;
  });
}

/** Partners as a table, with their blocks by id. */
export function partnerTable(
  book: PartnerBook,
  blockIds: readonly (string | null)[],
  programme: Programme,
): Star['partner'] {
  const table = emptyColumns(schema.partner);
  const blocks = indexIds(programme.blocks);
  const partners = [...book.partners.values()];
  const ranks = rankNames(partners.map(({ name }) => name));
  for (const [index, partner] of partners.entries()) {
    pushRow(table, {
      partner: index,
      name: partner.name,
      rank: ranks[index] ?? 0,
      kind: partner.kind,
      block: lookUp(blocks, blockIds[index] ?? null),
      contract: partner.contract,
      starts: partner.starts,
      ends: partner.ends,
      listed: partner.listed,
      import_id: partner.importId,
      sheet: partner.sheet,
      row: partner.row,
      col: null,
    });
  }
  return table;
}
