import type { CellValue } from '#lib/model/sheet.ts';
import { readNumber } from './number.ts';

const people =
  '(?:чел(?:овек[а]?)?|уч(?:-?ся|ащихся|еников|еника|астников|астника)?|обучающихся|детей|ребят|реб(?:ёнка|енка)?|школьников|лицеистов|волонтёров|волонтеров|pupils?|people|students?|children|participants?)';
const counted = new RegExp(`(?<![\\d.,])(\\d{1,5})\\s*${people}(?![\\p{L}])`, 'giu');
const parts = /^(\d{1,5})\s*[:=]\s*((?:\d{1,5}[\s,;+/]+)+\d{1,5})$/;
const sum = /^\d{1,5}(?:\s*\+\s*\d{1,5})+$/;
const total = (text: string) =>
  (text.match(/\d+/g) ?? []).reduce((all, one) => all + Number(one), 0);

/**
 * How many people a cell counts: a number, the only number before a word for people («Учащиеся 5А (25 чел.)»), a total with the
 * parts that make it («100: 25 35 15 25»), or a sum («12 + 13»). Null when it says no number or several.
 */
export function readHeadcount(cell: CellValue): number | null {
  const number = readNumber(cell);
  if (number !== null) return number.percent ? null : number.value;
  if (typeof cell !== 'string' || cell.length > 120) return null;
  const text = cell.replace(/[\s\u00a0]+/g, ' ').trim();
  const whole = parts.exec(text);
  if (whole) return Number(whole[1]) === total(whole[2] ?? '') ? Number(whole[1]) : null;
  if (sum.test(text)) return total(text);
  const found = [...text.matchAll(counted)];
  return found.length === 1 ? Number(found[0]?.[1]) : null;
}
