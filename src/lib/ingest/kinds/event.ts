import { readHeld } from '../modes.ts';
import { countsMinutes, eventFields, readEventPart } from './event-part.ts';
import type { Kind } from './kind.ts';
import { namesPeople } from './person-part.ts';

/** Plans and registers of events. */
export const event: Kind = {
  fields: [...eventFields, 'class', 'grade'],
  score(plan) {
    const { fields, words } = plan;
    if (
      namesPeople(plan) ||
      !fields.has('event_name') ||
      fields.has('n_winners') ||
      fields.has('n_prize')
    )
      return 0;
    let score = 0.45;
    for (const id of [
      'event_date',
      'date_start',
      'partner',
      'direction',
      'event_level',
      'teacher',
      'note',
    ] as const)
      if (fields.has(id)) score += 0.06;
    if (/план|реестр|перечень|календар|график|plan|register|calendar/.test(words)) score += 0.25;
    if (fields.has('n_participants')) score -= /план|plan/.test(words) ? 0.1 : 0.45;
    const dated =
      fields.has('event_date') ||
      fields.has('date_start') ||
      fields.has('term') ||
      plan.context.term !== null;
    if (!dated) score -= 0.35;
    return Math.max(0, Math.min(1, score));
  },
  missing(plan) {
    return plan.fields.has('event_name') ? [] : [['event_name']];
  },
  open(plan) {
    const minutes = countsMinutes(plan);
    const planned = /план|plan/.test(plan.words);
    return (row) => {
      const part = readEventPart(row, minutes, true);
      const mark = row.text('note');
      if (!part) return [];
      return [
        {
          kind: 'event',
          record: {
            ...part,
            planned,
            held: mark === null ? (planned ? null : true) : readHeld(mark),
            sheet: row.table.sheetIndex,
            row: row.row,
            col: null,
          },
        },
      ];
    };
  },
};
