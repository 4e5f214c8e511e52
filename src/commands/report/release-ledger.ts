import { existsSync, readFileSync } from 'node:fs';
import { dirname, basename } from 'node:path';
import * as v from 'valibot';
import type { Locale } from '#lib/i18n/locale.ts';
import type { SharedRelease } from '#lib/model/shared-release.ts';
import { causeOf, Stop } from './stop.ts';
import { putFile } from './write-formats.ts';

const ledgerShape = v.object({
  format: v.literal('dinamika-releases'),
  version: v.literal(1),
  releases: v.array(
    v.object({
      id: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
      draft: v.string(),
      title: v.string(),
      formats: v.array(v.string()),
      statements: v.array(v.object({ told: v.string(), value: v.pipe(v.number(), v.finite()) })),
    }),
  ),
});

/** What was shared before, by the file that keeps it: nothing where it is not there yet. Stops where it is no such file. */
export function readLedger(path: string | null, { t }: Locale): readonly SharedRelease[] {
  if (path === null || !existsSync(path)) return [];
  const words = t.reporting.ledger;
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch (thrown) {
    throw new Stop([words.unread(path, causeOf(thrown))]);
  }
  const read = v.safeParse(ledgerShape, value);
  if (!read.success) throw new Stop([words.foreign(path)]);
  return read.output.releases;
}

/** Adds a snapshot to the file of what was shared before; one that stands there already is not added again. */
export function addToLedger(
  path: string,
  earlier: readonly SharedRelease[],
  release: SharedRelease,
): void {
  const others = earlier.filter(({ id }) => id !== release.id);
  const kept: v.InferInput<typeof ledgerShape> = {
    format: 'dinamika-releases',
    version: 1,
    releases: [...others, release].map((one) => ({
      ...one,
      formats: [...one.formats],
      statements: [...one.statements],
    })),
  };
  const text = `${JSON.stringify(kept, null, 1)}\n`;
  putFile(dirname(path), basename(path), new TextEncoder().encode(text));
}
