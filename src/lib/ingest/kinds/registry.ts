import type { RecordKind } from '../record.ts';
import { assessment } from './assessment.ts';
import { event } from './event.ts';
import { headcount } from './headcount.ts';
import type { Kind } from './kind.ts';
import { participation } from './participation.ts';
import { partner } from './partner.ts';
import { roll } from './roll.ts';
import { survey } from './survey.ts';
import { volunteering } from './volunteering.ts';

/** Every kind of record with its way of reading. */
export const kinds: Readonly<Record<RecordKind, Kind>> = {
  roll,
  event,
  participation,
  headcount,
  assessment,
  survey,
  partner,
  volunteering,
};
