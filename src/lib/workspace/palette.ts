import { foldText } from '#lib/i18n/fold.ts';

/** What a thing that the palette finds is. */
export type PaletteKind = 'screen' | 'action' | 'draft' | 'measure' | 'board' | 'partner';

/** Something that can be found and opened. */
export interface PaletteEntry {
  readonly id: string;
  readonly kind: PaletteKind;
  readonly label: string;
  /** Further words by which it is found, such as its name in the other language. */
  readonly words?: readonly string[];
  readonly run: () => void;
}

const latin: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'h',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'sch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
};
const latinKeys = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.";
const cyrillicKeys = 'ёйцукенгшщзхъфывапролджэячсмитьбю';

/** Cyrillic letters as they are written in Latin ones. */
function inLatin(text: string): string {
  return [...text].map((letter) => latin[letter] ?? letter).join('');
}

/** What the same keys write in the other layout of the keyboard. */
function onOtherLayout(text: string): string {
  return [...text.toLowerCase()]
    .map((letter) => {
      const [at, back] = [latinKeys.indexOf(letter), cyrillicKeys.indexOf(letter)];
      return (at >= 0 ? cyrillicKeys[at] : back >= 0 ? latinKeys[back] : letter) ?? letter;
    })
    .join('');
}

const whole = 100;
const start = 80;
const wordStart = 60;
const inside = 40;
const scattered = 20;

/** How well letters that stand in a text in this order, apart from each other, fit: the closer, the better; null where they do not. */
function scatter(text: string, wanted: string): number | null {
  if (wanted.length < 3) return null;
  const letters = [...wanted.replaceAll(' ', '')];
  let at = text.search(new RegExp(`(?<![\\p{L}\\p{N}])${escaped(letters[0] ?? '')}`, 'u'));
  if (at < 0) return null;
  const from = at;
  for (const letter of letters.slice(1)) {
    at = text.indexOf(letter, at + 1);
    if (at < 0) return null;
  }
  const spread = at - from + 1 - letters.length;
  return spread > 2 * letters.length ? null : scattered - spread / letters.length;
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/** How well one folded text answers to one folded wish; null where it does not. */
function fit(text: string, wanted: string): number | null {
  if (text === wanted) return whole;
  if (text.startsWith(wanted)) return start;
  const words = wanted.split(' ');
  const starts = words.every((word) =>
    new RegExp(`(?<![\\p{L}\\p{N}])${escaped(word)}`, 'u').test(text),
  );
  if (starts) return wordStart;
  if (words.every((word) => text.includes(word))) return wanted.length > 1 ? inside : null;
  return scatter(text, wanted);
}

/** A text without what people leave out when they type it. */
function bare(text: string): string {
  return foldText(text).replace(/["()]/g, ' ').replace(/ +/g, ' ').trim();
}

/** What was typed as it is, in Latin letters, and as the other layout would have written it. */
function readings(typed: string): readonly [wanted: string, trust: number][] {
  const plain = bare(typed);
  const other = bare(onOtherLayout(typed));
  return [
    [plain, 1],
    [inLatin(plain), 0.9],
    [other, 0.8],
  ];
}

interface Readable {
  readonly plain: string;
  readonly latin: string;
  readonly trust: number;
}

const readable = new WeakMap<PaletteEntry, readonly Readable[]>();

function readableOf(entry: PaletteEntry): readonly Readable[] {
  let known = readable.get(entry);
  if (!known) {
    known = [entry.label, ...(entry.words ?? [])].map((text, index) => {
      const plain = bare(text);
      return { plain, latin: inLatin(plain), trust: index === 0 ? 1 : 0.85 };
    });
    readable.set(entry, known);
  }
  return known;
}

function scoreOf(entry: PaletteEntry, wishes: readonly [string, number][]): number {
  let best = 0;
  for (const { plain, latin: written, trust: own } of readableOf(entry)) {
    for (const [wanted, trust] of wishes) {
      if (wanted === '') continue;
      const score = Math.max(fit(plain, wanted) ?? 0, 0.95 * (fit(written, wanted) ?? 0));
      best = Math.max(best, score * own * trust);
    }
  }
  return best;
}

/**
 * The entries that answer to what was typed, the best first and equal ones in their own order: by their beginning, by
 * words, by a part, or by letters in their order; ё as е, in Cyrillic or Latin letters, on either layout of the keyboard.
 */
export function findEntries(
  entries: readonly PaletteEntry[],
  typed: string,
  most = 50,
): readonly PaletteEntry[] {
  if (bare(typed) === '' && bare(onOtherLayout(typed)) === '') return entries.slice(0, most);
  const wishes = readings(typed);
  return entries
    .map((entry, place) => ({ entry, place, score: scoreOf(entry, wishes) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.place - b.place)
    .slice(0, most)
    .map(({ entry }) => entry);
}
