/** Thrown where the scanner meets what it is not sure of: the workbook is then read by the general reader. */
export class NotScannable extends Error {
  override readonly name = 'NotScannable';
}
