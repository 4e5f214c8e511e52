import type { Reader } from '#lib/ingest/client.ts';
import type { Setting } from '#lib/ingest/reading.ts';
import { recordVersion } from '#lib/ingest/record.ts';
import type { PackedImport } from '#lib/ingest/packing.ts';
import type { Derivation } from '#lib/ingest/studio.ts';
import type { Journal } from '#lib/journal/journal.ts';
import type { Ledger, LedgerImport } from '#lib/journal/ledger.ts';
import type { Programme } from '#lib/model/programme.ts';

/** What the engine is filled from. */
export interface Filling {
  readonly journal: Journal;
  readonly reader: Reader;
  readonly ledger: Ledger;
  readonly programme: Programme;
}

/** How a source was read when it was accepted: the programme in force and the recipes, the import's own last. */
export function settingOf(
  { ledger, programme }: Pick<Filling, 'ledger' | 'programme'>,
  one: LedgerImport,
): Setting {
  return { programme, recipes: [...ledger.recipes.values(), ...one.entry.recipes] };
}

/** The flow from the journal to the engine's tables: the columns of the imports that count become the star schema. */
export async function deriveStar(filling: Filling): Promise<Derivation> {
  const { reader, programme, ledger } = filling;
  const active = ledger.imports.filter(({ state }) => state === 'active');
  return reader.derive(await gatherRecords(filling, active), programme);
}

/** The accepted records of imports, read again from their sources where the columns are missing or of another version. */
export async function gatherRecords(
  filling: Filling,
  imports: readonly LedgerImport[],
): Promise<PackedImport[]> {
  const stored = await filling.journal.columns(imports.map(({ importId }) => importId));
  const current = new Map(
    stored
      .filter(({ schemaVersion }) => schemaVersion === recordVersion)
      .map(({ importId, records }) => [importId, records]),
  );
  const gathered: PackedImport[] = [];
  for (const one of imports) {
    const records = current.get(one.importId) ?? (await readAgain(filling, one));
    gathered.push({ id: one.importId, records });
  }
  return gathered;
}

async function readAgain(filling: Filling, one: LedgerImport): Promise<PackedImport['records']> {
  const { journal, reader } = filling;
  const { source } = one.entry;
  const bytes = await journal.source(source.sha256);
  if (!bytes) throw new Error(`The source of the import ${one.importId} is not kept`);
  const reading = await reader.open(bytes, source.name, settingOf(filling, one));
  const records = await reader.records(reading.source.sha256);
  await reader.drop(reading.source.sha256);
  return records;
}
