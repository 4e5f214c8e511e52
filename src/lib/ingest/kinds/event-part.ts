import { readDuration } from '#lib/sheets/values/duration.ts';
import { readRemote } from '../modes.ts';
import { foldText } from '#lib/i18n/fold.ts';
import type { Context } from '../context.ts';
import type { FieldId } from '../fields/catalogue.ts';
import { remember } from '../remember.ts';
import type { TablePlan } from './kind.ts';
import type { RowReader } from './row-reader.ts';

/** Fields of an event that its plan, its participants' list and its counts share. */
export const eventFields: readonly FieldId[] = [
  'row_no',
  'event_name',
  'club',
  'event_kind',
  'event_date',
  'date_start',
  'date_end',
  'term',
  'school_year',
  'direction',
  'block',
  'partner',
  'event_level',
  'stage',
  'attendance_mode',
  'venue',
  'organiser',
  'teacher',
  'hours',
  'note',
  'timestamp',
  'class_teacher',
  'award_doc',
];

/** The part of a record that tells of its event. */
export interface EventPart {
  readonly title: string;
  readonly starts: number | null;
  readonly ends: number | null;
  readonly exact: boolean;
  readonly school_year: number | null;
  readonly term: number | null;
  readonly direction: string | null;
  readonly block: string | null;
  readonly partner: string | null;
  readonly level: string | null;
  readonly remote: boolean | null;
  readonly event_kind: string | null;
  readonly hours: number | null;
}

const nobody =
  /^(?:без партн[её]ра|нет партн[её]ра|лицей|школа|самостоятельно|собственными силами|none|no partner)\.?$/;
const isNobody = (name: string) => nobody.test(foldText(name));

const clubWords = /круж|секци|студи[яию]|объединени|(?<!\p{L})клуб|club/iu;

/** Whether the event that the texts around a table name is a club. */
export function saysClub(around: Context): boolean {
  const text = around.evidence.event?.text;
  return text !== undefined && clubWords.test(text);
}

const hoursOf = remember((text: string) => readDuration(text, false));
const minutesOf = remember((text: string) => readDuration(text, true));

/** Hours of the row: a number or a duration in words; plain numbers are minutes where the heading says so. */
export function readHours(row: RowReader, inMinutes: boolean): number | null {
  return row.amount('hours', (cell) => {
    if (typeof cell !== 'string') return readDuration(cell, inMinutes);
    return inMinutes ? minutesOf(cell) : hoursOf(cell);
  });
}

/** Whether the column of hours counts minutes. */
export function countsMinutes(plan: TablePlan): boolean {
  const heading = plan.matches.find((match) => match.field === 'hours')?.heading ?? '';
  return /минут|мин\.|minute/i.test(heading);
}

/** Reads the event of a row; null when it has no title. A date or a stated term is required if `dated`. */
export function readEventPart(
  row: RowReader,
  inMinutes: boolean,
  dated: boolean,
): EventPart | null {
  const { lexicon, around } = row;
  const title = row.text('event_name') ?? row.text('club') ?? around.event;
  if (title === null)
    row.report('event-missing', row.has('event_name') ? 'event_name' : 'club', null);
  const club =
    row.text('event_name') === null &&
    (row.text('club') !== null || (title !== null && saysClub(around)));
  // A club runs all year, so the year of a list of its members is time enough.
  const { span, schoolYear, term } = row.when(dated && club ? 'year' : dated);
  const level =
    row.member('event_level', 'level') ??
    (row.has('event_level') ? null : (lexicon.level(row.text('stage') ?? '') ?? around.level));
  const direction = row.member('direction', 'direction') ?? around.direction;
  const block = row.member('block', 'block') ?? around.block;
  const partnerField = row.has('partner') ? 'partner' : 'organiser';
  const partner = row.text(partnerField);
  const hours = readHours(row, inMinutes);
  if (title === null) return null;
  return {
    title,
    starts: span?.starts ?? null,
    ends: span?.ends ?? null,
    exact: span?.exact ?? false,
    school_year: schoolYear,
    term,
    direction,
    block,
    partner: row.told(partnerField, isNobody) === true ? null : partner,
    level,
    remote: row.told('attendance_mode', readRemote),
    event_kind: row.text('event_kind') ?? (!row.has('event_name') && club ? 'club' : null),
    hours,
  };
}
