import type { Annotation } from '#lib/model/annotation.ts';
import type { Grain } from '#lib/model/dimension.ts';
import type { Choice } from '#lib/ui/choice.ts';

/** An annotation with the words by which it is listed. */
export interface ListedAnnotation {
  readonly annotation: Annotation;
  readonly label: string;
}

/** What a person can pin to a picture, what is pinned, and how it is kept. */
export interface Annotating {
  readonly items: readonly ListedAnnotation[];
  /** Whose targets they are. */
  readonly measure: string;
  readonly grain: Grain;
  /** The periods to which a note can be pinned, by their ids, and the one that suggests itself. */
  readonly periods: readonly Choice[];
  readonly suggested: string;
  /** The period to which a day «YYYY-MM-DD» belongs; null where the calendar has none. */
  readonly periodAt: (date: string) => string | null;
  /** Keeps an annotation in the place of the one with its id; rejects when nothing was written. */
  readonly save: (annotation: Annotation) => Promise<void>;
  readonly remove: (id: string) => Promise<void>;
}
