import type { WorkBook } from '@e965/xlsx';
import type { Content } from '../content.ts';
import { refuse } from '../refusal.ts';
import type { FormatOptions, FormatReading } from './format.ts';
import { sheetsOf } from './workbook.ts';

const mostDescribed = 2_000_000;

/** How many columns a workbook describes in all, by the records that look like descriptions: a reader makes an object for each. */
function columnsDescribed(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let columns = 0;
  for (let at = bytes.indexOf(0x7d); at >= 0 && at + 8 <= bytes.length;) {
    if (view.getUint32(at, true) === 0x000c007d) {
      columns += Math.max(0, view.getUint16(at + 6, true) - view.getUint16(at + 4, true) + 1);
    }
    at = bytes.indexOf(0x7d, at + 1);
  }
  return columns;
}

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
  let workbook: WorkBook;
  try {
    workbook = read(bytes, {
      type: 'array',
      dense: true,
      cellNF: true,
      cellText: false,
      cellHTML: false,
      cellFormula: false,
      cellStyles: columnsDescribed(bytes) < mostDescribed,
    });
  } catch (thrown) {
    // Part of a stream that is not the workbook's own may be missing without harm, so the file is called cut only now.
    if (bytes.length < (content.compound?.neededSize ?? 0)) {
      return refuse('file-truncated', { cause: 'CFB' });
    }
    throw thrown;
  }
  options.onProgress(0.8);
  const sheets = sheetsOf(
    workbook,
    () => undefined,
    (fraction) => options.onProgress(0.8 + 0.2 * fraction),
  );
  return { ok: true, encoding: null, dialect: null, sheets, issues: [] };
}
