const lettersOnly = /[^\p{L}]+/u;

/** Full words by which shortened ones are read: each by how often it occurs. */
export type FullWords = ReadonlyMap<string, number>;

/** Counts the words of five letters or more in folded texts. */
export function countWords(texts: Iterable<string>): FullWords {
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const word of text.split(lettersOnly))
      if (word.length >= 5) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function commonest(words: FullWords, fits: (word: string) => boolean): string | null {
  let best: string | null = null;
  let most = 0;
  for (const [word, count] of words) {
    if (count <= most || !fits(word)) continue;
    best = word;
    most = count;
  }
  return best;
}

/**
 * A folded text with its shortened words written out by the commonest full word that they can stand for: «отв.» by its
 * beginning, «рез-т» by its beginning and end; what no known word begins with stays.
 */
export function expandWords(text: string, words: FullWords): string {
  return text
    .replace(
      /(?<!\p{L})(\p{L}{2,})-(\p{L}{1,3})(?![\p{L}-])/gu,
      (all, head: string, tail: string) => {
        const full = commonest(
          words,
          (word) =>
            word.length > head.length + tail.length && word.startsWith(head) && word.endsWith(tail),
        );
        return full ?? all;
      },
    )
    .replace(/(?<!\p{L})(\p{L}{2,9})\.(?=\s|$|[^\p{L}\d])/gu, (all, head: string) =>
      words.has(head)
        ? all
        : (commonest(words, (word) => word.length > head.length && word.startsWith(head)) ?? all),
    );
}
