import axe from 'axe-core';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import '../../app.css';
import LayersTrial from './LayersTrial.svelte';

test('Menu is opened, walked and left by the keyboard, and leaves the page usable', async () => {
  const chosen: string[] = [];
  await render(LayersTrial, { onselect: (label: string) => chosen.push(label) });
  const opener = page.getByRole('button', { name: 'Ещё' });
  await userEvent.tab();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('menu')).toBeVisible();
  expect((await axe.run(document.body)).violations.flatMap(({ id }) => id)).not.toContain('region');
  await userEvent.keyboard('{ArrowDown}{Enter}');
  expect(chosen).toEqual(['Скачать']);
  await expect.element(page.getByRole('menu')).not.toBeInTheDocument();
  await expect.element(opener).toHaveFocus();

  await opener.click();
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('menu')).not.toBeInTheDocument();
  expect(getComputedStyle(document.body).pointerEvents).toBe('auto');
});

test('Tooltip speaks when what it belongs to is focused', async () => {
  await render(LayersTrial, { onselect: () => undefined });
  await userEvent.tab();
  await userEvent.tab();
  await expect.element(page.getByRole('button', { name: 'Охват' })).toHaveFocus();
  await expect.element(page.getByText('Доля учеников')).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByText('Доля учеников')).not.toBeInTheDocument();
});
