import { foldText } from '#lib/i18n/fold.ts';
import { readDate } from '#lib/sheets/values/date.ts';
import { dayOf } from '../day.ts';
import type { FieldId } from '../fields/catalogue.ts';
import type { FieldMatch } from '../fields/match.ts';
import type { Kind } from './kind.ts';
import { namesPeople } from './person-part.ts';
import type { RowReader } from './row-reader.ts';

function readContractDays(row: RowReader): { starts: number | null; ends: number | null } {
  let starts = row.span('date_start')?.starts ?? null;
  let ends = row.span('date_end')?.ends ?? null;
  const text = row.text('contract_term');
  if (text !== null) {
    const days = [...text.matchAll(/\d{1,2}\.\d{1,2}\.\d{2,4}/g)].flatMap(([day]) => {
      const reading = readDate(day);
      return reading && reading.kind !== 'impossible' ? [dayOf(reading.starts)] : [];
    });
    if (days.length >= 2) starts ??= Math.min(...days);
    if (days.length >= 1) ends ??= Math.max(...days);
  }
  return { starts, ends };
}

const telling: readonly FieldId[] = [
  'partner_contract',
  'contract_term',
  'block',
  'date_end',
  'partner_kind',
  'partner_contact',
  'partner_short',
  'phone',
  'email',
];

/** Whether a column is headed by no more than «Название», which names an institution as well as an event. */
function isBareName(match: FieldMatch): boolean {
  return (
    match.field === 'event_name' && /^(?:название|наименование|name)$/i.test(match.heading.trim())
  );
}

/** Partners and their contracts. */
export const partner: Kind = {
  fields: [
    'row_no',
    'partner',
    'partner_short',
    'partner_kind',
    'block',
    'partner_contract',
    'contract_term',
    'date_start',
    'date_end',
    'partner_contact',
    'direction',
    'note',
    'teacher',
  ],
  score(plan) {
    const { fields, words } = plan;
    if (namesPeople(plan) || fields.has('n_participants')) return 0;
    const dated = fields.has('event_date') || fields.has('result') || fields.has('event_level');
    const bare =
      !fields.has('partner') && fields.has('event_name') && !dated && plan.matches.some(isBareName);
    if (!bare && (!fields.has('partner') || fields.has('event_name'))) return 0;
    let score = bare ? 0.15 : 0.3;
    for (const id of telling) if (fields.has(id)) score += 0.12;
    if (/партн|договор|partner|contract/.test(words)) score += 0.25;
    return Math.min(1, score);
  },
  missing(plan) {
    return plan.fields.has('partner') ? [] : [['partner']];
  },
  open() {
    return (row) => {
      const name = row.text('partner');
      if (name === null) row.report('partner-missing', 'partner', null);
      const block = row.member('block', 'block') ?? row.around.block;
      const contract = row.text('partner_contract');
      const days = readContractDays(row);
      if (name === null) return [];
      const none =
        contract !== null && /^(?:нет|без договора|устн|no|none)/.test(foldText(contract));
      return [
        {
          kind: 'partner',
          record: {
            partner: name,
            short: row.text('partner_short'),
            partner_kind: row.text('partner_kind'),
            block,
            contract: none ? null : contract,
            ...days,
            sheet: row.table.sheetIndex,
            row: row.row,
            col: null,
          },
        },
      ];
    };
  },
};
