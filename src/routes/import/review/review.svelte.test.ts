import axe from 'axe-core';
import { beforeEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import '../../../app.css';
import type { Problem } from '#lib/ingest/problem.ts';
import type { TableReading } from '#lib/ingest/table-reading.ts';
import ReviewTrial from './ReviewTrial.svelte';
import type { DeskSubject } from './sheet-desk.svelte.ts';
import type { Reviewer, SheetReader } from './sheet-reader.ts';

const lines = [
  ['Участие за IV четверть'],
  ['№', 'ФИО', 'Класс', 'Дата'],
  ...Array.from({ length: 40 }, (_, at) => [
    String(at + 1),
    `Ёлкина Арина ${at + 1}`,
    '6А',
    at % 10 === 3 ? '14.13.2025' : '13.12.2025',
  ]),
  ['ИТОГО', '40', '', ''],
  ['Директор: Сомова', '', '', ''],
];

const problem: Problem = {
  id: 'date',
  code: 'date-impossible',
  severity: 'error',
  field: 'event_date',
  column: 3,
  heading: 'Дата',
  value: '14.13.2025',
  count: 4,
  rows: [5, 15, 25, 35],
  proposal: { to: '13.12.2025', reason: 'day-and-month-swapped', params: {} },
};

const table: TableReading = {
  id: '0:1:0',
  sheet: '',
  sheetIndex: 0,
  layout: {
    range: { top: 1, left: 0, bottom: 42, right: 3 },
    titleRows: [0],
    unitRows: [],
    headerRows: [1],
    numberingRows: [],
    sectionRows: [],
    totalRows: [42],
    noteRows: [43],
    blankRows: [],
    wide: null,
    evidence: [],
  },
  title: ['Участие за IV четверть'],
  kind: 'participation',
  kindEvidence: [],
  context: {
    schoolYear: 2025,
    term: 4,
    class: null,
    instrument: null,
    version: null,
    wave: null,
    direction: null,
    block: null,
    level: null,
    event: null,
    evidence: {},
  },
  matches: ['№', 'ФИО', 'Класс', 'Дата'].map((heading, position) => ({
    position,
    column: position,
    heading,
    field: (['row_no', 'student_name', 'class', 'event_date'] as const)[position] ?? null,
    confidence: 'exact',
    score: 1,
  })),
  counts: {
    read: 41,
    accepted: 36,
    quarantined: 4,
    setAside: {
      blank: 0,
      total: 1,
      section: 0,
      numbering: 0,
      'repeated-header': 0,
      duplicate: 0,
      'no-value': 0,
      note: 0,
      dismissed: 0,
    },
  },
  issues: [],
  issueCounts: {},
  problems: [problem],
  fingerprint: 'form',
  headings: ['№', 'ФИО', 'Класс', 'Дата'],
  near: null,
};

let calls: [name: string, ...given: unknown[]][];

function record(name: string) {
  return (...given: unknown[]): Promise<void> => {
    calls.push([name, ...given]);
    return Promise.resolve();
  };
}

function subject(): DeskSubject {
  const reader: SheetReader = {
    window: (_sha256, _sheet, top, bottom) =>
      Promise.resolve(lines.slice(Math.max(0, top), bottom + 1)),
    rows: () => Promise.resolve({ total: 0, rows: [] }),
    extent: () => Promise.resolve(null),
    preview: () => Promise.reject(new Error('no text file')),
  };
  const review: Reviewer = {
    stage: 'reviewing',
    decided: { recipes: [], repairs: {}, refused: {} },
    canUndo: true,
    canRedo: false,
    correct: record('correct'),
    adopt: record('adopt'),
    mend: record('mend'),
    dismiss: record('dismiss'),
    decode: record('decode'),
    state: record('state'),
    undo: record('undo'),
    redo: record('redo'),
    quarantine: () => Promise.resolve(new Blob(['x'])),
  };
  return {
    reader,
    review,
    sha256: 'file',
    table,
    extent: {
      rows: lines.length,
      columns: 4,
      hiddenRows: [4],
      hiddenColumns: [],
    },
    repairs: {
      cells: [{ sheetIndex: 0, row: 2, column: 2, to: '6Б' }],
      dismissed: [{ sheetIndex: 0, row: 3 }],
      statements: [],
    },
    recipes: [],
    disabled: false,
  };
}

beforeEach(async () => {
  calls = [];
  await page.viewport(1200, 900);
  await render(ReviewTrial, { subject: subject() });
  await expect
    .element(page.getByRole('gridcell', { name: 'Ёлкина Арина 1', exact: true }))
    .toBeVisible();
});

test('an edge of the table is moved by the keyboard, given up and applied', async () => {
  const handle = page.getByRole('separator', { name: 'Начало данных: строка 3' });
  (handle.element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}');
  const moved = page.getByRole('separator', { name: 'Начало данных: строка 5' });
  await expect.element(moved).toHaveAttribute('aria-valuenow', '5');
  await userEvent.keyboard('{Escape}');
  await expect.element(handle).toHaveAttribute('aria-valuenow', '3');
  expect(calls).toEqual([]);
  await userEvent.keyboard('{ArrowDown}{Enter}');
  expect(calls).toEqual([
    ['correct', 'file', { fingerprint: 'form', fields: {}, layout: { from: 3 } }],
  ]);
});

test('the end of the table is remembered by what the next line says', async () => {
  const handle = page.getByRole('separator', { name: /^Конец данных/ });
  (handle.element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowUp}{Enter}');
  await expect
    .poll(() => calls)
    .toEqual([
      ['correct', 'file', { fingerprint: 'form', fields: {}, layout: { until: 'итого 40' } }],
    ]);
});

test('a cell is reached by arrows, mended with Enter and left alone with Escape', async () => {
  await page.getByRole('gridcell', { name: 'Ёлкина Арина 1', exact: true }).click();
  await userEvent.keyboard('{ArrowDown}{ArrowRight}{Enter}');
  const input = page.getByRole('textbox', { name: 'Новое значение ячейки C4' });
  await expect.element(input).toHaveFocus();
  await userEvent.keyboard('7Б{Escape}');
  await expect.element(input).not.toBeInTheDocument();
  expect(calls).toEqual([]);
  await userEvent.keyboard('{F2}7Б{Enter}');
  expect(calls).toEqual([['mend', 'file', [{ sheetIndex: 0, row: 3, column: 2, to: '7Б' }]]]);
  await expect.poll(() => document.activeElement?.getAttribute('role')).toBe('gridcell');
});

test('cells tell what is wrong with them and what they read before; hidden and dismissed rows are named', async () => {
  await expect
    .element(page.getByRole('gridcell', { name: /^14\.13\.2025.*Такой даты не бывает/ }).first())
    .toBeVisible();
  await expect.element(page.getByRole('gridcell', { name: /^6Б.*было: 6А$/ })).toBeVisible();
  await expect.element(page.getByRole('rowheader', { name: 'Строка 4: отставлена' })).toBeVisible();
  await expect
    .element(page.getByRole('rowheader', { name: 'Строка 5: запись, скрыта' }))
    .toBeVisible();
});

test('a line is given its role from the menu of its number', async () => {
  await page.getByRole('gridcell', { name: 'Ёлкина Арина 5', exact: true }).click();
  await userEvent.keyboard('{Control>}{ArrowLeft}{/Control}{ArrowLeft}{Enter}');
  await page.getByRole('menuitem', { name: 'Это примечание' }).click();
  expect(calls).toEqual([
    [
      'correct',
      'file',
      {
        fingerprint: 'form',
        fields: {},
        layout: { lines: { '5 елкина арина 5 6а 13.12.2025': 'note' } },
      },
    ],
  ]);
});

test('alike cells are mended at once, one alone, or otherwise, or set aside', async () => {
  await page.getByRole('button', { name: 'Исправить все 4' }).click();
  await page.getByRole('button', { name: 'Только эту: D6' }).click();
  await page.getByRole('button', { name: 'Другое…' }).click();
  await userEvent.keyboard('12.12.2025{Enter}');
  await page.getByRole('button', { name: 'Отставить строки' }).click();
  const replace = (to: string) => [
    'correct',
    'file',
    {
      fingerprint: 'form',
      fields: {},
      replacements: [{ heading: 'Дата', from: '14.13.2025', to }],
    },
  ];
  expect(calls).toEqual([
    replace('13.12.2025'),
    ['mend', 'file', [{ sheetIndex: 0, row: 5, column: 3, to: '13.12.2025' }]],
    replace('12.12.2025'),
    ['dismiss', 'file', problem.rows.map((row) => ({ sheetIndex: 0, row })), true],
  ]);
});

test('a far row is shown, and a decision taken back with Ctrl+Z outside of an input', async () => {
  await page.getByRole('button', { name: 'Показать D26' }).click();
  const cell = page.getByRole('gridcell', { name: /14\.13\.2025/ });
  await expect
    .poll(() => document.activeElement?.closest('[role="row"]')?.getAttribute('aria-rowindex'))
    .toBe('27');
  expect(cell.elements()).toContain(document.activeElement);
  await userEvent.keyboard('{Control>}z{/Control}');
  expect(calls).toEqual([['undo']]);
});

test('nothing on the sheet and in the list is out of reach of a screen reader', async () => {
  const { violations } = await axe.run(document.body, { rules: { region: { enabled: false } } });
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
});
