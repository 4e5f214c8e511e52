/** A file made in a test. */
export interface MadeFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** A spreadsheet typed in a test, as UTF-8 text. */
export function csv(name: string, ...lines: string[]): MadeFile {
  return { name, mimeType: 'text/csv', buffer: Buffer.from(lines.join('\r\n')) };
}
