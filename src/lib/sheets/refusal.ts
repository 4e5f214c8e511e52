import type { Issue, RefusalCode } from '#lib/model/issue.ts';

/** A file that cannot be read, as a value. */
export interface Refusal {
  readonly ok: false;
  readonly issue: Issue;
}

/** The refusal of a whole file for a reason, with what its sentence needs. */
export function refuse(
  code: RefusalCode,
  params: Readonly<Record<string, string | number>> = {},
): Refusal {
  return { ok: false, issue: { code, severity: 'error', at: null, params } };
}

/** Short text of something that was thrown, for the parameters of an issue. */
export function causeOf(thrown: unknown): string {
  const text = thrown instanceof Error ? thrown.message : String(thrown);
  return text.replace(/\s+/g, ' ').slice(0, 120);
}

/** Thrown in the middle of a format's reading when the file unfolds to more than can be held. */
export class TooLargeError extends Error {
  override readonly name = 'TooLargeError';
}
