import type { CellValue } from '#lib/model/sheet.ts';
import { tellingOf } from '../coded/coded-rows.ts';
import type { Grid } from './grid.ts';
import { isBareTotal, isTotalWord } from './words.ts';

/** A row of sections may be parted by no more than this many cells from its first to be looked at for a word of totals. */
const labelCells = 8;
/** First letters of the words of totals, and the marks that may stand before them, so that most cells need no closer look. */
const openings = new Set([...'ивпосИВПОСtsgamTSGAM *'].map((letter) => letter.charCodeAt(0)));
const digits = /^\s*[\d.]*\s*$/;

/** What a cell is to the label of a row. */
const [empty, value, plain, opensTotal, bareTotal, bothTotal] = [1, 2, 3, 4, 5, 6] as const;

function labelOf(cell: CellValue): number {
  if (cell === null) return empty;
  if (typeof cell !== 'string') return value;
  const letter = cell.charCodeAt(0);
  if (letter >= 46 && letter <= 57 && digits.test(cell)) return value;
  if (!openings.has(letter) && !Number.isNaN(letter)) return plain;
  const opens = isTotalWord(cell.trim());
  const isBare = cell.length < 32 && isBareTotal(cell);
  return opens ? (isBare ? bothTotal : opensTotal) : isBare ? bareTotal : plain;
}

/** What a text that opens otherwise is by its end: «Лицей № 5 – всего». */
const [saysNothing, endsTotal, endsOtherwise] = [1, 2, 3] as const;

function endOf(cell: CellValue): number {
  if (typeof cell !== 'string' || openings.has(cell.charCodeAt(0))) return saysNothing;
  if (!/\s[-–—]\s*(?:всего|итого)/i.test(cell)) return saysNothing;
  return isTotalWord(cell.trim()) ? endsTotal : endsOtherwise;
}

/** Tells whether a row's label opens with a word of totals, or one of its labels is nothing else: «Информационный город | всего | …». */
export function totalTeller(grid: Grid): (row: number) => boolean {
  const label = tellingOf(grid.sheet.rows, labelOf);
  const ending = tellingOf(grid.sheet.rows, endOf);
  return (row) => {
    const column = Math.max(0, grid.first[row] ?? 0);
    const end = Math.min(grid.width(row), column + labelCells);
    let labels = 0;
    for (let at = column; at < end; at += 1) {
      const told = label(row, at);
      if (told === empty) continue;
      if (told === value) {
        if (labels > 0) return false;
        continue;
      }
      labels += 1;
      if (labels === 1) {
        const last = ending(row, at);
        if (last !== saysNothing) return last === endsTotal;
        if (told === opensTotal && at <= column + 2) return true;
        if (told === bothTotal && at <= column + 2) return true;
      }
      if (told === bareTotal || told === bothTotal) return true;
    }
    return false;
  };
}
