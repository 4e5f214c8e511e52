/** Why no snapshot was made, in lines for whoever asked, with the exit code. */
export class Stop extends Error {
  readonly code: number;

  constructor(lines: readonly string[], code = 1) {
    super(lines.join('\n'));
    this.code = code;
  }
}

/** What the system says of a failure in a word, or what the failure says of itself. */
export function causeOf(thrown: unknown): string {
  if (thrown instanceof Error && 'code' in thrown) return String(thrown.code);
  return thrown instanceof Error ? thrown.message : String(thrown);
}

/** Writes lines on standard error. */
export function complain(lines: readonly string[]): void {
  if (lines.length > 0) process.stderr.write(`${lines.join('\n')}\n`);
}
