import { read, utils } from '@e965/xlsx';
import type { SnapshotDocument } from '#lib/snapshot/document.ts';
import { unescaped } from './office-parts.ts';

/** A cell of a table in a file: null where it holds no number or no word of its own. */
export type FiledCell = string | number | null;

/** A table as a file holds it, with the two lines above it. */
export interface FiledTable {
  readonly title: string;
  readonly subtitle: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly FiledCell[])[];
}

/** How many columns say what a row speaks of. */
const naming = 2;

/** A row with nothing but its names and its numbers. */
function bare(row: readonly FiledCell[], width: number): FiledCell[] {
  return Array.from({ length: width }, (_, at) => {
    const cell = row[at] ?? null;
    return at < naming || typeof cell === 'number' ? cell : null;
  });
}

/** The tables of a workbook, in the order of its sheets. */
export function tablesOfWorkbook(bytes: Uint8Array): FiledTable[] {
  const { SheetNames, Sheets } = read(bytes);
  return SheetNames.slice(1, -1).map((name) => {
    const lines = utils.sheet_to_json<FiledCell[]>(Sheets[name] ?? {}, {
      header: 1,
      defval: null,
      blankrows: true,
    });
    const at = lines.findIndex((cells) => cells[1] === 'Период' || cells[0] === 'Ряд');
    const heads = (lines[at] ?? []).map((head) => String(head ?? '').replaceAll('\u00a0', ' '));
    const rest = lines.slice(at + 1);
    const rows = rest.slice(
      0,
      rest.findIndex((cells) => cells[0] === null),
    );
    return {
      title: String(lines[0]?.[0] ?? ''),
      subtitle: String(lines[1]?.[0] ?? ''),
      heads,
      rows: rows.map((row) => bare(row, heads.length)),
    };
  });
}

/** What stands in an HTML file for its script. */
export function payloadOf(html: string): SnapshotDocument {
  const pattern = /<script type="application\/json" id="snapshot">([^]*?)<\/script>/;
  return JSON.parse(pattern.exec(html)?.[1] ?? '') as SnapshotDocument;
}

/** The tables that stand in an HTML file for its script, in one of its languages. */
export function tablesOfPayload(html: string, language: 'ru' | 'en'): FiledTable[] {
  return payloadOf(html).pages.flatMap(({ pieces }) =>
    pieces.flatMap((piece) => {
      if (piece.kind !== 'figure') return [];
      const { heads, rows } = piece.table[language];
      return {
        title: piece.title[language],
        subtitle: piece.subtitle[language],
        heads: heads.map((head) => head.replaceAll('\u00a0', ' ')),
        rows: rows.map((row) => bare(row, heads.length)),
      };
    }),
  );
}

const plain = (markup: string) => unescaped(markup.replace(/<[^>]*>/g, ''));

function numberIn(text: string, language: 'ru' | 'en'): number | null {
  const bareText = text.replace(/[\u00a0\u202f]/g, '').replace('−', '-');
  const number = language === 'ru' ? bareText.replace(',', '.') : bareText.replaceAll(',', '');
  return /^-?\d+(?:\.\d+)?$/.test(number) ? Number(number) : null;
}

/** The tables of an HTML file as a person reads them, in one of its languages. */
export function tablesOfMarkup(html: string, language: 'ru' | 'en'): FiledTable[] {
  const [, main = ''] =
    (language === payloadOf(html).language
      ? /<main[^>]*>([^]*?)<\/main>/
      : /<template[^>]*>[^]*?<main[^>]*>([^]*?)<\/main>/
    ).exec(html) ?? [];
  return (main.match(/<figure[^]*?<\/figure>/g) ?? []).map((figure) => {
    const cells = (row: string) =>
      [...row.matchAll(/<t[hd][^>]*>([^]*?)<\/t[hd]>/g)].map(([, cell = '']) => plain(cell));
    const [head = [], ...rows] = (figure.match(/<tr>[^]*?<\/tr>/g) ?? []).map(cells);
    return {
      title: plain(/<h3[^>]*>([^]*?)<\/h3>/.exec(figure)?.[1] ?? ''),
      subtitle: plain(/<p class="subtitle">([^]*?)<\/p>/.exec(figure)?.[1] ?? ''),
      heads: head.map((one) => one.replaceAll('\u00a0', ' ')),
      rows: rows.map((row) =>
        row.map((cell, at) => (at < naming ? cell : numberIn(cell, language))),
      ),
    };
  });
}
