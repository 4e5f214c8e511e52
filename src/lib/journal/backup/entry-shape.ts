import * as v from 'valibot';
import { BackupRefused } from './backup-refused.ts';
import type { DatedEntry } from './journal-copy.ts';

const text = v.string();
const count = v.pipe(v.number(), v.finite(), v.minValue(0));
const texts = v.array(text);
const record = v.record(text, v.unknown());
const list = v.array(record);

const programme = v.looseObject({
  version: v.literal(1),
  name: v.looseObject({ ru: text, en: text }),
  school: text,
  blocks: list,
  directions: list,
  periods: list,
  levels: list,
  results: list,
  roles: list,
});

const recipe = v.looseObject({ fingerprint: text, fields: record });
const identified = v.looseObject({ id: text });

/** What the app relies on in an entry without looking again; what it checks itself when it reads it may be anything. */
const shapes = {
  import: {
    importId: text,
    source: v.looseObject({
      name: text,
      size: count,
      sha256: v.pipe(text, v.regex(/^[\da-f]{64}$/)),
      modified: v.number(),
    }),
    tables: v.array(
      v.looseObject({
        sheet: text,
        kind: text,
        counts: v.looseObject({
          read: count,
          accepted: count,
          quarantined: count,
          setAside: v.record(text, count),
        }),
      }),
    ),
    recipes: v.array(recipe),
    supersedes: texts,
    repairs: v.exactOptional(v.looseObject({ cells: list, dismissed: list, statements: list })),
    withheld: v.exactOptional(texts),
    keeps: v.exactOptional(v.array(v.looseObject({ importId: text, ids: texts }))),
  },
  undo: { importId: text },
  redo: { importId: text },
  programme: { programme: v.nullable(programme) },
  decision: {
    decision: v.looseObject({ about: text, a: text, b: text }),
    answer: v.nullable(v.picklist(['same', 'different'])),
  },
  recipe: { fingerprint: text, recipe: v.nullable(recipe) },
  board: { id: text, board: v.nullable(v.looseObject({ id: text, name: text, panels: list })) },
  annotation: { id: text, annotation: v.nullable(identified) },
  draft: {
    id: text,
    draft: v.nullable(
      v.looseObject({
        id: text,
        name: text,
        pages: v.array(v.looseObject({ id: text, title: text, pieces: list })),
      }),
    ),
  },
  release: {
    release: v.looseObject({
      id: text,
      draft: text,
      title: text,
      formats: texts,
      statements: v.array(v.looseObject({ told: text, value: v.number() })),
    }),
  },
  withdrawal: { releaseId: text },
  backup: { made: v.pipe(v.number(), v.safeInteger()) },
} satisfies Record<DatedEntry['kind'], v.ObjectEntries>;

const schemas = new Map<string, v.GenericSchema>(
  Object.entries(shapes).map(([kind, fields]) => [
    kind,
    v.looseObject({ ...fields, kind: v.literal(kind), at: v.pipe(v.number(), v.finite()) }),
  ]),
);

/**
 * Entries of unknown origin, in their order. Throws BackupRefused: `newer` where there is a kind that this app does not know,
 * `unreadable` where one is not made as it has to be.
 */
export function readEntries(value: unknown): DatedEntry[] {
  if (!Array.isArray(value)) throw new BackupRefused('unreadable');
  return value.map((entry: unknown) => {
    const kind =
      typeof entry === 'object' && entry !== null && 'kind' in entry ? entry.kind : undefined;
    if (typeof kind !== 'string') throw new BackupRefused('unreadable');
    const schema = schemas.get(kind);
    if (!schema) throw new BackupRefused('newer');
    if (!v.is(schema, entry)) throw new BackupRefused('unreadable');
    return entry as DatedEntry;
  });
}
