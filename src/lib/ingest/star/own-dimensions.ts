import type { RecordSet } from '../record.ts';
import { remember } from '../remember.ts';

/** The columns of the star that own dimensions go to, by slot. */
export const ownSlots = ['own1', 'own2', 'own3', 'own4'] as const;

/** The values of one record in the slots of own dimensions. */
export type OwnCells = Record<(typeof ownSlots)[number], string | null>;

const noCells: Readonly<OwnCells> = { own1: null, own2: null, own3: null, own4: null };

/** Kinds of record whose facts have the slots. */
const kinds = ['participation', 'headcount', 'volunteering', 'assessment'] as const;

const readOwn = remember((json: string): Readonly<Record<string, unknown>> => {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
});

/** Which columns of their own that files bring become dimensions of the star, and their values. */
export class OwnDimensions {
  /** Names by slot, the first seen first. */
  readonly names: readonly string[];

  /** `wanted` are the names that are dimensions; those without any value take no slot. */
  constructor(imports: readonly { readonly records: RecordSet }[], wanted: readonly string[]) {
    this.names = wanted.length === 0 ? [] : firstSeen(imports, new Set(wanted));
  }

  /** The values of a record's own columns by slot. */
  read(columns: { readonly own?: readonly (string | null)[] }, at: number): Readonly<OwnCells> {
    const json = this.names.length === 0 ? null : (columns.own?.[at] ?? null);
    if (json === null) return noCells;
    const cells: OwnCells = { ...noCells };
    const own = readOwn(json);
    for (const [slot, name] of this.names.entries()) {
      const column = ownSlots[slot];
      const value = own[name];
      if (column && typeof value === 'string' && value !== '') cells[column] = value;
    }
    return cells;
  }
}

function firstSeen(
  imports: readonly { readonly records: RecordSet }[],
  wanted: ReadonlySet<string>,
): string[] {
  const seen = new Set<string>();
  for (const { records } of imports) {
    for (const kind of kinds) {
      for (const json of records[kind]?.own ?? []) {
        if (json === null) continue;
        for (const [name, value] of Object.entries(readOwn(json)))
          if (wanted.has(name) && typeof value === 'string' && value !== '') seen.add(name);
        if (seen.size >= wanted.size || seen.size >= ownSlots.length)
          return [...seen].slice(0, ownSlots.length);
      }
    }
  }
  return [...seen].slice(0, ownSlots.length);
}
