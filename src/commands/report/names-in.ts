import type { Engine } from '#lib/engine/engine.ts';
import { locales } from '#lib/i18n/locale.ts';
import type { SnapshotDocument } from '#lib/snapshot/document.ts';
import { askNameBook, findNames } from '#lib/workspace/names/name-book.ts';

/** What looks like the name of somebody on a roll in the titles and texts of a snapshot, each once. */
export async function namesIn({ pages }: SnapshotDocument, engine: Engine): Promise<string[]> {
  const book = await askNameBook(engine);
  const texts = pages.flatMap(({ title, pieces }) => [
    title,
    ...pieces.flatMap((piece) => (piece.kind === 'text' ? [piece.text] : [])),
  ]);
  const found = texts.flatMap((text) =>
    Object.keys(locales).flatMap((language) =>
      findNames(text[language as keyof typeof locales], book).map((one) => one.text),
    ),
  );
  return [...new Set(found)];
}
