import { expect, test } from 'vitest';
import { locales } from '#lib/i18n/locale.ts';
import type { Entry, ImportEntry } from '#lib/journal/entry.ts';
import { addUp } from '#lib/journal/ledger.ts';
import { sayStanding } from './ledger-standing.ts';

const accept = (importId: string, sha256: string, rest: Partial<ImportEntry> = {}): Entry => ({
  kind: 'import',
  importId,
  source: { name: `${sha256}.csv`, size: 1, sha256, modified: 0 },
  tables: [],
  recipes: [],
  supersedes: [],
  ...rest,
});

function standings(...entries: Entry[]): [string, readonly string[]][] {
  const { imports } = addUp(entries.map((entry, at) => ({ ...entry, seq: at + 1, at })));
  return imports.map((one) => {
    const { state, details } = sayStanding(one, imports, locales.ru);
    return [state, details];
  });
}

test('an import that a newer version replaced says what of it still counts', () => {
  const keeps = [{ importId: 'old', ids: ['a', 'b', 'c'] }];
  expect(
    standings(
      accept('old', 'x'),
      accept('new', 'y', { supersedes: ['old'], keeps, withheld: ['d'] }),
    ),
  ).toEqual([
    ['заменён новой версией', ['ещё считаются 3 записи']],
    ['считается', ['не взята 1 запись']],
  ]);
});

test('the same file read again with repairs is a correction, not a newer version', () => {
  expect(standings(accept('x', 'x'), accept('x-2', 'x', { supersedes: ['x'] }))).toEqual([
    ['заменён исправленным', []],
    ['считается', ['исправлен после приёма']],
  ]);
});
