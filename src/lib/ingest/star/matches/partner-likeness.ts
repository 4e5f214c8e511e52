import { remember } from '../../remember.ts';
import { stemWords } from '../../vocabulary.ts';
import { isLegalWord, partnerKey } from '../partner-key.ts';
import { isOneSlip, slipKeys } from './likeness.ts';
import type { Weighed } from './match.ts';

/** What of an institution's name tells it from others. */
export interface PartnerWords {
  /** Stems of the telling words, in order. */
  readonly words: readonly string[];
  /** Its numbers, such as «5» of «№ 5», in order. */
  readonly numbers: string;
  /** The city after «г.»; null where none is named so. */
  readonly city: string | null;
  /** The telling words in full, run together. */
  readonly joined: string;
}

const abbreviations: Readonly<Record<string, string>> = {
  обл: 'областной',
  гор: 'городской',
  рай: 'районный',
  респ: 'республиканский',
  гос: 'государственный',
  муниц: 'муниципальный',
  дет: 'детский',
  юнош: 'юношеский',
  муз: 'музыкальный',
  худож: 'художественный',
  худ: 'художественный',
  спорт: 'спортивный',
  пед: 'педагогический',
  техн: 'технический',
  тех: 'технический',
  мед: 'медицинский',
  краев: 'краеведческий',
  истор: 'исторический',
  нац: 'национальный',
  науч: 'научный',
  шк: 'школа',
  б: 'библиотека',
  библ: 'библиотека',
  биб: 'библиотека',
  унив: 'университет',
  ун: 'университет',
  инст: 'институт',
  ин: 'институт',
  филарм: 'филармония',
};
const glued: readonly (readonly [RegExp, string])[] = [
  [/(?<!\p{L})б ка(?!\p{L})/gu, 'библиотека'],
  [/(?<!\p{L})ун т(?!\p{L})/gu, 'университет'],
  [/(?<!\p{L})ин т(?!\p{L})/gu, 'институт'],
  [/(?<!\p{L})ф ка(?!\p{L})/gu, 'фабрика'],
];
const cityWords = /^(?:г|гор|город|города|городе|пос|поселка)$/;
const fillers = /^(?:и|на|при|для|по|в|во|с|им|номер)$/;
/** Initials of whom an institution is named after: «им. А. С.». */
const initials = /(?<!\p{L})(имени|им\.?)((?:\s*\p{L}\.)+)(?=\s*\p{L})/giu;

/** The telling words of an institution's name: without legal forms, initials and city, abbreviations in full. */
export const partnerWords = remember((name: string): PartnerWords => {
  let key = partnerKey(name.replace(initials, '$1 '));
  for (const [form, full] of glued) key = key.replace(form, full);
  const all = key.split(' ');
  const words: string[] = [];
  let joined = '';
  const numbers: string[] = [];
  let city: string | null = null;
  for (let at = 0; at < all.length; at += 1) {
    const word = all[at] ?? '';
    const next = all[at + 1] ?? '';
    if (cityWords.test(word) && next.length > 2 && !/\d/.test(next)) {
      city = stemWords(next)[0] ?? next;
      at += 1;
    } else if (/^\d+$/.test(word)) numbers.push(String(Number(word)));
    else if (!fillers.test(word) && word.length > 1 && !isLegalWord(word)) {
      const full = abbreviations[word] ?? word;
      words.push(...stemWords(full));
      joined += full;
    }
  }
  return { words, numbers: numbers.join(' '), city, joined };
});

/** Common words of institutions' names, which alone do not tell one from another. */
const common = new Set(
  stemWords(
    'школа дом дворец центр музей библиотека театр детский юношеский творчество искусство дополнительный образование ' +
      'спортивный музыкальный художественный городской областной районный центральный муниципальный государственный ' +
      'университет институт колледж академия клуб студия станция парк филармония культура отдых развитие досуг ' +
      'молодёжный народный краеведческий исторический педагогический технический',
  ),
);

const isTelling = (word: string) => !common.has(word) && word.length > 3;
/** Words whose absence says little: common ones, and adjectives of a place («светлоозёрский»). */
const isPlain = (word: string) => common.has(word) || word.endsWith('ск');

