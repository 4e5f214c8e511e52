import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  acceptPartly,
  countedRecords,
  keepOnly,
  listDifferences,
  withhold,
  type CountedImport,
} from './difference.ts';
import { addRecord, type RecordSet } from './record.ts';

interface Pupil {
  readonly key: string;
  readonly class: string;
  readonly sex?: string | null;
}

function roll(rows: readonly Pupil[]): RecordSet {
  const set: RecordSet = {};
  for (const [row, { key, class: named, sex = null }] of rows.entries()) {
    addRecord(set, {
      kind: 'roll',
      record: {
        name: key.toUpperCase(),
        key,
        patronymic: null,
        class: named,
        grade: Number.parseInt(named, 10),
        sex,
        birth: null,
        birth_year: null,
        school_year: 2025,
        entered: null,
        left: null,
        sheet: 0,
        row,
        col: null,
      },
    });
  }
  return set;
}

/** What a set holds, whatever the order and the places. */
const contentOf = (...sets: readonly RecordSet[]) =>
  sets
    .flatMap(({ roll: columns }) =>
      (columns?.key ?? []).map((key, at) => `${key} ${columns?.class[at]} ${columns?.sex[at]}`),
    )
    .toSorted();

test('a difference says who, what changed cell by cell, and where both stand', () => {
  const older = roll([
    { key: 'агеева', class: '5А' },
    { key: 'бобров', class: '5А', sex: 'm' },
    { key: 'вагин', class: '5А' },
  ]);
  const newer = roll([
    { key: 'бобров', class: '5А', sex: 'f' },
    { key: 'вагин', class: '5А' },
    { key: 'громова', class: '5Б' },
  ]);
  const differences = listDifferences(newer, older);
  expect(
    differences.map(({ change, label, before, after }) => [change, label, before, after]),
  ).toEqual([
    ['changed', ['БОБРОВ', '5А'], { sheet: 0, row: 1, col: null }, { sheet: 0, row: 0, col: null }],
    ['added', ['ГРОМОВА', '5Б'], null, { sheet: 0, row: 2, col: null }],
    ['removed', ['АГЕЕВА', '5А'], { sheet: 0, row: 0, col: null }, null],
  ]);
  expect(differences[0]?.cells).toEqual([{ column: 'sex', before: 'm', after: 'f' }]);
  expect(differences[1]?.cells).toContainEqual({ column: 'class', before: null, after: '5Б' });
});

test('equal identities of one set are told apart', () => {
  const twice = roll([
    { key: 'агеева', class: '5А', sex: 'f' },
    { key: 'агеева', class: '5А', sex: 'm' },
  ]);
  const [removed] = listDifferences(roll([{ key: 'агеева', class: '5А', sex: 'f' }]), twice);
  expect(removed?.change).toBe('removed');
  expect(contentOf(keepOnly(twice, new Set([removed?.id ?? ''])))).toEqual(['агеева 5А m']);
});

const pupil = fc.record({
  key: fc.constantFrom('а', 'б', 'в', 'г'),
  class: fc.constantFrom('5А', '5Б'),
  sex: fc.constantFrom('m', 'f', null),
});
const pupils = fc.array(pupil, { maxLength: 8 }).map(roll);

test('a set is the same as itself, and what is withheld and what is kept make the whole', () => {
  fc.assert(
    fc.property(pupils, pupils, (set, other) => {
      expect(listDifferences(set, set)).toEqual([]);
      const ids = new Set(listDifferences(set, other).map(({ id }) => id));
      expect(contentOf(withhold(set, ids), keepOnly(set, ids))).toEqual(contentOf(set));
    }),
  );
});

test('refusing everything keeps the old, refusing nothing makes it the new', () => {
  fc.assert(
    fc.property(pupils, pupils, (older, newer) => {
      const superseded: CountedImport[] = [{ importId: 'old', records: older }];
      const differences = listDifferences(newer, superseded);
      const count = (refused: ReadonlySet<string>) => {
        const { withheld, keeps } = acceptPartly(differences, refused, superseded);
        const kept = new Set(keeps.find(({ importId }) => importId === 'old')?.ids);
        return contentOf(
          countedRecords(newer, { withheld: new Set(withheld), kept: null }),
          countedRecords(older, { withheld: new Set(), kept }),
        );
      };
      expect(count(new Set(differences.map(({ id }) => id)))).toEqual(contentOf(older));
      expect(count(new Set())).toEqual(contentOf(newer));
    }),
  );
});
