import type { Chart } from '../chart.ts';
import { fileNameOf } from './file-name.ts';
import { aboutLines, type PictureWords } from './picture-words.ts';
import { paintPng } from './png-picture.ts';
import { drawSvg } from './svg-picture.ts';
import { plainTable, writeCsv, writeTabbed, writeXlsx } from './written-table.ts';

/** The kinds of files that a picture can be saved as. */
export type SavedKind = 'svg' | 'png' | 'csv' | 'xlsx';

/** A picture that is to be kept: the chart, how many of its series are shown at most, and what is said of it. */
export interface KeptPicture {
  readonly chart: Chart;
  readonly most: number;
  readonly words: PictureWords;
}

const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

function today(): string {
  const now = new Date();
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** The picture as PNG; rejects where the browser paints none. */
export function pictureAsPng({ chart, words, most }: KeptPicture): Promise<Blob> {
  return paintPng(drawSvg(chart, words, most));
}

/** The table behind the picture as text with tabs. */
export function tableAsText({ chart }: KeptPicture): string {
  return writeTabbed(plainTable(chart.table()), chart.subject.locale);
}

async function contentOf(kept: KeptPicture, kind: SavedKind): Promise<Blob> {
  const { chart, most, words } = kept;
  const { locale } = chart.subject;
  switch (kind) {
    case 'svg':
      return new Blob([drawSvg(chart, words, most).svg], { type: 'image/svg+xml' });
    case 'png':
      return pictureAsPng(kept);
    case 'csv':
      return new Blob([writeCsv(plainTable(chart.table()), locale)], { type: 'text/csv' });
    case 'xlsx': {
      const signs = chart.signs().map((sign) => locale.t.charts.signs[sign]);
      const about = aboutLines(words, signs, locale, today());
      const bytes = writeXlsx(plainTable(chart.table()), about, locale);
      return new Blob([bytes.slice()], { type: xlsxType });
    }
  }
}

/** The file of a picture and its name; rejects where the browser cannot make it. */
export async function fileOf(
  kept: KeptPicture,
  kind: SavedKind,
): Promise<{ content: Blob; name: string }> {
  return { content: await contentOf(kept, kind), name: fileNameOf(kept.words.name, kind) };
}
