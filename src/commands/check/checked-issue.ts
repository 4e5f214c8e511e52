import { locales } from '#lib/i18n/locale.ts';
import type { Issue, RefusalCode } from '#lib/model/issue.ts';
import { cellName } from '#lib/sheets/preview.ts';
import type { CheckedFile, CheckedIssue } from './checked-file.ts';

/** An issue with its place and its sentences; `shown` gives the text of a cell for issues that do not quote it. */
export function checkIssue(
  issue: Issue,
  shown: (row: number, column: number) => string | null = () => null,
): CheckedIssue {
  const { code, severity, at, params, proposal } = issue;
  return {
    code,
    severity,
    cell: at === null ? null : cellName(at.row, at.column),
    row: at?.row ?? null,
    column: at?.column ?? null,
    value: params['value'] ?? (at === null ? null : shown(at.row, at.column)),
    params,
    words: {
      ru: locales.ru.t.issues.sentences[code](params),
      en: locales.en.t.issues.sentences[code](params),
    },
    proposal: proposal ?? null,
  };
}

/** A file that is refused as a whole. */
export function refusedFile(file: string, sha256: string | null, refusal: Issue): CheckedFile {
  return {
    file,
    sha256,
    status: 'refused',
    refusal: checkIssue(refusal),
    encoding: null,
    dialect: null,
    sheets: [],
  };
}

/** A refusal of a whole file for a reason, with what its sentence needs. */
export function refusalOf(code: RefusalCode, cause: string): Issue {
  return { code, severity: 'error', at: null, params: { cause } };
}
