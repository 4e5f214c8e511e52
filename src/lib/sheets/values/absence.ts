import type { CellValue } from '#lib/model/sheet.ts';

const missing = new Set(
  '-|--|---|‐|‑|‒|–|—|−|…|...|..|н/д|н.д.|нд|нет данных|нет сведений|не указано|не указан|не указана|x|х|n/a|na|n.a.|#н/д|no data|none|null|?'.split(
    '|',
  ),
);
const notAsked =
  /^(?:н\/п|н\.п\.|не ?применимо|не предусмотрен[оаы]?|не проводил(?:ось|ся|ась|ись)|не спрашивал(?:и|ось)|не опрашивал(?:и|ся|ась|ись)|not (?:asked|applicable|held))\.?$/;
const suppressed = /^(?:s|c|с|\*{1,3}|\(\*\)|[<≤]\s?\d{1,2}|\(?d\)?|конф\.?|конфиденциально)$/i;

/**
 * Whether a cell says in words that it holds no value: «missing» («–», «н/д», «нет данных», «…», «х»), or «suppressed» at source
 * («s», «*», «<5»), which is neither missing nor zero, or «not-asked» («н/п», «не проводилось»). Null for values and for blank cells.
 */
export function readAbsence(cell: CellValue): 'missing' | 'not-asked' | 'suppressed' | null {
  if (typeof cell === 'object' && cell !== null && 'error' in cell) {
    return cell.error === '#N/A' ? 'missing' : null;
  }
  if (typeof cell !== 'string' || cell.length > 24) return null;
  const text = cell.replace(/\s+/g, ' ').trim().toLowerCase();
  if (missing.has(text)) return 'missing';
  if (notAsked.test(text)) return 'not-asked';
  return suppressed.test(text) ? 'suppressed' : null;
}
