import type { FieldId } from './catalogue.ts';
import { conceptsOf } from './concepts.ts';
import { eventPhrases } from './event-phrases.ts';
import { outcomePhrases } from './outcome-phrases.ts';
import { peoplePhrases } from './people-phrases.ts';

interface Rule {
  readonly field: FieldId;
  readonly weight: number;
  readonly due: readonly string[];
  readonly without: readonly string[];
}

const split = (text: string | undefined) => (text ?? '').split(' ').filter((word) => word !== '');

/** Every phrase as a rule over concepts. */
export const rules: readonly Rule[] = Object.entries({
  ...peoplePhrases,
  ...eventPhrases,
  ...outcomePhrases,
}).flatMap(([field, list]) =>
  list.map(([weight, due, without]) => ({
    field: field as FieldId,
    weight,
    due: split(due),
    without: split(without),
  })),
);

/**
 * How much the words of a folded heading name each field by what they mean, 0 to 1. A phrase counts more the sooner its head
 * stands and the more of the heading it explains; `dull` words need no explanation.
 */
export function scorePhrases(
  folded: string,
  dull: (word: string) => boolean,
): ReadonlyMap<FieldId, number> {
  const words = folded.split(' ').map((word) => ({ meanings: conceptsOf(word), dull: dull(word) }));
  const places = new Map<string, number[]>();
  for (const [place, { meanings }] of words.entries())
    for (const meaning of meanings) places.set(meaning, [...(places.get(meaning) ?? []), place]);
  const telling = words.filter((word) => !word.dull || word.meanings.length > 0).length || 1;
  const first = words.findIndex((word) => word.meanings.length > 0 && !word.dull);
  const spoken = places.has('self') ? 0.5 : 1;
  const scores = new Map<FieldId, number>();
  for (const { field, weight, due, without } of rules) {
    if (!due.every((concept) => places.has(concept))) continue;
    if (without.some((concept) => places.has(concept) && !due.includes(concept))) continue;
    const held = new Set(due.flatMap((concept) => places.get(concept) ?? []));
    if (held.size < due.length) continue;
    const head = places.get(due[0] ?? '')?.[0] ?? 0;
    const share = Math.min(1, held.size / telling);
    const score = spoken * weight * (0.72 + 0.18 * share + (head <= first ? 0.1 : 0));
    if (score > (scores.get(field) ?? 0)) scores.set(field, score);
  }
  return scores;
}
