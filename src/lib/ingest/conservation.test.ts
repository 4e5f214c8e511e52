import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultProgramme } from '#lib/programme/default.ts';
import { fates } from './fate.ts';
import { openFile, type OpenFile } from './reading.ts';
import type { Recipe } from './recipe.ts';
import { noRepairs, type FileRepairs } from './repair.ts';
import { listRows } from './row-listing.ts';

const headings = ['ФИО', 'Класс', 'Мероприятие', 'Дата', 'Результат', 'Кружок'];
const cells = [
  ['Агеева Анна', 'Бобров Илья', 'Вагин Пётр', '—', 'Команда'],
  ['5А', '7Б', '13Щ', '', 'н/д'],
  ['Конкурс «Радуга»', 'Неделя книги', ''],
  ['12.09.2025', '31.02.2026', '12.13.2025', 'скоро', 'октябрь'],
  ['призёр', 'участник', 'см. протокол', ''],
  ['шахматы', 'хор', ''],
] as const;

const record = fc
  .tuple(...cells.map((values) => fc.constantFrom(...values)))
  .map(([...row]) => row);
const line = fc.oneof(
  { weight: 8, arbitrary: record },
  { weight: 1, arbitrary: fc.constant(headings) },
  { weight: 1, arbitrary: fc.constant([]) },
  { weight: 1, arbitrary: fc.constantFrom(['5 «А» класс'], ['I четверть'], ['Прочее']) },
  { weight: 1, arbitrary: fc.constantFrom(['Итого', '3'], ['Всего по классу', '', '', '', '2']) },
  { weight: 1, arbitrary: fc.constant(['1', '2', '3', '4', '5', '6']) },
);
const block = fc.tuple(
  fc.constantFrom([], [['Участие, 2025/2026 учебный год']], [['Отчёт за I четверть'], []]),
  fc.array(line, { minLength: 2, maxLength: 14 }),
  fc.constantFrom([], [['Классный руководитель: ______']]),
);
const sheet = fc.tuple(block, fc.option(block, { nil: null, freq: 3 })).map(([first, second]) => {
  const write = ([title, body, notes]: typeof first) => [...title, headings, ...body, [], ...notes];
  return [...write(first), ...(second ? [[], ...write(second)] : [])];
});

const repair = fc.record({
  row: fc.nat(40),
  column: fc.nat(6),
  to: fc.constantFrom('', 'Агеева Анна', '5А', '12.09.2025', 'Итого', 'призёр', 'ФИО'),
});
const repairs = fc.record({
  cells: fc.array(repair, { maxLength: 8 }),
  dismissed: fc.array(fc.nat(40), { maxLength: 4 }),
});

const setting = { programme: defaultProgramme, recipes: [] };

function read(
  rows: readonly (readonly string[])[],
  mended?: (sha256: string) => FileRepairs,
  recipes: readonly Recipe[] = [],
) {
  const text = rows.map((row) => row.join(';')).join('\n');
  const source = {
    name: 'Участие.csv',
    bytes: new TextEncoder().encode(text),
    modified: 0,
  };
  return (before: OpenFile | null) => {
    const sha256 = before?.reading.source.sha256 ?? '';
    const own = mended ? { ...setting, recipes, repairs: { [sha256]: mended(sha256) } } : setting;
    return openFile(source, own, undefined, before);
  };
}

