import axe from 'axe-core';
import { afterEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import '../../app.css';
import type { AnsweredCell, Result } from '#lib/analysis/result.ts';
import type { ProgrammeVersion } from '#lib/journal/ledger.ts';
import type { Programme } from '#lib/model/programme.ts';
import type { Outcome } from '#lib/model/result.ts';
import { defaultProgramme } from '#lib/programme/default.ts';
import { Workspace } from '#lib/workspace/workspace.svelte.ts';
import { Draft } from './draft.svelte.ts';
import IndexTrial from './IndexTrial.svelte';

const goalpost = { low: 0, high: 1, weight: 1 };
const programme: Programme = {
  ...defaultProgramme,
  indices: {
    ...defaultProgramme.indices,
    creative: { M01: goalpost, M14: goalpost, M06: { low: 0, high: 20, weight: 1 } },
  },
};

const absent: Outcome = { kind: 'absent', reason: 'no-records', n: null };
const share = (value: number): Outcome => ({
  kind: 'estimate',
  value,
  x: value * 100,
  n: 100,
  lower: value,
  upper: value,
});
const hours: Outcome = { kind: 'estimate', value: 10, x: null, n: 60, lower: 9, upper: 11 };

function cell(time: number, reach: Outcome, blocks: Outcome, spent: Outcome): AnsweredCell {
  const outcomes = { M01: reach, M14: blocks, M06: spent };
  const parts = Object.entries(outcomes).map(([name, outcome]) => ({ name, goalpost, outcome }));
  const told = { outcome: absent, before: null, change: null, line: null };
  return { time, members: [], parts, roll: 100, ...told };
}

const question = {
  measure: 'M42',
  by: [],
  grain: 'term',
  times: 'all',
  selection: [],
  compare: 'year-ago',
} as const;

const resultOf = (...cells: AnsweredCell[]): Result => ({
  question,
  cells,
  members: [],
  times: cells.map(({ time }) => time),
  refusal: null,
});

class Kept extends Workspace {
  saved: Programme[] = [];

  override saveProgramme(next: Programme | null): Promise<void> {
    const last: ProgrammeVersion = {
      seq: 100 + this.saved.length,
      at: Date.now(),
      programme: next,
    };
    if (next) this.saved.push(next);
    const programmes = [...this.ledger.programmes, last];
    this.ledger = { ...this.ledger, programme: next, programmes };
    return Promise.resolve();
  }
}

function workspaceOf(...programmes: Programme[]): Kept {
  const workspace = new Kept();
  workspace.ledger = {
    ...workspace.ledger,
    programme: programmes.at(-1) ?? null,
    programmes: programmes.map((one, index) => ({
      seq: index + 1,
      at: Date.UTC(2026, 4, 10 + index, 9),
      programme: one,
    })),
  };
  return workspace;
}

const opened: Workspace[] = [];
function show(workspace: Workspace, result?: Result): Draft {
  opened.push(workspace);
  const draft = new Draft(workspace.programme);
  render(IndexTrial, { workspace, draft, ...(result ? { result } : {}) });
  return draft;
}
afterEach(async () => {
  for (const workspace of opened.splice(0)) await workspace.close();
});

const field = (name: string) => page.getByRole('textbox', { name });
const effect = () => page.getByRole('status');

test('a weight that is edited changes the index and its change at once', async () => {
  // Scores 40, 60, 50 now and 30, 60, 50 a year ago.
  const draft = show(
    workspaceOf(programme),
    resultOf(cell(7, share(0.3), share(0.6), hours), cell(11, share(0.4), share(0.6), hours)),
  );
  await expect.element(effect()).toHaveTextContent('50,0 +3,3 за год');
  await field('Вес: Охват').fill('2');
  await expect.element(effect()).toHaveTextContent('47,5 +5,0 за год');
  await expect.element(page.getByText('по сохранённой программе 50,0, +3,3 за год')).toBeVisible();
  await expect.element(page.getByRole('row', { name: /^Сумма весов/ })).toHaveTextContent('4');
  await field('Даёт 100: Охват').fill('50');
  await expect.element(effect()).toHaveTextContent('67,5 +10,0 за год');
  expect(draft.programme.indices.creative['M01']).toEqual({ low: 0, high: 0.5, weight: 2 });

  await page.getByRole('radio', { name: 'Среднее геометрическое' }).click();
  // 80² · 60 · 50, its fourth root.
  await expect.element(effect()).toHaveTextContent('66,2');
  await page.getByRole('button', { name: /^Вернуть исходные/ }).click();
  expect(draft.programme.indices.creative).toEqual(defaultProgramme.indices.creative);
  expect(draft.programme.aggregation.creative).toBe('arithmetic');
});

test('weights that sum to nothing and scales of one value leave no number, with the reason', async () => {
  show(workspaceOf(programme), resultOf(cell(11, share(0.4), share(0.6), hours)));
  for (const part of ['Охват', 'В двух и более блоках', 'Часов на участника']) {
    await field(`Вес: ${part}`).fill('0');
  }
  await expect.element(effect()).toHaveTextContent('— веса индекса в сумме дают ноль');
  await field('Вес: Охват').fill('1');
  await expect.element(effect()).toHaveTextContent('40,0');
  await field('Даёт 100: Охват').fill('0');
  await expect.element(effect()).toHaveTextContent('— у шкалы части одно значение');
  await field('Даёт 0: Охват').fill('100');
  await expect.element(effect()).toHaveTextContent('60,0');
  await expect.element(page.getByText(/^Шкала перевёрнута, хотя/)).toBeVisible();
});

test('an index without a part says so', async () => {
  show(workspaceOf(programme), resultOf(cell(11, share(0.4), absent, hours)));
  await expect.element(effect()).toHaveTextContent('45,0 сравнить не с чем неполный');
  await expect
    .element(
      page.getByText(
        'Нет части: В двух и более блоках (нет записей). За целое принят вес остальных, 67 %.',
      ),
    )
    .toBeVisible();
});

test('the history tells what was changed, and an earlier state is restored with one click and undone', async () => {
  const heavier = structuredClone(programme) as { indices: { creative: Record<string, unknown> } };
  heavier.indices.creative['M01'] = { ...goalpost, low: 0.25, weight: 2 };
  const other = { ...(heavier as unknown as Programme), school: 'Лицей' };
  const workspace = workspaceOf(programme, other);
  const draft = show(workspace);
  const history = page.getByRole('region', { name: 'История изменений' });
  await expect.element(history).toHaveTextContent('Индекс творческого развития. Охват, вес: 1 → 2');
  await expect.element(history).toHaveTextContent('Охват, даёт 0: 0 → 25');

  await history.getByRole('button', { name: /^Вернуть индексы/ }).click();
  await expect.element(page.getByText(/^Индексы возвращены к тому/)).toBeVisible();
  expect(workspace.programme.indices).toEqual(programme.indices);
  expect(workspace.programme.school).toBe('Лицей');
  expect(draft.isChanged).toBe(false);
  await expect.element(history).toHaveTextContent('Охват, вес: 2 → 1');

  await page.getByRole('button', { name: 'Отменить' }).click();
  await expect.element(page.getByText('Возврат отменён, показатели пересчитаны.')).toBeVisible();
  expect(workspace.programme.indices).toEqual(other.indices);
});

test('what else is being edited stays when indices are restored', async () => {
  const workspace = workspaceOf(programme, { ...programme, indices: defaultProgramme.indices });
  const draft = show(workspace);
  draft.programme.school = 'Лицей № 7';
  await page.getByRole('button', { name: /^Вернуть индексы/ }).click();
  await expect.element(page.getByText(/^Индексы возвращены/)).toBeVisible();
  expect(draft.programme.school).toBe('Лицей № 7');
  expect(draft.programme.indices).toEqual(programme.indices);
  expect(draft.isChanged).toBe(true);
  expect(workspace.programme.school).toBe('');
});

test('all of it is reached by keyboard and has no faults of access', async () => {
  show(workspaceOf(programme, defaultProgramme), resultOf(cell(11, share(0.4), share(0.6), hours)));
  await userEvent.tab();
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(page.getByRole('radio', { name: 'Среднее геометрическое' })).toBeChecked();
  await userEvent.tab();
  await expect.element(field('Даёт 0: Охват')).toHaveFocus();
  const { violations } = await axe.run(document.body, { rules: { region: { enabled: false } } });
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
});
