import { foldText } from '#lib/i18n/fold.ts';
import { star as schema, type Star } from '#lib/engine/schema.ts';
import type { Programme } from '#lib/model/programme.ts';
import { emptyColumns, pushRow } from '../record.ts';
import type { EventRow } from './event-row.ts';
import { indexIds, lookUp } from './lookup.ts';
import { rankNames } from './rank.ts';

const competing =
  /конкурс|олимпиад|турнир|соревнован|чемпионат|викторин|состязан|первенств|contest|olympiad|competition|tournament/;
const helping = /волонт|доброволь|volunt/;

/**
 * Events as a table; competitive are contests by their words and events with results (`contested`), the block is that of the
 * direction, else the stated one, else the partner's.
 */
export function eventTable(
  events: readonly EventRow[],
  programme: Programme,
  partnerIndex: ReadonlyMap<string, number>,
  partnerBlock: readonly (string | null)[],
  contested: ReadonlySet<number>,
): Star['event'] {
  const table = emptyColumns(schema.event);
  const directions = indexIds(programme.directions);
  const blocks = indexIds(programme.blocks);
  const levels = indexIds(programme.levels);
  const ranks = rankNames(events.map(({ title }) => title));
  for (const [event, row] of events.entries()) {
    const direction = lookUp(directions, row.direction);
    const partner = lookUp(partnerIndex, row.partner);
    const blockId =
      (direction === null ? null : programme.directions[direction]?.block) ??
      row.block ??
      (partner === null ? null : partnerBlock[partner]) ??
      null;
    const words = foldText(`${row.kind ?? ''} ${row.title}`);
    pushRow(table, {
      event,
      title: row.title,
      rank: ranks[event] ?? 0,
      starts: row.starts,
      ends: row.ends,
      period: row.period,
      direction,
      block: lookUp(blocks, blockId),
      partner,
      level: lookUp(levels, row.level),
      remote: row.remote,
      kind: row.kind,
      competitive: competing.test(words) || contested.has(event),
      volunteering: helping.test(words),
      hours: row.hours,
      planned: row.planned,
      held: row.held,
      import_id: row.importId,
      sheet: row.sheet,
      row: row.row,
      col: null,
    });
  }
  return table;
}
