import type { Catalogue } from '#lib/i18n/ru/catalogue.ts';

/** Every code that a sentence in the catalogues belongs to. */
export type ProgrammeIssueCode = keyof Catalogue['programme']['issues'];

/** Something wrong with a programme: where in it, what, and what the sentence needs to know. */
export interface ProgrammeIssue {
  readonly path: readonly (string | number)[];
  readonly code: ProgrammeIssueCode;
  readonly params: Readonly<Record<string, string | number>>;
}

/** An issue with its path and parameters. */
export function issue(
  path: readonly (string | number)[],
  code: ProgrammeIssueCode,
  params: ProgrammeIssue['params'] = {},
): ProgrammeIssue {
  return { path, code, params };
}
