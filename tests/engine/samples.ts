import { encodeColumns } from '#lib/engine/arrow.ts';
import type { Engine } from '#lib/engine/engine.ts';
import { star as schema, type StarTable } from '#lib/engine/schema.ts';
import { openFile } from '#lib/ingest/reading.ts';
import { findRevisions } from '#lib/ingest/revision.ts';
import { deriveStar } from '#lib/ingest/star/star.ts';
import { defaultProgramme } from '#lib/programme/default.ts';
import { readdirSync, readFileSync } from 'node:fs';

const folder = 'data-samples';

let tables: Promise<Record<string, Uint8Array>> | null = null;

/** Loads the files of the demonstration, as the app reads them, into an engine; they are read once in a thread. */
export async function loadSamples(engine: Engine): Promise<void> {
  tables ??= readSamples();
  await engine.load(await tables);
}

async function readSamples(): Promise<Record<string, Uint8Array>> {
  const names = readdirSync(folder).filter((name) => /\.(?:csv|txt|xlsx|xls|ods)$/.test(name));
  const opened = await Promise.all(
    names.map(async (name, modified) => {
      const bytes = new Uint8Array(readFileSync(`${folder}/${name}`));
      const { records } = await openFile(
        { name, bytes, modified },
        { programme: defaultProgramme, recipes: [] },
      );
      return { id: name, name, modified: 0, records };
    }),
  );
  const revised = new Set([...findRevisions(opened, []).values()].map(({ of }) => of));
  const { star } = deriveStar(
    opened.filter(({ id }) => !revised.has(id)),
    defaultProgramme,
  );
  const encoded = (Object.keys(schema) as StarTable[]).map((table) => [
    table,
    encodeColumns(schema[table], star[table] as never),
  ]);
  return Object.fromEntries(encoded) as Record<string, Uint8Array>;
}
