import { events } from './events.ts';
import type { Field } from './field.ts';
import { outcomes } from './outcomes.ts';
import { people } from './people.ts';
import { scores } from './scores.ts';

/** Every field that a column can be. */
export const fields = { ...people, ...events, ...outcomes, ...scores } as const satisfies Record<
  string,
  Field
>;

/** The id of a field. */
export type FieldId = keyof typeof fields;

/** Every field's id. */
export const fieldIds = Object.keys(fields) as readonly FieldId[];

/** A field by its id, with its optional marks. */
export function fieldOf(id: FieldId): Field {
  return fields[id];
}

/** Whether a text is the id of a field. */
export function isFieldId(id: string): id is FieldId {
  return Object.hasOwn(fields, id);
}
