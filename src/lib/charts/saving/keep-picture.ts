import type { InSchool } from '#lib/model/in-school.ts';
import type { Chart } from '../chart.ts';
import { fileNameOf } from './file-name.ts';
import { aboutLines, type PictureWords } from './picture-words.ts';
import { paintPng } from './png-picture.ts';
import { drawSvg } from './svg-picture.ts';
import { plainTable, writeCsv, writeTabbed, writeXlsx } from './written-table.ts';

/** The kinds of files that a picture can be saved as. */
export const savedKinds = ['png', 'svg', 'xlsx', 'csv'] as const;

/** The kinds of files that a picture can be saved as. */
export type SavedKind = (typeof savedKinds)[number];

/** A picture that is to be kept: the chart, how many of its series are shown at most, and what is said of it. */
export interface KeptPicture {
  readonly chart: Chart;
  readonly most: number;
  readonly words: PictureWords;
}

/** How something is kept: audited, so that it may leave the school, or as it is for work inside. */
export type KeepDoor = 'shared' | 'inner';

const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

function today(): string {
  const now = new Date();
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** The picture as PNG with the caution in it; rejects where the browser paints none. */
export async function pictureAsPng({ chart, words, most }: InSchool<KeptPicture>): Promise<Blob> {
  return paintPng(await drawSvg(chart, words, most));
}

/** The table behind the picture as text with tabs under the caution. */
export function tableAsText({ chart }: InSchool<KeptPicture>): string {
  const { locale } = chart.subject;
  return writeTabbed(plainTable(chart.table()), locale, locale.t.saving.caution);
}

async function contentOf(kept: InSchool<KeptPicture>, kind: SavedKind): Promise<Blob> {
  const { chart, most, words } = kept;
  const { locale } = chart.subject;
  const { caution } = locale.t.saving;
  switch (kind) {
    case 'svg':
      return new Blob([(await drawSvg(chart, words, most)).svg], { type: 'image/svg+xml' });
    case 'png':
      return pictureAsPng(kept);
    case 'csv':
      return new Blob([writeCsv(plainTable(chart.table()), locale, caution)], { type: 'text/csv' });
    case 'xlsx': {
      const signs = chart.signs().map((sign) => locale.t.charts.signs[sign]);
      const about = aboutLines(words, signs, locale, today());
      const bytes = writeXlsx(plainTable(chart.table()), about, locale, caution);
      return new Blob([bytes.slice()], { type: xlsxType });
    }
  }
}

/** What a file is called: what its picture shows, of which kind the picture is, and its time. */
export function nameOfPicture({ chart, words }: KeptPicture): string[] {
  const [subject = words.measure, ...rest] = words.name;
  return [subject, '—', chart.kindName.toLowerCase(), ...rest];
}

/** The file of a picture for work inside the school, which says so, and its name; rejects where the browser cannot make it. */
export async function fileOf(
  kept: InSchool<KeptPicture>,
  kind: SavedKind,
): Promise<{ content: Blob; name: string }> {
  const { inName } = kept.chart.subject.locale.t.saving.inner;
  const parts = [...nameOfPicture(kept), '—', inName];
  return { content: await contentOf(kept, kind), name: fileNameOf(parts, kind) };
}
