import axe from 'axe-core';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import '../../../app.css';
import type { Match } from '#lib/ingest/star/matches/match.ts';
import type { Answer } from './answers.svelte.ts';
import QueueTrial from './QueueTrial.svelte';

function match(name: string): Match {
  const side = (key: string, shown: string) => ({
    key,
    name: shown,
    facts: [{ code: 'class' as const, text: '5А' }],
    records: 2,
    places: [{ importId: 'x', sheet: 0, row: 3, column: null }],
  });
  return {
    about: 'person',
    a: side(name, `${name} Лев`),
    b: side(`${name}ъ`, `${name}ъ Лев`),
    state: 'proposed',
    likelihood: 0.9,
    evidence: [{ code: 'class-same', params: { class: '5А', year: 2025 } }],
  };
}

const names = ['Алёхин', 'Гусев', 'Ким'];

async function open(answer: () => Promise<void> = () => new Promise(() => undefined)) {
  const given: [string, Answer][] = [];
  const { rerender } = await render(QueueTrial, {
    matches: names.map(match),
    decide: (name: string, said: Answer) => {
      given.push([name, said]);
      return answer();
    },
  });
  const cards = () =>
    page
      .getByRole('article')
      .elements()
      .map((card) => card.ariaLabel?.split(' ')[0]?.slice(1));
  const here = () => document.activeElement?.getAttribute('aria-label')?.split(' ')[0]?.slice(1);
  return { given, cards, here, rerender };
}

const first = () => page.getByRole('button', { name: 'Решить позже' }).first();

test('J and K lead from pair to pair, 1 and 2 answer, and the next pair is at hand', async () => {
  const { given, cards, here } = await open();
  await first().element().focus();
  await userEvent.keyboard('j');
  await expect.poll(here).toBe('Гусев');
  await userEvent.keyboard('1');
  await expect.poll(here).toBe('Ким');
  expect(cards()).toEqual(['Алёхин', 'Ким']);
  await userEvent.keyboard('k2');
  await expect.poll(cards).toEqual(['Ким']);
  expect(given).toEqual([
    ['Гусев', 'same'],
    ['Алёхин', 'different'],
  ]);
  await expect.element(page.getByRole('status')).toHaveTextContent('Это разные люди. Осталось 1.');
});

test('what an answer settles besides is counted and leaves the focus with the pairs', async () => {
  const { here, rerender } = await open();
  await first().element().focus();
  await userEvent.keyboard('1');
  await expect.poll(here).toBe('Гусев');
  await rerender({ matches: [match('Ким')] });
  await expect.element(page.getByRole('status')).toHaveTextContent('Осталось 1.');
  await expect.poll(here).toBe('Ким');
  await rerender({ matches: [] });
  await expect.element(page.getByRole('status')).toHaveTextContent('Вопросов больше нет.');
  await expect.element(page.getByRole('group', { name: 'Похоже на одно' })).toHaveFocus();
});

test('the keys do the same under a Russian layout', async () => {
  const { here } = await open();
  await first().element().focus();
  document.activeElement?.dispatchEvent(
    new KeyboardEvent('keydown', { key: 'о', code: 'KeyJ', bubbles: true }),
  );
  await expect.poll(here).toBe('Гусев');
});

test('what is put off comes last, and U takes the last answer back', async () => {
  const { given, cards } = await open();
  await first().element().focus();
  await userEvent.keyboard('3');
  await expect.poll(cards).toEqual(['Гусев', 'Ким', 'Алёхин']);
  await userEvent.keyboard('1u');
  expect(given).toEqual([
    ['Гусев', 'same'],
    ['Гусев', null],
  ]);
  await expect.element(page.getByRole('status')).toHaveTextContent('Ответ отменён.');
});

test('a pair whose answer was not written comes back', async () => {
  const { cards } = await open(() => Promise.reject(new Error('no space')));
  await page.getByRole('button', { name: 'Это один человек' }).first().click();
  await expect.poll(cards).toEqual(names);
});

test('after the last answer the keyboard stays where the pairs were, and the pairs are accessible', async () => {
  const { cards } = await open();
  const { violations } = await axe.run(document.body, { rules: { region: { enabled: false } } });
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  await first().element().focus();
  await userEvent.keyboard('111');
  await expect.poll(cards).toEqual([]);
  await expect.element(page.getByRole('group', { name: 'Похоже на одно' })).toHaveFocus();
  await expect.element(page.getByRole('status')).toHaveTextContent('Вопросов больше нет.');
});
