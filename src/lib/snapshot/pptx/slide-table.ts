import { mix } from '#lib/charts/colour.ts';
import { locales, type Locale } from '#lib/i18n/locale.ts';
import type { LanguageTag } from '#lib/i18n/format.ts';
import type { FigureTable } from '../document.ts';
import { decimalsOf } from '../decimals.ts';
import { colours } from './slide-look.ts';

/** A cell of a table on a slide; a fill is «#rrggbb». */
export interface SlideCell {
  readonly text: string;
  readonly fill: string | null;
  readonly isQuiet: boolean;
}

/** A table as it stands on slides: its cells as text, and what its signs mean. */
export interface SlideTable {
  readonly heads: readonly string[];
  readonly figures: readonly boolean[];
  readonly rows: readonly (readonly SlideCell[])[];
  readonly signs: readonly string[];
  /** Whether series and categories span it, so that its columns are alike. */
  readonly isCrossed: boolean;
}

/** So many rows of a long table are still read one under the other. */
const fewRows = 14;
const superscripts = ['', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];

/** Signs that stand for reasons why there is no number; they are numbered where there are several. */
class Reasons {
  readonly #texts: readonly string[];
  readonly #words: Locale['t']['snapshotOffice'];

  constructor(cells: readonly (string | number | null)[], { t }: Locale) {
    this.#words = t.snapshotOffice;
    this.#texts = [
      ...new Set(cells.filter((cell) => typeof cell !== 'number').map((cell) => this.#plain(cell))),
    ];
  }

  #plain(cell: string | number | null): string {
    const text = String(cell ?? '').replace(/^[\u2013\u2014-]\s*/, '');
    return text.trim() || this.#words.noneUnknown;
  }

  #mark(text: string): string {
    return this.#texts.length > 1 ? (superscripts[this.#texts.indexOf(text) + 1] ?? '') : '';
  }

  sign(cell: string | number | null): string {
    return this.#words.none + this.#mark(this.#plain(cell));
  }

  /** What each sign means. */
  lines(): string[] {
    return this.#texts.map((text) => this.#words.noneMeans(this.#mark(text), text));
  }
}

function tintOf(value: number, least: number, most: number): string | null {
  if (most <= least) return null;
  return mix(colours.card, colours.blocks[0], 0.04 + 0.3 * ((value - least) / (most - least)));
}

/** A table whose rows are series × categories, with one figure each, as a table of series by categories; null where it is no such table. */
function crossed({ heads, rows, figures }: FigureTable, language: LanguageTag): SlideTable | null {
  const at = figures.indexOf(true);
  if (at !== 2 || figures[0] || figures[1] || rows.length <= fewRows) return null;
  const distinct = (column: number) => [...new Set(rows.map((row) => String(row[column] ?? '')))];
  const [series, categories] = [distinct(0), distinct(1)];
  const key = (one: unknown, other: unknown) =>
    JSON.stringify([String(one ?? ''), String(other ?? '')]);
  const cells = new Map(rows.map((row) => [key(row[0], row[1]), row[2] ?? null]));
  if (cells.size !== rows.length || series.length < 2 || categories.length < 2) return null;
  const locale = locales[language];
  const values = [...cells.values()];
  const numbers = values.filter((value) => typeof value === 'number');
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  const decimals = decimalsOf(values);
  const reasons = new Reasons(values, locale);
  const body = series.map((one) => [
    { text: one, fill: null, isQuiet: false },
    ...categories.map((category): SlideCell => {
      const value = cells.get(key(one, category)) ?? null;
      if (typeof value === 'number') {
        const text = locale.format.number(value, decimals);
        return { text, fill: tintOf(value, least, most), isQuiet: false };
      }
      return { text: reasons.sign(value), fill: colours.shade, isQuiet: true };
    }),
  ]);
  return {
    heads: [heads[0] ?? '', ...categories],
    figures: [false, ...categories.map(() => true)],
    rows: body,
    signs: reasons.lines(),
    isCrossed: true,
  };
}

/** The figures of a row; those that are not there have the reason that another of the row gives. */
function reasoned(
  row: FigureTable['rows'][number],
  figures: readonly boolean[],
): (string | number | null)[] {
  const said = row.find((cell, at) => figures[at] && typeof cell === 'string' && cell !== '');
  return figures.map((_, at) =>
    row[at] === null || row[at] === '' ? (said ?? null) : (row[at] ?? null),
  );
}

function plain({ heads, rows, figures }: FigureTable, locale: Locale): SlideTable {
  const decimals = heads.map((_, column) => decimalsOf(rows.map((row) => row[column] ?? null)));
  const filled = rows.map((row) => reasoned(row, figures));
  const reasons = new Reasons(
    filled.flatMap((row) => row.filter((_, at) => figures[at])),
    locale,
  );
  const body = rows.map((row, index) =>
    heads.map((_, column): SlideCell => {
      const value = (figures[column] ? filled[index]?.[column] : row[column]) ?? null;
      if (typeof value === 'number') {
        const text = locale.format.number(value, decimals[column] ?? 0);
        return { text, fill: null, isQuiet: false };
      }
      if (!figures[column]) return { text: value ?? '', fill: null, isQuiet: false };
      return { text: reasons.sign(value), fill: colours.shade, isQuiet: true };
    }),
  );
  return { heads, figures, rows: body, signs: reasons.lines(), isCrossed: false };
}

/** The table of a figure for slides: long ones of series by categories are turned so that a hall can take them in. */
export function slideTable(table: FigureTable, language: LanguageTag): SlideTable {
  return crossed(table, language) ?? plain(table, locales[language]);
}
