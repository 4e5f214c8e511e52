import type { Locale } from '#lib/i18n/locale.ts';
import type { Workspace } from '#lib/workspace/workspace.svelte.ts';

/** The line under a picture that says from how many files and of which day its data are. */
export function sourceLine(
  { activeImports }: Workspace,
  { t, format }: Locale,
): string | undefined {
  const last = Math.max(...activeImports.map(({ at }) => at));
  if (!Number.isFinite(last)) return undefined;
  const files = t.app.files(activeImports.length, format.number(activeImports.length));
  return t.screens.overview.source(files, format.date(new Date(last).toISOString()));
}
