import { foldText } from '#lib/i18n/fold.ts';

/** A piece of a name, and whether the other name has nothing like it. */
export interface NamePiece {
  readonly text: string;
  readonly differs: boolean;
}

const leastAlike = 0.5;
const mostMarked = 0.5;
const words = /[\p{L}\p{N}]+/gu;

interface Word {
  readonly text: string;
  readonly at: number;
}

const listWords = (name: string): Word[] =>
  [...name.matchAll(words)].map(({ 0: text, index }) => ({ text, at: index }));

/** For each letter of both words whether their longest common subsequence leaves it out. */
function compareLetters(a: string, b: string): readonly [readonly boolean[], readonly boolean[]] {
  const [one, other] = [[...a].map(foldText), [...b].map(foldText)];
  const lengths = Array.from({ length: one.length + 1 }, () =>
    new Array<number>(other.length + 1).fill(0),
  );
  const at = (i: number, j: number) => lengths[i]?.[j] ?? 0;
  for (let i = one.length - 1; i >= 0; i -= 1)
    for (let j = other.length - 1; j >= 0; j -= 1) {
      const row = lengths[i];
      if (row)
        row[j] = one[i] === other[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  const left = one.map(() => true);
  const right = other.map(() => true);
  for (let i = 0, j = 0; i < one.length && j < other.length;) {
    if (one[i] === other[j]) {
      left[i] = false;
      right[j] = false;
      i += 1;
      j += 1;
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return [left, right];
}

const shareOf = (differs: readonly boolean[]) =>
  differs.length === 0 ? 1 : differs.filter((one) => !one).length / differs.length;

function cut(name: string, marked: ReadonlySet<number>): NamePiece[] {
  const pieces: { text: string; differs: boolean }[] = [];
  let place = 0;
  for (const letter of name) {
    const differs = marked.has(place);
    place += letter.length;
    const last = pieces.at(-1);
    if (last?.differs === differs) last.text += letter;
    else pieces.push({ text: letter, differs });
  }
  return pieces;
}

function mark(marked: Set<number>, { text, at }: Word, differs: readonly boolean[] | null): void {
  let place = at;
  for (const [index, letter] of [...text].entries()) {
    if (differs?.[index] ?? true) marked.add(place);
    place += letter.length;
  }
}

/** Whether a word is an initial of another: what it leaves out is no difference. */
const isInitial = (short: string, long: string) =>
  [...short].length === 1 && foldText(long).startsWith(foldText(short));

/**
 * Two names cut where they differ: words that both have are left alone whatever their order, of words that are alike the
 * letters are marked, of others the whole word. Case, «ё» and initials make no difference, nor do words that the other
 * name just leaves out where `mayLeaveOut`; names that have less than half in common are not marked at all.
 */
export function markDifferences(
  a: string,
  b: string,
  mayLeaveOut: boolean,
): readonly [readonly NamePiece[], readonly NamePiece[]] {
  const left = listWords(a);
  const right = listWords(b);
  const pair = (isOne: (own: string, other: string) => boolean) => {
    for (const word of [...left]) {
      const twin = right.findIndex(({ text }) => isOne(word.text, text));
      if (twin < 0) continue;
      right.splice(twin, 1);
      left.splice(left.indexOf(word), 1);
    }
  };
  pair((own, other) => foldText(own) === foldText(other));
  pair((own, other) => isInitial(own, other) || isInitial(other, own));
  const [markedA, markedB] = [new Set<number>(), new Set<number>()];
  const isLeftOut = mayLeaveOut && (left.length === 0 || right.length === 0);
  for (const word of isLeftOut ? [] : left) {
    const twin = takeTwin(word, right);
    mark(markedA, word, twin?.letters[0] ?? null);
    if (twin) mark(markedB, twin.word, twin.letters[1]);
  }
  for (const word of isLeftOut ? [] : right) mark(markedB, word, null);
  const isTooMuch = markedA.size > mostMarked * a.length || markedB.size > mostMarked * b.length;
  const nothing = new Set<number>();
  return isTooMuch ? [cut(a, nothing), cut(b, nothing)] : [cut(a, markedA), cut(b, markedB)];
}

interface Twin {
  readonly word: Word;
  readonly letters: ReturnType<typeof compareLetters>;
}

/** Takes the word that is most like one out of a list; null where none is enough like it. */
function takeTwin({ text }: Word, among: Word[]): Twin | null {
  let best: (Twin & { readonly share: number }) | null = null;
  for (const word of among) {
    const letters = compareLetters(text, word.text);
    const share = Math.min(shareOf(letters[0]), shareOf(letters[1]));
    if (share >= leastAlike && share > (best?.share ?? 0)) best = { word, letters, share };
  }
  if (best) among.splice(among.indexOf(best.word), 1);
  return best;
}
