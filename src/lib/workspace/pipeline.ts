import type { Reader } from '#lib/ingest/client.ts';
import type { PackedImport } from '#lib/ingest/packing.ts';
import type { Setting } from '#lib/ingest/reading.ts';
import { recordVersion } from '#lib/ingest/record.ts';
import type { Derivation } from '#lib/ingest/studio.ts';
import type { Journal } from '#lib/journal/journal.ts';
import { isCounted, type Ledger, type LedgerImport } from '#lib/journal/ledger.ts';
import type { Programme } from '#lib/model/programme.ts';

/** What the engine is filled from. */
export interface Filling {
  readonly journal: Journal;
  readonly reader: Reader;
  readonly ledger: Ledger;
  readonly programme: Programme;
}

/** How a source was read when it was accepted: the programme in force, the recipes, the import's own last, and its repairs. */
export function settingOf(
  { ledger, programme }: Pick<Filling, 'ledger' | 'programme'>,
  { entry }: LedgerImport,
): Setting {
  return {
    programme,
    recipes: [...ledger.recipes.values(), ...entry.recipes],
    ...(entry.repairs ? { repairs: { [entry.source.sha256]: entry.repairs } } : {}),
  };
}

/** Names of the own columns by which people want records broken down, first seen first. */
export function ownNamesOf({ imports, recipes }: Ledger): string[] {
  const all = [...imports.flatMap(({ entry }) => entry.recipes), ...recipes.values()];
  const names = all.flatMap(({ own }) =>
    Object.values(own ?? {}).flatMap(({ name, dimension }) => (dimension ? [name] : [])),
  );
  return [...new Set(names)];
}

/** The flow from the journal to the engine's tables: the columns of the imports that count become the star schema. */
export async function deriveStar(filling: Filling): Promise<Derivation> {
  const { reader, programme, ledger } = filling;
  const counted = ledger.imports.filter(isCounted);
  const records = await gatherRecords(filling, counted);
  return reader.derive(records, {
    programme,
    decisions: ledger.decisions,
    ownNames: ownNamesOf(ledger),
  });
}

/**
 * The accepted records of imports, each with the part that counts, read again from their sources where the columns are
 * missing, damaged or of another version, and kept so. An import of which neither can be had is left out, and the journal is told.
 */
export async function gatherRecords(
  filling: Filling,
  imports: readonly LedgerImport[],
): Promise<PackedImport[]> {
  const { journal } = filling;
  const stored = await journal.columns(imports.map(({ importId }) => importId));
  const current = new Map(
    stored
      .filter(({ schemaVersion }) => schemaVersion === recordVersion)
      .map(({ importId, records }) => [importId, records]),
  );
  const gathered: PackedImport[] = [];
  for (const one of imports) {
    const { importId, partial } = one;
    const records = current.get(importId) ?? (await readAgain(filling, one));
    if (records) gathered.push({ id: importId, records, partial });
    else journal.lose(importId);
  }
  return gathered;
}

async function readAgain(
  filling: Filling,
  one: LedgerImport,
): Promise<PackedImport['records'] | null> {
  const { journal, reader } = filling;
  const { importId, entry } = one;
  const bytes = await journal.source(entry.source.sha256);
  if (!bytes) return null;
  const reading = await reader.open(bytes, entry.source.name, settingOf(filling, one));
  if (reading.refusal) return null;
  const records = await reader.records(reading.source.sha256);
  await reader.drop(reading.source.sha256);
  // Where they cannot be kept now, the next start reads the source again.
  await journal
    .mend({ columns: [{ importId, schemaVersion: recordVersion, records }] })
    .catch(() => undefined);
  return records;
}
