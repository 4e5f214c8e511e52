import { readDelimited } from './delimited.ts';
import type { FormatReader } from './format.ts';
import { readArchivedWorkbook } from './archived-workbook.ts';
import { readBinaryWorkbook } from './binary-workbook.ts';
import { readMarkup } from './markup.ts';

/** Every format that can be read, in the order in which they are asked. */
export const formats = {
  xlsx: { accepts: ({ kind }) => kind === 'xlsx', read: readArchivedWorkbook },
  xlsb: { accepts: ({ kind }) => kind === 'xlsb', read: readArchivedWorkbook },
  ods: { accepts: ({ kind }) => kind === 'ods', read: readArchivedWorkbook },
  numbers: { accepts: ({ kind }) => kind === 'numbers', read: readArchivedWorkbook },
  xls: { accepts: ({ kind }) => kind === 'compound' || kind === 'biff', read: readBinaryWorkbook },
  markup: { accepts: ({ kind }) => kind === 'markup', read: readMarkup },
  delimited: { accepts: ({ kind }) => kind === 'text', read: readDelimited },
} satisfies Record<string, FormatReader>;

/** Name of a format. */
export type Format = keyof typeof formats;
