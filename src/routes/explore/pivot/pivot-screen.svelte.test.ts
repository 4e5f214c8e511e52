import axe from 'axe-core';
import { beforeEach, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import '../../../app.css';
import { levelsOf, questionsOfLevel } from '#lib/analysis/pivot.ts';
import { answerLevel, PivotLayout } from '#lib/analysis/pivot-table.ts';
import type { Question } from '#lib/analysis/question.ts';
import { refuseQuestion, type Result } from '#lib/analysis/result.ts';
import type { Outcome } from '#lib/model/result.ts';
import { measures } from '#lib/measures/registry.ts';
import type { Dimension } from '#lib/model/dimension.ts';
import { defaultProgramme } from '#lib/programme/default.ts';
import { defaultPivot, specOf, type PivotChoices } from '#lib/workspace/pivot-choices.ts';
import PivotScreenTrial from './PivotScreenTrial.svelte';

const members: Partial<Record<Dimension, readonly string[]>> = {
  block: defaultProgramme.blocks.map(({ id }) => id),
  direction: defaultProgramme.directions.map(({ id }) => id),
  class: ['5А', '5Б', '6А', '6Б', '7А'],
  sex: ['f', 'm'],
};
const blockOf = new Map(defaultProgramme.directions.map(({ id, block }) => [id, block]));

/** Numbers in no order: shares of thirty, with some that have too few and some without records. */
function outcomeOf(measure: string, key: string): Outcome {
  let hash = 5;
  for (const letter of measure + key) hash = (hash * 33 + letter.charCodeAt(0)) % 9973;
  if (hash % 13 === 1) return { kind: 'absent', reason: 'too-few', n: 4 };
  if (hash % 13 === 2) return { kind: 'absent', reason: 'no-records', n: null };
  const x = hash % 31;
  if (measure === 'M04')
    return { kind: 'estimate', value: hash, x: null, n: null, lower: null, upper: null };
  const value = x / 30;
  return { kind: 'estimate', value, x, n: 30, lower: value * 0.8, upper: (value + 0.25) / 1.25 };
}

function answerTo(question: Question): Result {
  const allowed: readonly Dimension[] = measures[question.measure].by;
  if (!question.by.every((dimension) => allowed.includes(dimension)))
    return refuseQuestion(question);
  const groups = question.by.reduce<string[][]>(
    (all, dimension) =>
      all.flatMap((some) => (members[dimension] ?? ['x']).map((key) => [...some, key])),
    [[]],
  );
  const times = question.grain === 'year' ? [2024, 2025] : [8, 9, 10, 11];
  const isHeld = (some: readonly string[]) => {
    const [block, direction] = ['block', 'direction'].map(
      (name) => some[question.by.findIndex((dimension) => dimension === name)],
    );
    return block === undefined || direction === undefined || blockOf.get(direction) === block;
  };
  const cells = times.flatMap((time) =>
    groups.filter(isHeld).map((some) => {
      const outcome = outcomeOf(question.measure, `${time} ${some.join(' ')}`);
      return {
        time,
        members: some,
        outcome,
        before: null,
        change: null,
        parts: [],
        roll: 30,
        line: null,
      };
    }),
  );
  return { question, cells, members: [], times, refusal: null };
}

function answer(choices: PivotChoices) {
  const spec = specOf(choices, defaultProgramme, 11);
  const layout = new PivotLayout(spec, defaultProgramme, null);
  for (const level of levelsOf(spec)) {
    const asked = questionsOfLevel(spec, level);
    layout.add(level, answerLevel(spec, asked, asked.questions.map(answerTo), defaultProgramme));
  }
  return layout.table();
}

async function show(change: Partial<PivotChoices> = {}) {
  const onenter = vi.fn();
  await render(PivotScreenTrial, { first: { ...defaultPivot, ...change }, answer, onenter });
  return { onenter };
}

const field = (name: string) =>
  page.getByRole('button', { name: `Поле «${name}»: куда поставить` });
const axis = (name: string) => page.getByRole('group', { name, exact: true });
const namesIn = (name: string): string[] =>
  [...axis(name).element().querySelectorAll('[draggable]')].map((one) => one.textContent.trim());

async function violations(): Promise<string[]> {
  const found = await axe.run(document.querySelector('main') ?? document);
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
}

beforeEach(() => page.viewport(1440, 900));

test('fields go to rows and columns by drag and by menu, which does all that a drag can', async () => {
  await show();
  expect(namesIn('Строки')).toEqual(['блок', 'направление']);
  await field('направление').dropTo(axis('Столбцы'));
  await expect.poll(() => namesIn('Столбцы')).toContain('направление');
  expect(namesIn('Строки')).toEqual(['блок']);
  await expect
    .element(page.getByRole('columnheader', { name: 'Всего · Участия', exact: true }))
    .toBeVisible();
  await field('направление').click();
  await page.getByRole('menuitem', { name: 'В строки' }).click();
  await expect.poll(() => namesIn('Строки')).toEqual(['блок', 'направление']);
  field('направление').element().focus();
  await userEvent.keyboard('{Enter}');
  await page.getByRole('menuitem', { name: 'Раньше' }).click();
  await expect.poll(() => namesIn('Строки')).toEqual(['направление', 'блок']);
  await expect
    .element(page.getByRole('status').filter({ hasText: 'направление: в строках, 1-е место' }))
    .toBeInTheDocument();
  await field('блок').click();
  await page.getByRole('menuitem', { name: 'Убрать' }).click();
  await expect.poll(() => namesIn('Поля')).toContain('блок');
  await page.getByRole('button', { name: 'undo' }).click();
  await expect.poll(() => namesIn('Строки')).toEqual(['направление', 'блок']);
});

test('a total that was counted anew says so, and a cell tells its interval and n where the keyboard stands', async () => {
  const { onenter } = await show();
  const grid = page.getByRole('treegrid', { name: 'Сводная таблица' });
  grid.element().focus();
  await userEvent.keyboard('{ArrowDown}{ArrowRight}{ArrowRight}');
  await expect
    .element(page.getByText(/^Блок I · 2024\/25.*Охват: .*\(пересчитано\)$/).first())
    .toBeVisible();
  await userEvent.keyboard('{Enter}');
  expect(onenter).toHaveBeenLastCalledWith('["I"]', 1);
  await page.getByRole('checkbox', { name: '95 % интервал' }).click();
  await expect
    .element(page.getByRole('columnheader', { name: /2025\/26.*95 % интервал$/ }).first())
    .toBeVisible();
});

test('it keeps to the rules for all in both themes, and scrolls within itself on a phone', async () => {
  await show({ columns: ['year', 'period'], n: true });
  for (const theme of ['light', 'dark']) {
    document.documentElement.dataset['theme'] = theme;
    await expect.poll(violations).toEqual([]);
  }
  delete document.documentElement.dataset['theme'];
  await page.viewport(390, 844);
  await expect
    .poll(() => document.documentElement.scrollWidth)
    .toBeLessThanOrEqual(document.documentElement.clientWidth);
});
