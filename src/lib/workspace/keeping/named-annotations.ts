import { annotationPlaces } from '#lib/charts/describe.ts';
import type { Engine } from '#lib/engine/engine.ts';
import type { Annotation } from '#lib/model/annotation.ts';
import type { Choices } from '../choices.ts';
import { askNameBook, findNames } from '../names/name-book.ts';

/** Notes and targets apart by whether their words hold the name of somebody on a roll. */
export interface SortedAnnotations {
  readonly annotations: readonly Annotation[];
  /** The words of those that name somebody. */
  readonly leftOut: readonly string[];
}

/** Looks for names of pupils in the notes and targets that a picture has a place for. Rejects as the engine does. */
export async function sortAnnotations(
  all: readonly Annotation[],
  { chart, measure }: Pick<Choices, 'chart' | 'measure'>,
  engine: Engine,
  signal?: AbortSignal,
): Promise<SortedAnnotations> {
  const { notes, targets } = annotationPlaces(chart);
  const shown = all.filter((one) =>
    one.kind === 'note' ? notes : targets && one.measure === measure,
  );
  if (shown.length === 0) return { annotations: [], leftOut: [] };
  const book = await askNameBook(engine, signal);
  const named = new Set(shown.filter(({ text }) => findNames(text, book).length > 0));
  return {
    annotations: shown.filter((one) => !named.has(one)),
    leftOut: [...named].map(({ text }) => text),
  };
}