/** The first letters of each run of two to seven words. */
function acronymsOf(words: readonly string[]): { letters: string; from: number; to: number }[] {
  const found: { letters: string; from: number; to: number }[] = [];
  for (let from = 0; from < words.length; from += 1) {
    let letters = words[from]?.charAt(0) ?? '';
    for (let to = from + 1; to < Math.min(words.length, from + 7); to += 1) {
      letters += words[to]?.charAt(0) ?? '';
      found.push({ letters, from, to });
    }
  }
  return found;
}

function without(words: readonly string[], others: readonly string[]): string[] {
  const left = [...words];
  for (const word of others) {
    const place = left.indexOf(word);
    if (place >= 0) left.splice(place, 1);
  }
  return left;
}

function readAcronym(short: PartnerWords, long: PartnerWords): Weighed | null {
  for (const { letters, from, to } of acronymsOf(long.words)) {
    if (!short.words.includes(letters)) continue;
    const rest = [...long.words.slice(0, from), ...long.words.slice(to + 1)];
    const others = without(short.words, [letters]);
    const left = without(rest, others);
    if (without(others, rest).length > 0) continue;
    if (left.length > 1) continue;
    const sure = letters.length > 2 || others.some(isTelling);
    const weight = (sure ? 3.5 : 2) - 1.5 * left.length;
    return {
      code: 'acronym',
      params: { short: letters, full: long.words.slice(from, to + 1).join(' ') },
      weight,
    };
  }
  return null;
}

/** How two institutions' names are alike; null where they are not, or where number or city part them. */
export function comparePartners(one: string, other: string): Weighed[] | null {
  const [a, b] = [partnerWords(one), partnerWords(other)];
  if (a.words.length === 0 || b.words.length === 0) return null;
  if (a.numbers !== b.numbers && a.numbers !== '' && b.numbers !== '') return null;
  if (a.city !== null && b.city !== null && a.city !== b.city) return null;
  const reasons: Weighed[] = [];
  const left: string[] = [];
  if (a.numbers !== b.numbers) left.push(`${a.numbers}${b.numbers}`);
  if (a.city !== b.city) left.push(a.city ?? b.city ?? '');
  if (left.length > 0)
    reasons.push({
      code: 'words-left-out',
      params: { words: left.join(', ') },
      weight: a.numbers === b.numbers ? -0.5 : -2.5,
    });
  const words = compareWords(a, b);
  return words ? [words, ...reasons] : null;
}

function compareWords(a: PartnerWords, b: PartnerWords): Weighed | null {
  const onlyA = without(a.words, b.words);
  const onlyB = without(b.words, a.words);
  if ((onlyA.length === 0 && onlyB.length === 0) || a.joined === b.joined)
    return { code: 'words-same', params: { words: a.words.join(' ') }, weight: 4 };
  const acronym = readAcronym(a, b) ?? readAcronym(b, a);
  if (acronym) return acronym;
  const [one] = onlyA;
  const [other] = onlyB;
  if (onlyA.length === 1 && onlyB.length === 1 && one !== undefined && other !== undefined) {
    const shorter = Math.min(one.length, other.length);
    const whole = a.words.join('').length;
    if (shorter < 4 || !isOneSlip(one, other)) return null;
    const sure = shorter >= 6 && whole >= 10;
    return { code: 'words-alike', params: { from: one, to: other }, weight: sure ? 3.5 : 2 };
  }
  const shared = Math.min(a.words.length, b.words.length);
  const left = onlyA.length === 0 ? onlyB : onlyB.length === 0 ? onlyA : null;
  if (!left || left.length > 2) return null;
  const kept = without(a.words, onlyA);
  const telling = kept.some(isTelling);
  const plain = left.every(isPlain);
  if (shared < 2 && !telling) return null;
  return {
    code: 'words-left-out',
    params: { words: left.join(', ') },
    weight: (telling ? 1.5 : 0.5) + (plain ? 0.5 : -0.5) - 0.5 * (left.length - 1),
  };
}

/** Keys under which names of one institution meet. */
export function partnerKeys(name: string): string[] {
  const { words, joined } = partnerWords(name);
  const sorted = words.toSorted();
  const keys = slipKeys(sorted.join('')).map((slip) => `s:${slip}`);
  keys.push(`j:${joined}`);
  for (const word of new Set(words)) {
    keys.push(`w:${word}`, `a:${word}`);
    if (word.length > 4) for (const slip of slipKeys(word)) keys.push(`o:${slip}`);
  }
  for (const { letters } of acronymsOf(words)) keys.push(`a:${letters}`);
  return keys;
}
