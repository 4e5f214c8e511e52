import type { CellValue } from '#lib/model/sheet.ts';

const yes = new Set([
  'да',
  'yes',
  'true',
  'истина',
  'y',
  'д',
  '+',
  '1',
  '✓',
  '✔',
  '☑',
  'v',
  '√',
  'х',
  'x',
  'есть',
  'имеется',
  'выполнено',
  'проведено',
]);
const no = new Set([
  'нет',
  'no',
  'false',
  'ложь',
  'n',
  'н',
  '-',
  '–',
  '—',
  '−',
  '0',
  '☐',
  '✗',
  '✘',
  'не',
  'отсутствует',
  '✕',
  'не выполнено',
  'не проведено',
]);

/** A yes or a no in any of its written forms; a dash is a no and a cross a tick here, since only columns of yes and no are read so. */
export function readYesNo(cell: CellValue): boolean | null {
  if (typeof cell === 'boolean') return cell;
  if (cell === 0 || cell === 1) return cell === 1;
  if (typeof cell !== 'string') return null;
  const text = cell.replace(/\s+/g, ' ').trim().toLowerCase().replace(/\.$/, '');
  if (yes.has(text)) return true;
  return no.has(text) ? false : null;
}
