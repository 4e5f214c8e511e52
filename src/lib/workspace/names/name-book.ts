import type { Engine } from '#lib/engine/engine.ts';
import { foldText } from '#lib/i18n/fold.ts';
import { Query } from '@uwdata/mosaic-sql';

/** A pupil's name inside a text: from its first letter to behind its last, as it is written there, and the pseudonyms of all whose it can be. */
export interface NamePlace {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly pseudonyms: readonly string[];
}

/** A pupil as the engine keeps it: folded words of surname and first name, in any order, and what stands for them where names are hidden. */
export interface NamedPupil {
  readonly key: string;
  readonly pseudonym: string;
}

/** Endings of surnames and first names in the cases of Russian. */
const endings = [
  ...['иями', 'ами', 'ями', 'ого', 'его', 'ому', 'ему', 'ыми', 'ими', 'ией', 'иею', 'еем'],
  ...[
    'ов',
    'ев',
    'ах',
    'ях',
    'ам',
    'ям',
    'ом',
    'ем',
    'ым',
    'им',
    'ых',
    'их',
    'ый',
    'ий',
    'ой',
    'ей',
  ],
  ...['ая', 'яя', 'ую', 'юю', 'ою', 'ею', 'ия', 'ии', 'ие', 'ию', 'ея', 'ее', 'еи', 'ью'],
  ...['а', 'я', 'у', 'ю', 'е', 'ы', 'и', 'о', 'й', 'ь'],
];

/** Under so many letters nothing is taken off a word. */
const shortest = 2;
/** A name so short keeps all its letters in every case. */
const leastStem = 3;

/** Names whose vowel comes and goes: «Павел», «Павла». */
const fleeting = /^(.*[бвгджзклмнпрстфхцчшщй])[еоь]([лнрцвк])$/;

/**
 * What can be left of a folded word when a case's ending is taken off, with a vowel that comes and goes taken out; two forms of
 * one name share at least one of these.
 */
function stemsOf(word: string): ReadonlySet<string> {
  const stems = new Set([word]);
  for (const ending of endings) {
    const rest = word.length - ending.length;
    if (rest >= Math.min(leastStem, Math.max(shortest, word.length - 1)) && word.endsWith(ending)) {
      stems.add(word.slice(0, rest));
    }
  }
  for (const stem of [...stems]) {
    const [, before, after] = fleeting.exec(stem) ?? [];
    if (before !== undefined && after !== undefined && before.length >= shortest) {
      stems.add(before + after);
    }
  }
  return stems;
}

interface Person {
  readonly pseudonym: string;
  readonly names: readonly string[];
  readonly words: readonly ReadonlySet<string>[];
}

/** The names of a school's pupils, made ready to be found in texts. */
export class NameBook {
  /** For each stem, the people of whom a word can have it. */
  readonly #people = new Map<string, Set<Person>>();
  readonly #words = new Set<string>();

  constructor(pupils: Iterable<NamedPupil>) {
    for (const { key, pseudonym } of pupils) {
      // Behind a bar stands what tells namesakes apart.
      const [name = ''] = key.split('|');
      const words = name.split(' ').filter((word) => /\p{L}/u.test(word));
      for (const word of words) this.#words.add(word);
      // A surname alone is a word of the language too often.
      if (words.length < 2) continue;
      const person: Person = { pseudonym, names: words, words: words.map(stemsOf) };
      for (const stems of person.words) {
        for (const stem of stems) {
          const those = this.#people.get(stem) ?? new Set();
          this.#people.set(stem, those.add(person));
        }
      }
    }
  }

  /** Whether a folded word is somebody's surname or first name. */
  holds(word: string): boolean {
    return this.#words.has(word);
  }

