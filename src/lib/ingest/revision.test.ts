import { describe, expect, test } from 'vitest';
import { addRecord, type RecordSet } from './record.ts';
import { findRevisions, soundsNewer, type Candidate } from './revision.ts';

function roll(names: readonly string[], year = 2025, named = '5А'): RecordSet {
  const set: RecordSet = {};
  for (const [row, name] of names.entries()) {
    addRecord(set, {
      kind: 'roll',
      record: {
        name,
        key: name.toLowerCase(),
        patronymic: null,
        class: named,
        grade: 5,
        sex: null,
        birth: null,
        birth_year: null,
        school_year: year,
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

const file = (name: string, records: RecordSet, modified = 0): Candidate => ({
  id: name,
  name,
  modified,
  records,
});
const names = ['Агеева Анна', 'Бобров Илья', 'Вагин Пётр', 'Громова Яна', 'Дроздов Лев'];

test.each([
  'Отчёт (исправленный).xlsx',
  'Отчёт испр.csv',
  'отчёт v2.xlsx',
  'Отчёт (2).xlsx',
  'Новый отчёт.ods',
  'report corrected.csv',
])('%s sounds newer', (name) => {
  expect(soundsNewer(name)).toBe(true);
});

test.each(['Отчёт.xlsx', 'Новости лицея.csv', 'Список 2025.xlsx', 'Отчёт за 2 четверть.csv'])(
  '%s does not',
  (name) => {
    expect(soundsNewer(name)).toBe(false);
  },
);

describe('revisions', () => {
  test('a corrected file counts what was added, removed and left', () => {
    const old = file('Список.xlsx', roll(names), 5);
    const corrected = file('Список (исправлено).xlsx', roll([...names.slice(1), 'Ежов Олег']), 1);
    expect([...findRevisions([old, corrected], [])]).toEqual([
      [
        corrected.id,
        { mode: 'version', of: old.id, name: old.name, added: 1, changed: 0, removed: 1, same: 4 },
      ],
    ]);
    expect([...findRevisions([corrected, old], [])].map(([id]) => id)).toEqual([corrected.id]);
  });

  test('without a word in the names the later modified file is the newer one', () => {
    const first = file('а.xlsx', roll(names), 10);
    const second = file('б.xlsx', roll([...names, 'Ежов Олег']), 20);
    expect([...findRevisions([second, first], []).keys()]).toEqual(['б.xlsx']);
  });

  test('a file in hand replaces a stored import, but not a stored correction', () => {
    expect(
      findRevisions(
        [file('Список.xlsx', roll([...names, 'Ежов Олег']))],
        [file('список.csv', roll(names))],
      ).size,
    ).toBe(1);
    expect(
      findRevisions(
        [file('Список.xlsx', roll(names))],
        [file('Список испр.xlsx', roll([...names, 'Ежов Олег']))],
      ).size,
    ).toBe(0);
  });

  test('another year or another kind is no revision', () => {
    const stored = [file('Список.xlsx', roll(names))];
    expect(findRevisions([file('Список (2).xlsx', roll(names, 2024))], stored).size).toBe(0);
    expect(findRevisions([file('Список (2).xlsx', {})], stored).size).toBe(0);
  });

  test('too little in common or a mere part is an overlap, and what the other file alone tells is not missed', () => {
    const stored = [file('Список.xlsx', roll(names))];
    const mode = (candidate: Candidate) =>
      findRevisions([candidate], stored).get(candidate.id) ?? null;
    const strangers = [...names.slice(0, 2), 'Ежов Олег', 'Жилин Яков', 'Зуев Лев'];
    expect(mode(file('Список (2).xlsx', roll(strangers)))).toEqual({
      mode: 'overlap',
      of: 'Список.xlsx',
      name: 'Список.xlsx',
      added: 3,
      changed: 0,
      removed: 0,
      same: 2,
    });
    expect(mode(file('Только первые.xlsx', roll(names.slice(0, 2))))?.mode).toBe('overlap');
    expect(mode(file('Чужие.xlsx', roll(['Ежов Олег'])))).toBeNull();
  });

  test('a version is named before a file that shares more', () => {
    const older = file('Список.xlsx', roll(names));
    const year = file('Все классы.xlsx', roll([...names, ...names.map((name) => `${name}ий`)]));
    const found = findRevisions([file('Список (2).xlsx', roll(names.slice(0, 4)))], [year, older]);
    expect(found.get('Список (2).xlsx')).toMatchObject({ mode: 'version', of: 'Список.xlsx' });
  });
});
