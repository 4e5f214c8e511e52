/** Letters per thousand in running Russian text (О. Н. Ляшевская, С. А. Шаров, «Частотный словарь», 2009), а … я. */
const frequencies = [
  80.1, 15.9, 45.4, 17.0, 29.8, 84.5, 9.4, 16.5, 73.5, 12.1, 34.9, 44.0, 32.1, 67.0, 109.7, 28.1,
  47.3, 54.7, 62.6, 26.2, 2.6, 9.7, 4.8, 14.4, 7.3, 3.6, 0.4, 19.0, 17.4, 3.2, 6.4, 20.1,
];
const logs = frequencies.map((perMille) => Math.log(perMille / 1000));
/** Rarer in print (0.4 per thousand), but lists of names write it out. */
const yo = Math.log(0.002);

const vowels = new Set('аеёиоуыэюя');
const softSigns = new Set('ьъ');
const usual = new Set('«»№—–“”„…·•\u00a0\u2019°§±©');

/** Characters that a space follows and never a letter. */
const closing = new Set('–—”»…');

/** Natural logarithm of how likely a character is in Russian text, ASCII being neutral. */
function letterScore(letter: string): number {
  if (letter === 'ё') return yo;
  return logs[letter.charCodeAt(0) - 0x430] ?? -12;
}

/** Price of words that fall out of a text written in capitals: a list of names is in capitals throughout. */
function caseStrays(text: string): number {
  const words = text.match(/[А-Яа-яЁё]+/g) ?? [];
  if (words.length < 3) return 0;
  const strays = words.filter((word) => word !== word.toUpperCase()).length;
  return strays * 5 <= words.length ? strays * 4 : 0;
}

/**
 * Mean logarithm of likelihood of the non-ASCII characters of a text as Russian: letter frequency, case that rises only at the
 * start of words, vowels between consonants; higher is more Russian, running prose lies near -3.
 */
export function russianLikelihood(text: string): number {
  let sum = 0;
  let count = 0;
  let before = '';
  let run = 0;
  for (const character of text) {
    const code = character.charCodeAt(0);
    if (code < 0x80) {
      before = character;
      run = 0;
      continue;
    }
    count += 1;
    const lower = character.toLowerCase();
    if ((lower >= 'а' && lower <= 'я') || lower === 'ё') {
      sum += letterScore(lower);
      const upper = lower !== character;
      const beforeLower = before.toLowerCase();
      const beforeIsLetter = /[а-яё]/.test(beforeLower);
      if (beforeIsLetter) {
        const beforeUpper = beforeLower !== before;
        if (upper && !beforeUpper) sum -= 6;
        else if (!upper && beforeUpper && run > 1) sum -= 4;
        if (vowels.has(lower) === vowels.has(beforeLower)) sum -= 0.7;
        if (softSigns.has(lower) && vowels.has(beforeLower)) sum -= 6;
      } else {
        if (softSigns.has(lower) || lower === 'ы') sum -= 6;
        if (/[a-z]/i.test(before)) sum -= 3;
        if (closing.has(before)) sum -= 3;
        if (upper) sum -= 0.3;
      }
      run += 1;
    } else {
      sum += usual.has(character) ? -6 : -11;
      run = 0;
    }
    before = character;
  }
  return count === 0 ? -Infinity : (sum - caseStrays(text)) / count;
}
