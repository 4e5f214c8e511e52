import { createRawSnippet } from 'svelte';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import '../../app.css';
import Dialog from './Dialog.svelte';

const actions = createRawSnippet(() => ({
  render: () => '<button type="button">Вернуть</button>',
}));

test('traps the focus while it is open and gives it back', async () => {
  const opener = document.createElement('button');
  opener.textContent = 'Открыть';
  document.body.append(opener);
  opener.focus();

  let closed = 0;
  const { rerender } = await render(Dialog, {
    open: false,
    title: 'Отменить загрузку?',
    description: 'Её можно вернуть.',
    closeLabel: 'Закрыть',
    onclose: () => (closed += 1),
    actions,
  });
  await rerender({ open: true });

  const dialog = page.getByRole('dialog', { name: 'Отменить загрузку?' });
  await expect.element(dialog).toBeVisible();
  await expect.element(dialog).toHaveAccessibleDescription('Её можно вернуть.');
  for (let i = 0; i < 4; i += 1) {
    await userEvent.tab();
    expect(dialog.element().contains(document.activeElement)).toBe(true);
  }

  await userEvent.keyboard('{Escape}');
  await expect.element(dialog).not.toBeInTheDocument();
  expect(closed).toBe(1);
  await expect.poll(() => document.activeElement).toBe(opener);
  opener.remove();
});
