import type { RecordKind } from '../record.ts';
import { assessment } from './assessment.ts';
import { event } from './event.ts';
import { headcount } from './headcount.ts';
import type { Kind } from './kind.ts';
import { isTotalRow } from './total-row.ts';
import { participation } from './participation.ts';
import { partner } from './partner.ts';
import { roll } from './roll.ts';
import { survey } from './survey.ts';
import { volunteering } from './volunteering.ts';

/** A kind that sets rows aside which call themselves totals. */
function withoutTotals(kind: Kind): Kind {
  return {
    ...kind,
    open(plan) {
      const readRow = kind.open(plan);
      return (row) => (isTotalRow(row) ? 'total' : readRow(row));
    },
  };
}

/** Every kind of record with its way of reading. */
export const kinds: Readonly<Record<RecordKind, Kind>> = {
  roll: withoutTotals(roll),
  event: withoutTotals(event),
  participation: withoutTotals(participation),
  headcount: withoutTotals(headcount),
  assessment: withoutTotals(assessment),
  survey: withoutTotals(survey),
  partner: withoutTotals(partner),
  volunteering: withoutTotals(volunteering),
};
