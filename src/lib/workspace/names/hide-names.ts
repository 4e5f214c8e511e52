import { firstNameOf } from '#lib/ingest/star/matches/first-names.ts';
import { foldText } from '#lib/i18n/fold.ts';
import { findNames, type NameBook } from './name-book.ts';

/** What stands for a name of whom nobody knows which pupil it is. */
export const hiddenName = '•••••';

const word = String.raw`\p{Lu}\p{L}+(?:[-‐‑]\p{Lu}\p{L}+)?`;
const space = String.raw`[ \u00a0]`;
const initial = String.raw`\p{Lu}\.`;
/** What is a person's name by its looks: with initials, or with a patronymic behind the first name. */
const shapes = [
  new RegExp(`${word}${space}${initial}(?:${space}?${initial})?`, 'gu'),
  new RegExp(`(?<!\\p{L})${initial}${space}?(?:${initial}${space}?)?${word}`, 'gu'),
  new RegExp(
    `(?:${word}${space}){1,2}\\p{Lu}\\p{L}*(?:вич|вн|ичн|[ьмкт]ич)\\p{L}{0,3}(?!\\p{L})`,
    'gu',
  ),
];
/** Two words side by side that begin with capitals. */
const pair = new RegExp(`(${word})(${space})(${word})`, 'gu');
const patronymic = /^\p{Lu}\p{L}*(?:вич|вна|ична|ьич|мич|кич|тич)$/u;
const wholeWord = new RegExp(`^${word}$`, 'u');
const wholeName = new RegExp(`^${word}(?:${space}+(?:${word}|${initial})){1,3}$`, 'u');

const patronymicBehind = new RegExp(
  `^${space}+\\p{Lu}\\p{L}*(?:вич|вн|ичн|[ьмкт]ич)\\p{L}{0,3}(?!\\p{L})`,
  'u',
);

/** A text in which whatever looks like a person's name is hidden. */
function hideStrangers(text: string): string {
  let shown = text;
  for (const shape of shapes) shown = shown.replace(shape, hiddenName);
  return shown.replace(pair, (whole, first: string, _space: string, second: string) =>
    [first, second].some((one) => firstNameOf(foldText(one)) !== null) ? hiddenName : whole,
  );
}

/** Where a text stands: in a cell of a table a first name or a surname may stand alone. */
export interface TextPlace {
  readonly isCell: boolean;
}

function isAlone(text: string, book: NameBook | null): boolean {
  if (patronymic.test(text)) return true;
  if (!wholeWord.test(text)) return false;
  const folded = foldText(text);
  return book ? book.holds(folded) : firstNameOf(folded) !== null;
}

/**
 * A text in which pupils are named by their pseudonyms, and whoever else is named as a person by nothing. Without a book of the
 * pupils every cell that could be a name is hidden.
 */
export function hideNames(text: string, book: NameBook | null, { isCell }: TextPlace): string {
  const trimmed = text.trim();
  if (isCell) {
    const isName = isAlone(trimmed, book) || (!book && wholeName.test(trimmed));
    if (isName) return text.replace(trimmed, hiddenName);
  }
  let shown = '';
  let from = 0;
  for (const place of book ? findNames(text, book) : []) {
    const [own = '', other] = place.pseudonyms;
    shown += hideStrangers(text.slice(from, place.from));
    shown += other === undefined && own !== '' ? own : hiddenName;
    from = place.to + (patronymicBehind.exec(text.slice(place.to))?.[0].length ?? 0);
  }
  return shown + hideStrangers(text.slice(from));
}
