import { capitalLookAlikes } from '#lib/i18n/fold.ts';

/** A class in its canonical form: «5А», «7МК», «11-1», or «9» where a grade has one class. */
export interface ClassName {
  readonly text: string;
  readonly grade: number;
  readonly suffix: string;
}

const decoration = /["'«»„“”‘’`()[\]]/g;
const words =
  /(^|[\s\d])(учени(?:к|ца|ки)|учащи[йе]ся|обучающи[йе]ся|класс(?:а|е|ы|у)?|кл|grade|class|form|year)(?=$|[\s.\d])\.?/giu;
const several = /класс(?:ы|ов|ам|ах)(?!\p{L})|classes|grades/iu;
const pattern = /^(\d{1,2})\s*[-–—.,_/\s]?\s*(\p{L}{0,3}|\d{1,2})$/u;

/**
 * Reads one class out of a cell's text; null when it is not exactly one class of the grades 1 to 12.
 * Look-alike Latin letters become Cyrillic ones, a numeric suffix is set off by a hyphen: «8.2» → «8-2».
 */
export function readClass(text: string): ClassName | null {
  if (several.test(text)) return null;
  const bare = text
    .normalize('NFKC')
    .replace(decoration, ' ')
    .replace(words, '$1 ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.,;:]+$/, '');
  const found = pattern.exec(bare);
  if (!found) return null;
  const grade = Number(found[1]);
  if (grade < 1 || grade > 12) return null;
  const raw = (found[2] ?? '').toUpperCase();
  const suffix = raw.replace(/[A-Z]/g, (letter) => capitalLookAlikes[letter] ?? letter);
  const separator = /^\d/.test(suffix) ? '-' : '';
  return { text: `${grade}${separator}${suffix}`, grade, suffix };
}

const mention =
  /(?<![\p{L}\d.,/-])(\d{1,2})\s*[-–]?\s*(?:["«“„']\s*(\p{L})\s*["»”“']|(\p{L}{1,2})|(?=\s*класс))(?=\s*класс|\s*кл\b|[\s.,;)_]|$)/gu;
const plainWords = /^(и|к|в|с|о|у|г|ч|ый|ой|ий|ое|ая|го|кл|я|й|чел|th|st|nd|rd)$/i;

/** Finds the only class that a title, a sheet's or a file's name speaks of; null when there is none or several. */
export function findClass(text: string): ClassName | null {
  const found = new Map<string, ClassName>();
  for (const match of text.normalize('NFKC').replaceAll('_', ' ').matchAll(mention)) {
    const letter = match[2] ?? match[3] ?? '';
    const before = text.slice(0, match.index);
    const marked = match[2] !== undefined || /класс|кл\b/i.test(text);
    const attached = match[0].startsWith(`${match[1]}${letter}`) && letter !== letter.toLowerCase();
    if (letter && plainWords.test(letter) && !marked && !attached) continue;
    if (/(№|блок|часть|том|v|в\.)\s*$/i.test(before)) continue;
    if (letter && letter !== letter.toUpperCase() && !marked) continue;
    const name = readClass(`${match[1]}${letter}`);
    if (name) found.set(name.text, name);
  }
  if (found.size !== 1) return null;
  return [...found.values()][0] ?? null;
}

const manyWords =
  /(?<!\p{L})(?:вс[ея]|сборн\p{L}*|разны[ех]|смешанн\p{L}*|начальн\p{L}*|средн\p{L}*|старш\p{L}*|младш\p{L}*|all|mixed|several)(?!\p{L})/iu;
const gradeSpan =
  /^(?:с\s*)?\d{1,2}\s*(?:-?\s*(?:е|х|ые|ых))?\s*(?:[-–—]|по|до)?\s*(?:\d{1,2}\s*(?:-?\s*(?:е|х|ые|ых))?)?\s*(?:классы|классов|классах|кл\.?|параллел\p{L}*|grades|classes)$/iu;

/** Whether a text names more than one class: «5А, 5Б и 6В», «5–7 классы», «вся школа». */
export function namesSeveralClasses(text: string): boolean {
  const bare = text.normalize('NFKC').trim();
  if (manyWords.test(bare) || gradeSpan.test(bare)) return true;
  const parts = bare
    .replace(words, '$1 ')
    .split(/[,;/+\n]|\s+(?:и|and)\s+/iu)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return (
    parts.length > 1 &&
    parts.every(
      (part) =>
        readClass(part) !== null ||
        /^\d{1,2}\s*[-–—]\s*\d{1,2}$/.test(part) ||
        /^\p{L}$/u.test(part),
    )
  );
}
