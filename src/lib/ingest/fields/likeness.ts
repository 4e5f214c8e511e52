import { foldText } from '#lib/i18n/fold.ts';
import { remember } from '../remember.ts';
import { stemWords } from '../vocabulary.ts';
import { countWords, expandWords } from './abbreviation.ts';
import { fieldIds, fieldOf, type FieldId } from './catalogue.ts';
import { foldHeading } from './heading.ts';
import { scorePhrases } from './phrases.ts';

function trigrams(text: string): Set<string> {
  const padded = ` ${text} `;
  const found = new Set<string>();
  for (let at = 0; at + 3 <= padded.length; at += 1) found.add(padded.slice(at, at + 3));
  return found;
}

function dice<T>(a: ReadonlySet<T>, b: ReadonlySet<T>, weigh: (item: T) => number): number {
  let shared = 0;
  let all = 0;
  for (const item of a) {
    all += weigh(item);
    if (b.has(item)) shared += 2 * weigh(item);
  }
  for (const item of b) all += weigh(item);
  return all === 0 ? 0 : shared / all;
}

interface Synonym {
  readonly field: FieldId;
  readonly folded: string;
  readonly stems: ReadonlySet<string>;
  readonly grams: ReadonlySet<string>;
}

const dull = new Set([
  'свою',
  'свой',
  'ли',
  'к',
  'за',
  'из',
  'для',
  'наприм',
  'котор',
  'как',
  'при',
  'налич',
  'есть',
  'если',
  'are',
  'is',
  'in',
  'do',
  'you',
  'which',
  'укажит',
  'ваш',
  'напишит',
  'введит',
  'выберит',
  'вы',
  'ты',
  'в',
  'и',
  'на',
  'полност',
  'the',
  'of',
  'your',
  'please',
  'enter',
]);
const telling = (folded: string) => new Set(stemWords(folded).filter((stem) => !dull.has(stem)));

/** How far a heading is believed without what it says in brackets. */
const bareTrust = 0.935;
/** How far likeness of words and letters is believed against what the words mean. */
const likenessTrust = 0.8;

/** A heading that is known to mean a field. */
export interface KnownName {
  readonly field: FieldId;
  readonly name: string;
}

/** Every name of the catalogue. */
export const knownNames: readonly KnownName[] = fieldIds.flatMap((field) =>
  fieldOf(field).names.map((name) => ({ field, name })),
);

/** How much a heading names each field, 0 to 1 (1: word for word a known name); fields it does not resemble are absent. */
export type HeadingScorer = (heading: string) => ReadonlyMap<FieldId, number>;

/**
 * Makes a scorer by known names. A heading counts by its words and letters against the names, and by what its words mean;
 * the floors of a stacked heading («Участник / Класс») count by the whole, by the last and weakly by the others.
 */
export function headingScorer(names: readonly KnownName[]): HeadingScorer {
  const synonyms: readonly Synonym[] = names.map(({ field, name }) => {
    const folded = foldHeading(name);
    return { field, folded, stems: telling(folded), grams: trigrams(folded) };
  });
  const fullWords = countWords(synonyms.map(({ folded }) => folded));
  const exact = new Map<string, FieldId[]>();
  const fieldsOfStem = new Map<string, Set<FieldId>>();
  for (const { field, folded, stems } of synonyms) {
    const same = exact.get(folded);
    if (!same) exact.set(folded, [field]);
    else if (!same.includes(field)) same.push(field);
    for (const stem of stems)
      fieldsOfStem.set(stem, (fieldsOfStem.get(stem) ?? new Set<FieldId>()).add(field));
  }
  const weighStem = (stem: string) => 1 / Math.sqrt(fieldsOfStem.get(stem)?.size ?? 2);

  function scoreVariant(folded: string, scores: Map<FieldId, number>, factor: number): void {
    const raise = (field: FieldId, score: number) => {
      if (score > (scores.get(field) ?? 0)) scores.set(field, score);
    };
    for (const [place, field] of (exact.get(folded) ?? []).entries())
      raise(field, (place === 0 ? 1 : 0.99) * factor);
    if (!/\p{L}/u.test(folded)) return;
    const stems = telling(folded);
    const grams = trigrams(folded);
    const like = new Map<FieldId, number>();
    for (const synonym of synonyms) {
      const words = dice(stems, synonym.stems, weighStem);
      const letters = dice(grams, synonym.grams, () => 1);
      const likeness = Math.min(0.95, Math.max(words * 0.95, letters > 0.5 ? letters * 0.9 : 0));
      if (likeness > 0.3) like.set(synonym.field, Math.max(like.get(synonym.field) ?? 0, likeness));
    }
    const meant = scorePhrases(folded, (word) => stemWords(word).every((stem) => dull.has(stem)));
    for (const field of new Set([...like.keys(), ...meant.keys()])) {
      const [likeness, meaning] = [like.get(field) ?? 0, meant.get(field) ?? 0];
      const both = Math.max(likeness * likenessTrust, meaning) + 0.1 * Math.min(likeness, meaning);
      raise(field, Math.min(0.94, both) * factor);
    }
  }

  function scoreWhole(heading: string): ReadonlyMap<FieldId, number> {
    const scores = new Map<FieldId, number>();
    const floors = heading.split(' / ');
    const variants = new Map<string, number>();
    const put = (folded: string, factor: number) => {
      if (folded && factor > (variants.get(folded) ?? 0)) variants.set(folded, factor);
    };
    const offer = (text: string, factor: number) => {
      put(foldHeading(text), factor);
      put(foldHeading(text.replace(/\([^)]*\)/g, ' ')), factor * bareTrust);
      put(foldHeading(expandWords(foldText(text), fullWords)), factor * 0.97);
    };
    offer(heading, 1);
    if (floors.length > 1) {
      offer(floors.at(-1) ?? '', 0.98);
      for (const floor of floors.slice(0, -1)) offer(floor, 0.5);
    }
    for (const [folded, factor] of variants) scoreVariant(folded, scores, factor);
    return scores;
  }
  return remember(scoreWhole, 5000);
}

/** Scores a heading by the names of the catalogue. */
export const scoreHeading = headingScorer(knownNames);
