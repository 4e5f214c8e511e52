import type { Content } from '../content.ts';
import { NotScannable } from '../xlsx/not-scannable.ts';
import { scanWorkbook } from '../xlsx/scan-workbook.ts';
import type { FormatOptions, FormatReading } from './format.ts';
import { readUnpacked } from './unpacked-workbook.ts';

/**
 * A workbook in a ZIP archive (xlsx, xlsm, xlsb, ods, numbers). One of Office Open XML is scanned while it is inflated; whatever the
 * scanner is not sure of, and all other kinds, are unpacked and read by the general reader.
 */
export async function readArchivedWorkbook(
  bytes: Uint8Array,
  content: Content,
  options: FormatOptions,
): Promise<FormatReading> {
  if (content.kind === 'xlsx') {
    try {
      const sheets = scanWorkbook(bytes, content.entries, options.onProgress);
      return { ok: true, encoding: null, dialect: null, sheets, issues: [] };
    } catch (thrown) {
      if (!(thrown instanceof NotScannable)) throw thrown;
    }
  }
  return readUnpacked(bytes, content, options);
}
