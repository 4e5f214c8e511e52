import type { CellValue } from '#lib/model/sheet.ts';

const missing = new Set(
  '-|--|---|‐|‑|‒|–|—|−|…|...|..|н/д|н.д.|н/п|нд|нет данных|нет сведений|не указано|не указан|не указана|x|х|n/a|na|n.a.|#н/д|no data|none|null|?'.split(
    '|',
  ),
);
const suppressed = /^(?:s|c|с|\*{1,3}|\(\*\)|[<≤]\s?\d{1,2}|\(?d\)?|конф\.?|конфиденциально)$/i;

/**
 * Whether a cell says in words that it holds no value: «missing» («–», «н/д», «нет данных», «…», «х»), or «suppressed» at source
 * («s», «*», «<5»), which is neither missing nor zero. Null for values and for blank cells.
 */
export function readAbsence(cell: CellValue): 'missing' | 'suppressed' | null {
  if (typeof cell === 'object' && cell !== null && 'error' in cell) {
    return cell.error === '#N/A' ? 'missing' : null;
  }
  if (typeof cell !== 'string' || cell.length > 24) return null;
  const text = cell.replace(/\s+/g, ' ').trim().toLowerCase();
  if (missing.has(text)) return 'missing';
  return suppressed.test(text) ? 'suppressed' : null;
}
