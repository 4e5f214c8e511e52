import type { FieldId } from './catalogue.ts';

/** A field named by concepts that stand together: how surely, the concepts due (the head first), those that forbid it. */
export type Phrase = readonly [weight: number, due: string, without?: string];

/** The phrases that name each field. */
export type FieldPhrases = Partial<Record<FieldId, readonly Phrase[]>>;