  /** Everybody of whom a word of a text can be a name. */
  peopleOf(stems: ReadonlySet<string>): ReadonlySet<Person> {
    return new Set([...stems].flatMap((stem) => [...(this.#people.get(stem) ?? [])]));
  }
}

interface Word {
  readonly from: number;
  readonly to: number;
  readonly folded: string;
  /** One capital letter. */
  readonly isInitial: boolean;
}

const words = /(?<![\p{L}\p{N}])\p{L}+(?:[-‐‑]\p{L}+)*/gu;
const tokens = /\{\{[^{}]*\}\}/g;
/** What can stand between the words of one name: spaces, and the dot or comma of an initial or a list. */
const joint = /^[\s\u00a0.,]{0,3}$/;
/** A surname and a first name stand side by side, or with a patronymic between them. */
const farthest = 2;
const patronymic = /(?:вич|вн|ичн|[ьмкт]ич)\p{L}{0,3}$/u;

function wordsIn(text: string): readonly Word[] {
  const bare = text.replace(tokens, (token) => '\n'.repeat(token.length));
  return Array.from(bare.matchAll(words), ({ 0: word, index }) => ({
    from: index,
    to: index + word.length,
    folded: foldText(word),
    isInitial: word.length === 1 && word !== word.toLowerCase(),
  }));
}

function meets(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return [...a].some((one) => b.has(one));
}

/** Whether two words of a text are two words of a person's name; one may be an initial. */
function areNameOf(
  { words: own }: Person,
  a: Word,
  b: Word,
  stems: readonly ReadonlySet<string>[],
) {
  const [first, second] = stems;
  if (!first || !second) return false;
  const isInitial = (word: Word, name: ReadonlySet<string>) =>
    word.isInitial && [...name].some((stem) => stem.startsWith(word.folded));
  return own.some((one, place) =>
    own.some(
      (other, at) =>
        at !== place &&
        ((meets(one, first) && (meets(other, second) || isInitial(b, other))) ||
          (meets(one, second) && isInitial(a, other))),
    ),
  );
}

/** The places of a text at which a pupil of the book is named by surname and first name, or by surname and initial. */
export function findNames(text: string, book: NameBook): readonly NamePlace[] {
  const all = wordsIn(text);
  const stems = all.map(({ folded }) =>
    folded.length === 1 ? new Set<string>() : stemsOf(folded),
  );
  const known = stems.map((set) => book.peopleOf(set));
  const found: NamePlace[] = [];
  for (const [place, word] of all.entries()) {
    for (let step = 1; step <= farthest; step += 1) {
      const other = all[place + step];
      const between = all.slice(place, place + step + 1);
      const isJoined = between.every((one, index) => {
        const next = between[index + 1];
        return !next || joint.test(text.slice(one.to, next.from));
      });
      const isApart = between
        .slice(1, -1)
        .some(({ folded, isInitial }) => !isInitial && !patronymic.test(folded));
      if (!other || !isJoined || isApart) break;
      const candidates = [...(known[place] ?? []), ...(known[place + step] ?? [])];
      const pair = [stems[place], stems[place + step]].filter((set) => set !== undefined);
      const named = candidates.filter((person) => areNameOf(person, word, other, pair));
      if (named.length > 0) {
        const last = found.at(-1);
        const from = last && last.to > word.from ? last.from : word.from;
        if (last && last.to > word.from) found.pop();
        // Whose name it is letter by letter comes before whoever may be meant by a case of it.
        const exactly = named.filter(({ names }) =>
          [word, other].every(({ folded }) => names.includes(folded)),
        );
        const people = exactly.length > 0 ? exactly : named;
        const pseudonyms = [...new Set(people.map(({ pseudonym }) => pseudonym))];
        found.push({ from, to: other.to, text: text.slice(from, other.to), pseudonyms });
        break;
      }
    }
  }
  return found;
}

const namesSql = String(Query.from('participant').select('key', 'pseudonym'));

/** Asks for the names of all pupils and others whom the data name. Rejects as the engine does. */
export async function askNameBook(engine: Engine, signal?: AbortSignal): Promise<NameBook> {
  const { columns, length } = await engine.ask(namesSql, signal);
  const textAt = (column: string, row: number) => String(columns[column]?.[row] ?? '');
  return new NameBook(
    Array.from({ length }, (_, row) => ({
      key: textAt('key', row),
      pseudonym: textAt('pseudonym', row),
    })),
  );
}
