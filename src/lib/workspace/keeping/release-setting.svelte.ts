import type { LanguageTag } from '#lib/i18n/format.ts';
import { locales } from '#lib/i18n/locale.ts';
import type { Programme } from '#lib/model/programme.ts';
import type { DocumentContext } from '../council/compose-document.ts';
import type { Workspace } from '../workspace.svelte.ts';
import type { WishAuditing } from './audited-wishes.ts';

/** What a picture or a table leaves the school with, but for its audit. */
export type ReleaseSetting = Omit<DocumentContext, 'programme'> & Omit<WishAuditing, 'audit'>;

function dayOf(moment: number): string {
  const date = new Date(moment);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** What is loaded now, as a picture or a table says it of itself; its files are counted, and not named. */
export async function releaseSetting(
  workspace: Workspace,
  language: LanguageTag,
): Promise<ReleaseSetting> {
  const { countedImports, ledger, extent, ownDimensions, programme } = workspace;
  const newest = Math.max(0, ...countedImports.map(({ at }) => at));
  const sourceIn = (each: LanguageTag): string => {
    const { t, format } = locales[each];
    const files = t.app.files(countedImports.length, format.number(countedImports.length));
    return t.screens.overview.source(files, format.date(dayOf(newest)));
  };
  return {
    engine: await workspace.engine(),
    programme: $state.snapshot(programme) as Programme,
    own: ownDimensions,
    period: extent?.told.at(-1) ?? null,
    language,
    source: { ru: sourceIn('ru'), en: sourceIn('en') },
    sources: countedImports.map(() => ({ name: null, sha256: null })),
    dataDay: dayOf(newest),
    madeOn: dayOf(Date.now()),
    earlier: ledger.releases.map(({ release }) => release),
  };
}