/** Checks the sum of every table, that each row of its range met one fate, and that only accepted rows made records. */
function checkFates(file: OpenFile): string[] {
  const accepted = new Set<number>();
  const met: string[] = [];
  for (const open of file.tables) {
    const { counts, layout } = open.reading;
    const lastHeader = layout.headerRows.at(-1) ?? layout.range.top - 1;
    const due = Array.from(
      { length: layout.range.bottom - lastHeader },
      (_, at) => lastHeader + 1 + at,
    );
    const own = file.sheets[open.table.sheetIndex];
    if (!own) throw new Error('A table stands on a sheet');
    const found: number[] = [];
    for (const fate of fates) {
      const { total, rows } = listRows(open, own, fate, 0, 1000);
      const counted =
        fate === 'accepted' || fate === 'quarantined' ? counts[fate] : counts.setAside[fate];
      expect(total).toBe(counted);
      expect(rows).toHaveLength(total);
      found.push(...rows.map(({ row }) => row));
      met.push(...rows.map(({ row }) => `${open.reading.id} ${row} ${fate}`));
      if (fate === 'accepted') for (const { row } of rows) accepted.add(row);
      if (fate === 'quarantined')
        for (const { issues } of rows)
          expect(issues.some(({ severity }) => severity === 'error')).toBe(true);
    }
    expect(found.sort((a, b) => a - b)).toEqual(due);
    expect(counts.read).toBe(due.length);
  }
  const recorded = new Set(Object.values(file.records).flatMap((columns) => columns.row));
  expect(recorded).toEqual(accepted);
  return met;
}

test('every row of a table has exactly one fate, before and after repairs, and no repair loses or doubles a row', async () => {
  await fc.assert(
    fc.asyncProperty(sheet, repairs, async (rows, { cells: mended, dismissed }) => {
      const before = await read(rows)(null);
      const first = checkFates(before);
      const after = await read(rows, () => ({
        cells: mended.map((cell) => ({ sheetIndex: 0, ...cell })),
        dismissed: dismissed.map((row) => ({ sheetIndex: 0, row })),
        statements: [],
      }))(before);
      const second = checkFates(after);
      const placeOf = (one: string) => one.split(' ').slice(0, 2).join(' ');
      expect(second.map(placeOf).sort()).toEqual(first.map(placeOf).sort());
      for (const row of new Set(dismissed)) {
        const fate = second.find((one) => one.split(' ')[1] === String(row))?.split(' ')[2];
        const isData = after.tables.some(({ table }) =>
          [...table.rows].some((one) => one.row === row),
        );
        expect(fate === 'dismissed').toBe(isData);
      }
    }),
    { numRuns: 60 },
  );
}, 60_000);

/** Two tables of one form: what is decided of the first is replayed on the second, which begins below the rows it names. */
const twice = [0, 1].flatMap(() => [
  headings,
  ['1', '2', '3', '4', '5', '6'],
  ['Агеева Анна', '5А', 'Конкурс «Радуга»', '12.09.2025', 'призёр', 'хор'],
  ['Бобров Илья', '7Б', 'Неделя книги', '12.09.2025', 'участник', 'хор'],
  [],
]);

test('every row has exactly one fate however a person moves the boundaries', async () => {
  const span = fc
    .tuple(fc.nat(12), fc.nat(3))
    .map(([first, more]) => [first, first + more] as const);
  const decision = fc.record(
    {
      columns: fc.tuple(fc.nat(3), fc.nat(8)).map(([a, b]) => [a, a + b] as const),
      header: fc.option(span, { nil: null }),
      from: fc.nat(20),
      until: fc.constantFrom(null, 'итого 3', 'прочее', '1 2 3 4 5 6'),
      lines: fc.dictionary(
        fc.constantFrom('прочее', '5 "а" класс', 'итого 3', '1 2 3 4 5 6'),
        fc.constantFrom('data', 'section', 'total', 'note', 'title', 'numbering', 'blank'),
      ),
    },
    { requiredKeys: [] },
  );
  await fc.assert(
    fc.asyncProperty(sheet, decision, async (rows, layout) => {
      const before = await read(rows)(null);
      const fingerprint = before.reading.tables[0]?.fingerprint ?? '';
      const recipes: Recipe[] = [{ fingerprint, fields: {}, layout }];
      checkFates(await read(rows, () => noRepairs, recipes)(before));
    }),
    { numRuns: 60, examples: [[twice, { header: null, from: 0, until: '1 2 3 4 5 6' }]] },
  );
}, 60_000);
