import { foldText, replaceLookAlikes } from '#lib/i18n/fold.ts';

/** A person's name: as shown, the key under which spellings of one name meet, and the folded patronymic. */
export interface PersonName {
  readonly display: string;
  readonly key: string;
  readonly patronymic: string | null;
}

const patronymicEnd = /(?:[оеё]вич|[оеё]вна|ична|инична|(?:ь|а|у|о)?ич)$/i;
const shortNames = /^(?:ильич|фомич|кузьмич|лукич)$/i;
const turkic = /^(?:оглы|оглу|кызы|гызы|улы|уулу)$/i;
const initial = /^\p{L}\.?$/u;

function capitalise(word: string): string {
  return word
    .toLowerCase()
    .replace(
      /(^|[-'’])(\p{L})/gu,
      (_all, before: string, letter: string) => before + letter.toUpperCase(),
    );
}

/** A name that needs no tidying. */
const tidied = /^[А-ЯЁа-яё]+(?: [А-ЯЁа-яё]+)*$/;

function tidy(text: string): string {
  if (tidied.test(text)) return text;
  return replaceLookAlikes(text.normalize('NFKC'))
    .replace(/^\s*\d+\s*[.)]\s*/, '')
    .replace(/\s*[-‐-―−]\s*/g, '-')
    .replace(/[,;]/g, ' ')
    .replace(/(\p{L}\.)(?=\p{L})/gu, '$1 ')
    .replace(/\s+/g, ' ')
    .trim();
}

function isPatronymic(word: string, place: number, of: number): boolean {
  if (place === 0 || of < 3) return false;
  return patronymicEnd.test(word) || shortNames.test(word);
}

/**
 * Reads «Фамилия Имя», «Фамилия Имя Отчество», «Имя Отчество Фамилия», «Фамилия И. О.» or «Name Surname».
 * The key holds the folded words of surname and first name in alphabetical order, so that their order, ё, case,
 * look-alike letters and the patronymic do not matter; a first name known by its initial is one letter in the key.
 * Null when the text cannot be a name: no letters, a digit, or more than five words.
 */
export function readPerson(text: string): PersonName | null {
  const shown = tidy(text);
  const words = shown.split(' ').filter((word) => /\p{L}/u.test(word));
  if (words.length === 0 || words.length > 5 || /[\d@:?!%]/.test(shown)) return null;
  const even =
    words.every((word) => word === word.toUpperCase() && word.length > 2) ||
    words.every((word) => word === word.toLowerCase());
  const styled = even
    ? words.map((word) => (turkic.test(word) ? word.toLowerCase() : capitalise(word)))
    : words;

  let patronymic: string | null = null;
  let rest = styled;
  const tail = styled.findIndex((word) => turkic.test(word));
  if (tail > 1) {
    patronymic = styled.slice(tail - 1, tail + 1).join(' ');
    rest = styled.filter((_word, place) => place !== tail && place !== tail - 1);
  } else if (styled.length === 3 && styled.slice(1).every((word) => initial.test(word))) {
    patronymic = styled[2] ?? null;
    rest = styled.slice(0, 2);
  } else if (styled.length === 3 && styled.slice(0, 2).every((word) => initial.test(word))) {
    patronymic = styled[1] ?? null;
    rest = [styled[2] ?? '', styled[0] ?? ''];
  } else {
    const place = styled.findLastIndex((word, at) => isPatronymic(word, at, styled.length));
    if (place > 0) {
      patronymic = styled[place] ?? null;
      rest = styled.filter((_word, at) => at !== place);
      if (place === 1 && styled.length === 3) rest = [styled[2] ?? '', styled[0] ?? ''];
    }
  }
  const parts = rest
    .map((word) => foldText(word).replaceAll('.', ''))
    .filter((word) => word !== '');
  if (parts.length === 0) return null;
  return {
    display: [...rest, ...(patronymic ? [patronymic] : [])].join(' '),
    key: parts.toSorted().join(' '),
    patronymic: patronymic ? foldText(patronymic).replaceAll('.', '') : null,
  };
}

/** Joins a surname, a first name and a patronymic of separate columns and reads them; null without a surname. */
export function joinPerson(
  last: string | null,
  first: string | null,
  patronymic: string | null,
): PersonName | null {
  if (!last) return null;
  const surname = tidy(last).replaceAll(' ', '-');
  const read = readPerson([surname, first ?? ''].join(' '));
  if (!read) return null;
  if (!patronymic) return read;
  const folded = foldText(tidy(patronymic)).replaceAll('.', '');
  return {
    display: `${read.display} ${tidy(patronymic)}`,
    key: read.key,
    patronymic: folded || null,
  };
}

/** Whether a name is known by less than a surname and a first name in full, such as «Иванов П.» or «Иванов». */
export function isPartialKey(key: string): boolean {
  const parts = key.split(' ');
  return parts.length < 2 || parts.some((part) => part.length === 1);
}

/** Whether a partial key («иванов п») can stand for a full one («иванов петр»). */
export function coversKey(partial: string, full: string): boolean {
  const left = full.split(' ');
  for (const part of partial.split(' ').toSorted((a, b) => b.length - a.length)) {
    const place = left.findIndex((word) =>
      part.length === 1 ? word.startsWith(part) : word === part,
    );
    if (place < 0) return false;
    left.splice(place, 1);
  }
  return true;
}

/** Whether two patronymics can belong to one person: either is unknown, they are equal, or one is the other's initial. */
export function agreePatronymics(a: string | null, b: string | null): boolean {
  if (a === null || b === null || a === b) return true;
  if (a.length === 1) return b.startsWith(a);
  if (b.length === 1) return a.startsWith(b);
  return false;
}
