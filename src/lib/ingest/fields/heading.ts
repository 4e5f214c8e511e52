import { foldText } from '#lib/i18n/fold.ts';
import { stemWords } from '../vocabulary.ts';
import { fieldIds, fields, type FieldId } from './catalogue.ts';

const abbreviations: readonly (readonly [RegExp, string])[] = [
  [/ф\s*\.\s*и\s*\.\s*о\s*\.?/g, 'фио '],
  [/кол\s*-\s*во/g, 'количество'],
  [/уч\s*-\s*ся/g, 'учащихся'],
  [/(?<![а-я])кл\s*\.\s*рук\s*\.?/g, 'классный руководитель'],
  [/(?<![а-я])соц\s*\.\s*/g, 'социальный '],
  [/(?<![а-я])чел\s*\.?(?![а-я])/g, 'человек'],
  [/(?<![а-я])дата\s+рожд\./g, 'дата рождения'],
  [/(?<![а-я])(?:№|n)\s*п\s*[/.]\s*п\.?/g, '№'],
  [/(?<![а-я])п\s*[/.]\s*п\.?(?![а-я])/g, '№'],
  [/№+/g, ' номер '],
];

/** A heading folded for comparing with the names of fields. */
export function foldHeading(text: string): string {
  let folded = foldText(text);
  for (const [form, full] of abbreviations) folded = folded.replace(form, full);
  return folded.replace(/[^\p{L}\d%#]+/gu, ' ').trim();
}

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

const synonyms: readonly Synonym[] = fieldIds.flatMap((field) =>
  fields[field].names.map((name) => {
    const folded = foldHeading(name);
    return { field, folded, stems: telling(folded), grams: trigrams(folded) };
  }),
);
const exact = new Map<string, FieldId[]>();
const fieldsOfStem = new Map<string, Set<FieldId>>();
for (const { field, folded, stems } of synonyms) {
  const known = exact.get(folded);
  if (!known) exact.set(folded, [field]);
  else if (!known.includes(field)) known.push(field);
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
  for (const synonym of synonyms) {
    const words = dice(stems, synonym.stems, weighStem);
    const letters = dice(grams, synonym.grams, () => 1);
    const likeness = Math.min(0.95, Math.max(words * 0.95, letters > 0.5 ? letters * 0.9 : 0));
    if (likeness > 0.3) raise(synonym.field, likeness * factor);
  }
}

const known = new Map<string, ReadonlyMap<FieldId, number>>();

/**
 * How much a heading names each field, 0 to 1 (1: word for word a known name); fields it does not resemble are absent.
 * The floors of a stacked heading («Участник / Класс») count by the whole, by the last and weakly by the others.
 */
export function scoreHeading(heading: string): ReadonlyMap<FieldId, number> {
  const ready = known.get(heading);
  if (ready) return ready;
  const scores = new Map<FieldId, number>();
  const floors = heading.split(' / ');
  const variants = new Map<string, number>();
  const offer = (text: string, factor: number) => {
    const folded = foldHeading(text);
    if (folded && factor > (variants.get(folded) ?? 0)) variants.set(folded, factor);
    const bare = foldHeading(text.replace(/\([^)]*\)/g, ' '));
    if (bare && factor * 0.98 > (variants.get(bare) ?? 0)) variants.set(bare, factor * 0.98);
  };
  offer(heading, 1);
  if (floors.length > 1) {
    offer(floors.at(-1) ?? '', 0.98);
    for (const floor of floors.slice(0, -1)) offer(floor, 0.5);
  }
  for (const [folded, factor] of variants) scoreVariant(folded, scores, factor);
  if (known.size > 5000) known.clear();
  known.set(heading, scores);
  return scores;
}
