import type { FieldId } from './catalogue.ts';

/** Fields that are finer than the names under which readings of columns are published. */
const nearest: Partial<Record<FieldId, string>> = {
  phone: 'partner_contact',
  address: 'partner_contact',
  partner_short: 'partner',
  partner_kind: 'block',
  contract_term: 'partner_contract',
  hours_source: 'note',
  version: 'instrument',
  scale: 'instrument',
  scale_score: 'score',
  answer: 'civic',
};

/** The name under which a field is published: its own id, or the nearest published one. */
export function canonicalField(id: FieldId): string {
  return nearest[id] ?? id;
}
