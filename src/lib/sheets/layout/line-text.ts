import { foldText } from '#lib/i18n/fold.ts';
import type { CellValue } from '#lib/model/sheet.ts';
import { textsOf } from './words.ts';

/** What a line of a sheet says, folded: its filled cells joined by spaces, repeats side by side said once; '' for a blank one. */
export function lineText(cells: readonly CellValue[]): string {
  return foldText(textsOf(cells).join(' '));
}
