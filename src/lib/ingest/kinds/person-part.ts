import type { FieldId } from '../fields/catalogue.ts';
import type { TablePlan } from './kind.ts';
import type { RowReader } from './row-reader.ts';

/** Fields that name a pupil. */
export const personFields: readonly FieldId[] = [
  'row_no',
  'student_name',
  'last_name',
  'first_name',
  'patronymic',
  'class',
  'student_id',
  'email',
  'phone',
];

/** The part of a record that tells of its pupil. */
export interface PersonPart {
  readonly name: string;
  readonly key: string;
  readonly patronymic: string | null;
  readonly class: string | null;
  readonly grade: number | null;
}

/** Whether a table names pupils. */
export function namesPeople(plan: TablePlan): boolean {
  return plan.fields.has('student_name') || plan.fields.has('last_name');
}

/** Reads the pupil of a row; null when there is no name. */
export function readPersonPart(row: RowReader): PersonPart | null {
  const person = row.person();
  const named = row.class(true);
  if (!person) return null;
  return {
    name: person.display,
    key: person.key,
    patronymic: person.patronymic,
    class: named?.text ?? null,
    grade: named?.grade ?? null,
  };
}
