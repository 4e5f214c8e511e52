import type { CellValue } from '#lib/model/sheet.ts';

/** A number read from a cell; `value` is a share of one when the cell says per cent. */
export interface Quantity {
  readonly value: number;
  readonly percent: boolean;
}

const spaces = /[\s\u00a0\u2007\u2009\u202f]/g;
const minuses = /^[-\u2010-\u2015\u2212\ufe63\uff0d]/;
const units =
  /(?:чел(?:овек[а]?)?|уч(?:-?ся|ащихся|еников|еника|астников|астника)?|детей|реб|час(?:ов|а)?|ч|мин(?:ут[аы]?)?|балл(?:ов|а)?|б|шт(?:ук[аи]?)?|раз[а]?|руб(?:лей|ля|ль)?|р|pupils?|people|persons?|students?|children|hours?|hrs?|h|points?|pts)\.?$/i;
const grouped = /^\d{1,3}(?:([ '’])\d{3})(?:\1\d{3})*(?:[.,]\d+)?$/;
const dotGrouped = /^\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?$|^\d{1,3}(?:\.\d{3})+,\d+$/;
const commaGrouped = /^\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?$|^\d{1,3}(?:,\d{3})+\.\d+$/;
const plain = /^(?:\d+(?:[.,]\d*)?|[.,]\d+)$/;
const scientific = /^\d+(?:[.,]\d+)?[eе][+-]\d+$/i;

function unsigned(text: string): number | null {
  if (plain.test(text)) return Number(text.replace(',', '.'));
  if (grouped.test(text)) return Number(text.replace(/[ '’]/g, '').replace(',', '.'));
  if (dotGrouped.test(text)) return Number(text.replaceAll('.', '').replace(',', '.'));
  if (commaGrouped.test(text)) return Number(text.replaceAll(',', ''));
  if (scientific.test(text)) return Number(text.replace(',', '.').replace(/е/i, 'e'));
  return null;
}

/**
 * A number with its per-cent mark. Decimal comma or point; thousands by a space of any kind, an apostrophe, or several points or
 * commas («1,234» alone is 1.234, as Russian writes it); any minus, or an accountant’s brackets; a unit of counting after it («25 чел.»). «25 %» is 0.25 and
 * `percent`. Null for everything else, also for a number in the middle of words.
 */
export function readNumber(cell: CellValue): Quantity | null {
  if (typeof cell === 'number')
    return Number.isFinite(cell) ? { value: cell, percent: false } : null;
  if (typeof cell !== 'string' || cell.length > 64) return null;
  let text = cell.replace(spaces, ' ').trim();
  if (!/\d/.test(text)) return null;
  let sign = 1;
  const bracketed = /^\(\s*(\d[\d\s.,'’]*?)\s*\)$/.exec(text)?.[1];
  if (bracketed !== undefined) {
    sign = -1;
    text = bracketed;
  } else if (minuses.test(text)) {
    sign = -1;
    text = text.slice(1).trimStart();
  } else if (text.startsWith('+')) text = text.slice(1).trimStart();
  const percent = text.endsWith('%');
  if (percent) text = text.slice(0, -1).trimEnd();
  else if (!/\d$/.test(text)) {
    const bare = text.replace(units, '');
    // A unit of one letter needs a space or a full stop, so that a class such as «5б» stays a text.
    if (bare !== text && /^.*\d$/.test(bare) && !/[a-zа-я]{2}|\.$/i.test(text.slice(bare.length)))
      return null;
    text = bare.trimEnd();
  }
  const value = unsigned(text);
  if (value === null || !Number.isFinite(value)) return null;
  return { value: sign * (percent ? value / 100 : value) || 0, percent };
}
