import axe from 'axe-core';
import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import '../../../app.css';
import { defaultProgramme } from '#lib/programme/default.ts';
import type { SnapshotFigure, SnapshotPage } from '#lib/snapshot/document.ts';
import { defaultChoices } from '#lib/workspace/choices.ts';
import type { Draft } from '#lib/workspace/council/draft.ts';
import { readNumber } from '#lib/workspace/council/live-number.ts';
import WithheldTrial from './WithheldTrial.svelte';

const both = <T>(text: T) => ({ ru: text, en: text });
const nothing = both([]);

function figure(id: string, subtitle: string, withheld: number, numbers: number): SnapshotFigure {
  return {
    kind: 'figure',
    id,
    title: both(''),
    subtitle: both(subtitle),
    selection: both(''),
    description: both(''),
    signs: nothing,
    source: both(''),
    withheld,
    numbers,
    drawing: null,
    table: both({ heads: [], rows: [], figures: [] }),
    native: null,
  };
}

const token = '{{M01 of.class=%227%D0%90%22}}';
const number = readNumber(token);
const draft: Draft = {
  id: 'a',
  name: 'Совет',
  form: 'slides',
  period: null,
  pages: [
    {
      id: 's1',
      title: 'Охват',
      pieces: [
        { kind: 'figure', id: 'p1', choices: { ...defaultChoices, by: 'class' } },
        { kind: 'figure', id: 'p2', choices: { ...defaultChoices, by: 'direction' } },
        { kind: 'figure', id: 'p3', choices: { ...defaultChoices, by: 'sex', grain: 'year' } },
        { kind: 'text', id: 'p4', role: 'paragraph', text: `В 7А — ${token}.` },
      ],
    },
  ],
};
const pages: SnapshotPage[] = [
  {
    id: 's1',
    title: both('Охват'),
    pieces: [
      figure('s1-p1', 'Охват по классам', 90, 120),
      figure('s1-p2', 'Охват по направлениям', 30, 40),
      figure('s1-p3', 'Охват по полу', 1, 8),
    ],
  },
];
const context = { programme: defaultProgramme, told: [8, 9, 10, 11], period: 11 };

function show() {
  const onstep = vi.fn<(draft: Draft) => void>();
  const hidden = number ? [{ token, number, places: [{ page: 's1', piece: 'p4' }] }] : [];
  render(WithheldTrial, { props: { first: draft, pages, hidden, context, onstep } });
  const last = () => onstep.mock.lastCall?.[0].pages[0]?.pieces;
  return { last };
}

const ways = (subject: string) => page.getByRole('group', { name: `Укрупнить: ${subject}` });

test('a picture is made coarser by one key, and the step can be taken back', async () => {
  const { last } = show();
  await expect.element(page.getByText(/скрыто 90 из 120/)).toBeVisible();
  const button = ways('Охват по классам').getByRole('button', { name: 'по параллелям' });
  (button.element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  expect(last()?.[0]).toMatchObject({ choices: { by: 'grade', grain: 'term' } });
  expect(last()?.[1]).toBe(draft.pages[0]?.pieces[1]);
  await page.getByRole('button', { name: 'undo' }).click();
  expect(last()?.[0]).toMatchObject({ choices: { by: 'class' } });
  // What is as coarse as can be has nothing to press.
  expect(ways('Охват по полу').query()).toBeNull();
  const { violations } = await axe.run(document.body);
  expect(violations.map(({ id }) => id)).toEqual([]);
});

test('all that is withheld for the greater part is made coarser in one step, and so is a number in a text', async () => {
  const { last } = show();
  await page.getByRole('button', { name: /больше половины/ }).click();
  expect(last()?.slice(0, 3)).toMatchObject([
    { choices: { by: 'grade' } },
    { choices: { by: 'block' } },
    { choices: { by: 'sex' } },
  ]);
  const said = ways('Охват, 7А, IV четверть 2025/26');
  await said.getByRole('button', { name: '7-е классы' }).click();
  expect(last()?.[3]).toMatchObject({ text: 'В 7А — {{M01 of.grade=7}}.' });
  expect(last()?.[0]).toMatchObject({ choices: { by: 'grade' } });
});
