import { partnerKey } from './star/partner-key.ts';
import { titleKey } from './star/title-key.ts';
import { recordKinds, records, type RecordKind, type RecordSet } from './record.ts';

/** The cells of records of any kind, by column. */
export type Cells = Readonly<
  Record<string, readonly (string | number | boolean | null)[] | undefined>
>;

const told: Readonly<Record<RecordKind, readonly string[]>> = {
  roll: ['school_year', 'key', 'birth|class', 'entered'],
  event: ['title', 'starts', 'term'],
  participation: ['key', 'grade', 'title', 'starts', 'term'],
  headcount: ['title', 'starts', 'term', 'class', 'level'],
  assessment: ['school_year', 'key', 'grade', 'instrument', 'version', 'wave', 'scale'],
  survey: ['date', 'class', 'item', 'value', 'row'],
  partner: ['partner'],
  volunteering: ['school_year', 'term', 'key', 'class'],
};

const folds: Readonly<Record<string, (text: string) => string>> = {
  title: titleKey,
  partner: partnerKey,
};

const places: readonly string[] = ['sheet', 'row', 'col', 'answer'];

/** The columns of a kind that hold content and not a place in a file. */
export const contentColumns: Readonly<Record<RecordKind, readonly string[]>> = Object.fromEntries(
  recordKinds.map((kind) => [
    kind,
    Object.keys(records[kind]).filter((name) => !places.includes(name)),
  ]),
) as unknown as Record<RecordKind, readonly string[]>;

/**
 * The identity of each record of a kind: the same in another file or version that tells of the same thing («birth|class»
 * is the birth date, else the class). Equal identities within a set are numbered in their order.
 */
export function identifyRecords<K extends RecordKind>(
  kind: K,
  columns: NonNullable<RecordSet[K]>,
): string[] {
  const cells = columns as unknown as Cells;
  const parts = told[kind].map((name) => {
    const choices = name.split('|').map((choice) => cells[choice] ?? []);
    const fold = folds[name];
    return (at: number): string => {
      let value: unknown = null;
      for (const choice of choices) value ??= choice[at];
      const text = String(value ?? '');
      return fold ? fold(text) : text;
    };
  });
  const twins = new Map<string, number>();
  return columns.row.map((_row, at) => {
    const identity = `${kind}|${parts.map((part) => part(at)).join('|')}`;
    const count = (twins.get(identity) ?? 0) + 1;
    twins.set(identity, count);
    return count === 1 ? identity : `${identity}#${count}`;
  });
}
