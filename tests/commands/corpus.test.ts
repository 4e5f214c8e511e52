import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { CorpusReport } from '../../src/commands/corpus/report.ts';
import { makeFolder, runCommand } from './run-command.ts';

// The first command of a changed source bundles it.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const roll = 'ФИО;Класс;Дата рождения\nИванова Мария;5А;01.02.2014\nПетров Пётр;5Б;03.04.2014\n';
const rollClean =
  '"ФИО","Класс","Дата рождения"\n"Иванова Мария","5А","01.02.2014"\n"Петров Пётр","5Б","03.04.2014"\n';
const titled = `Список классов;;\n;;\n${roll}Исполнитель: Кузнецова О. П.;;\n`;
const records = [
  { name: 'Maria', town: 'Omsk, centre' },
  { name: 'Peter', town: 'Tver' },
];
const box = (left: number, top: number, right: number, bottom: number) => ({
  top_lx: [left, top],
  bot_rx: [right, bottom],
});
const region = (headerRow: number) => ({
  region_type: 'Table',
  ...box(0, headerRow, 2, 4),
  elements: [
    { type: 'Header', ...box(0, headerRow, 2, headerRow) },
    { type: 'Data', ...box(0, headerRow + 1, 2, 4) },
  ],
});

const made = makeFolder({
  'bench/clean/roll.csv': rollClean,
  'bench/clean/half.csv': rollClean,
  'bench/clean/lost.csv': rollClean,
  'bench/csv/roll.csv': roll,
  'bench/csv/half.tsv': roll.replace('Иванова Мария;5А;01.02.2014\n', ''),
  'bench/csv/lost.csv': '',
  'bench/weights.json': '{"roll.csv": 3, "half.csv": 1, "lost.csv": 1}',
  'boxes/annotations/elements.json': JSON.stringify({
    'titled.csv': { regions: [region(2)] },
    'other.csv': { regions: [region(1)] },
  }),
  'boxes/csv/titled.csv': titled,
  'boxes/csv/other.csv': titled,
  'marked/expected.json': JSON.stringify([
    { file: 'sheets/a.csv', header: [3], data: [4, 5], totals: [], notes: [6], title: [1] },
    { file: 'sheets/b.csv', header: [3, 3], data: [4, 5], notes: [] },
    { file: 'sheets/none.csv', header: [1] },
  ]),
  'sheets/a.csv': titled,
  'sheets/b.csv': titled,
  'spectrum/json/right.json': JSON.stringify(records),
  'spectrum/json/wrong.json': JSON.stringify(records.slice(1)),
  'spectrum/csvs/right.csv': 'name,town\nMaria,"Omsk, centre"\nPeter,Tver\n',
  'spectrum/csvs/wrong.csv': 'name,town\nMaria,"Omsk, centre"\nPeter,Tver\n',
});
afterAll(made.remove);

let report: CorpusReport;

beforeAll(() => {
  const { status, stdout } = runCommand('corpus', made.folder, '--json');
  expect(status).toBe(0);
  report = JSON.parse(stdout) as CorpusReport;
});

const scoreOf = (folder: string) =>
  report.scores.find((score) => score.folder === join(made.folder, folder));

test('counts the files that are no ground truth', () => {
  expect(report).toMatchObject({
    files: 9,
    objects: 9,
    opened: 8,
    refused: { 'file-empty': 1 },
    failures: [],
    tables: 8,
  });
  expect(report.slowest).toHaveLength(9);
  expect(Object.values(report.kinds).reduce((sum, count) => sum + count, 0)).toBe(8);
});

test('scores a loading benchmark, simply and by weights', () => {
  // Of two records one is there: records 1, 1/2, 2/3; of nine cells six: 1, 2/3, 4/5; success and header in full.
  const half = 4 + (1 + 1 / 2 + 2 / 3) + (1 + 2 / 3 + 4 / 5);
  expect(scoreOf('bench')).toMatchObject({ truth: 'clean', cases: 3 });
  expect(scoreOf('bench')?.figures['simple']).toBeCloseTo((10 + half + 0) / 3, 3);
  expect(scoreOf('bench')?.figures['weighted']).toBeCloseTo((30 + half + 0) / 5, 3);
  expect(scoreOf('bench')?.wrong.map((line) => line.split(' ')[1])).toEqual([
    'lost.csv',
    'half.tsv',
  ]);
});

test('scores boxes around headers', () => {
  expect(scoreOf('boxes')).toMatchObject({
    truth: 'annotations',
    cases: 2,
    figures: { singleTableSheets: 2, lastHeaderRow: 0.5, wholeHeader: 0.5 },
  });
  expect(scoreOf('boxes')?.wrong[0]).toContain('other.csv');
});

test('scores annotated sheets, rows counted from one', () => {
  expect(scoreOf('marked')).toMatchObject({
    truth: 'expected.json',
    cases: 2,
    figures: { allRight: 0.5, header: 1, data: 1, totals: 1, notes: 0.5, title: 1 },
  });
  expect(scoreOf('marked')?.wrong[0]).toContain('notes [] not [6]');
});

test('scores lists of records', () => {
  expect(scoreOf('spectrum')).toMatchObject({ truth: 'json', cases: 2, figures: { right: 0.5 } });
});

test('prints a report for people', () => {
  const { stdout } = runCommand('corpus', join(made.folder, 'boxes'));
  expect(stdout).toContain('files 2, objects 2: opened 2, refused 0');
  expect(stdout).toContain('lastHeaderRow 0.5');
});

test('a folder that is none is a wrong command line', () => {
  expect(runCommand('corpus', join(made.folder, 'nothing')).status).toBe(2);
});
