import type { AnyRecord } from '../record.ts';
import type { EventPart } from './event-part.ts';
import type { PersonPart } from './person-part.ts';

/** What a participation says beside its pupil and its event. */
export interface OwnPart {
  readonly sex: string | null;
  readonly role: string | null;
  readonly result: string | null;
  readonly source: string | null;
  readonly team: boolean | null;
}

/** One pupil in one event; `col` is set where a row holds several. */
export function participationOf(
  pupil: PersonPart,
  part: EventPart,
  own: OwnPart,
  sheet: number,
  row: number,
  col: number | null,
): AnyRecord {
  // Every column is named, because a record made by spreading costs several times as much in a table of 200,000 rows.
  return {
    kind: 'participation',
    record: {
      name: pupil.name,
      key: pupil.key,
      patronymic: pupil.patronymic,
      class: pupil.class,
      grade: pupil.grade,
      sex: own.sex,
      title: part.title,
      starts: part.starts,
      ends: part.ends,
      exact: part.exact,
      school_year: part.school_year,
      term: part.term,
      direction: part.direction,
      block: part.block,
      partner: part.partner,
      level: part.level,
      remote: part.remote,
      event_kind: part.event_kind,
      hours: part.hours,
      role: own.role,
      result: own.result,
      hours_source: own.source,
      team: own.team,
      sheet,
      row,
      col,
    },
  };
}
