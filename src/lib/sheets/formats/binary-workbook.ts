import type { Content } from '../content.ts';
import type { FormatOptions, FormatReading } from './format.ts';
import { sheetsOf } from './workbook.ts';

/** A workbook of the old binary kind (BIFF 2 to 8); the tables of code pages are fetched only for those before BIFF 8. */
export async function readBinaryWorkbook(
  bytes: Uint8Array,
  content: Content,
  options: FormatOptions,
): Promise<FormatReading> {
  const { read, set_cptable } = await import('@e965/xlsx');
  if (!content.compound?.streams.has('workbook')) {
    set_cptable(await import('@e965/xlsx/dist/cpexcel.full.mjs'));
  }
  options.onProgress(0.1);
  const workbook = read(bytes, {
    type: 'array',
    dense: true,
    cellNF: true,
    cellText: false,
    cellHTML: false,
    cellFormula: false,
    cellStyles: true,
  });
  options.onProgress(0.8);
  const sheets = sheetsOf(
    workbook,
    () => undefined,
    (fraction) => options.onProgress(0.8 + 0.2 * fraction),
  );
  return { ok: true, encoding: null, dialect: null, sheets, issues: [] };
}
