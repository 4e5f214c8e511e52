import type { SharedRelease } from '#lib/model/shared-release.ts';
import { canonicalJson } from '#lib/snapshot/seal/canonical-json.ts';
import { hashText } from '#lib/snapshot/seal/hash.ts';
import type { Workspace } from '../workspace.svelte.ts';
import type { FrozenForKeeping } from './frozen-for-keeping.ts';

/** What is written down of one picture or table that leaves the school: it is the same one as long as it tells the same. */
export function releaseOfKept(
  { statements }: Pick<Extract<FrozenForKeeping<unknown>, { kind: 'frozen' }>, 'statements'>,
  form: 'picture' | 'table',
  title: string,
  format: string,
): SharedRelease {
  const id = hashText(canonicalJson({ form, title, statements }));
  return { id, draft: '', form, title, formats: [format], statements };
}

/**
 * Writes down that something leaves, before it leaves, beside the formats in which it left before: a file that nobody knows of
 * could not be reckoned with. Rejects with a JournalError; then nothing may leave.
 */
export async function recordRelease(
  workspace: Pick<Workspace, 'ledger' | 'saveRelease'>,
  release: SharedRelease,
): Promise<void> {
  const former = workspace.ledger.releases.find((one) => one.release.id === release.id);
  const formats = new Set([...(former?.release.formats ?? []), ...release.formats]);
  const isKnown = former?.release.formats.length === formats.size && former.withdrawnAt === null;
  if (!isKnown) await workspace.saveRelease({ ...release, formats: [...formats] });
}
