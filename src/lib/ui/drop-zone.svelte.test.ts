import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import '../../app.css';
import DropZone from './DropZone.svelte';

const words = {
  title: 'Перетащите файлы',
  chooseLabel: 'Выбрать файлы',
  announce: (count: number) => `Файлов: ${count}`,
};

function transferOf(...names: string[]): DataTransfer {
  const transfer = new DataTransfer();
  for (const name of names) transfer.items.add(new File(['a;b'], name));
  return transfer;
}

test('takes files that are dropped anywhere, says how many, and keeps the page', async () => {
  const given: string[] = [];
  await render(DropZone, { ...words, onfiles: (files) => given.push(...files.map((f) => f.path)) });
  const zone = page.getByRole('group', { name: 'Перетащите файлы' });
  const dataTransfer = transferOf('а.csv', 'б.xlsx');

  window.dispatchEvent(new DragEvent('dragover', { dataTransfer, cancelable: true }));
  await expect.element(zone).toHaveClass(/over/);
  const drop = new DragEvent('drop', { dataTransfer, cancelable: true });
  window.dispatchEvent(drop);

  expect(drop.defaultPrevented).toBe(true);
  await expect.poll(() => given).toEqual(['а.csv', 'б.xlsx']);
  await expect.element(page.getByRole('status')).toHaveTextContent('Файлов: 2');
  await expect.element(zone).not.toHaveClass(/over/);
});

test('takes pasted files and pasted tables, but not what is pasted into a field', async () => {
  const given: string[] = [];
  const texts: string[] = [];
  await render(DropZone, {
    ...words,
    onfiles: (files) => given.push(...files.map((f) => f.path)),
    onpaste: (text, form) => texts.push(`${form}: ${text}`),
  });
  const paste = (target: EventTarget, clipboardData: DataTransfer) =>
    target.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  const table = new DataTransfer();
  table.setData('text/plain', 'Класс\tОхват');

  paste(document.body, transferOf('в.ods'));
  paste(document.body, table);
  const copied = transferOf('снимок.png');
  copied.setData('text/html', '<table><tr><td>Класс</table>');
  paste(document.body, copied);
  const field = document.createElement('input');
  document.body.append(field);
  paste(field, table);
  field.remove();

  await expect.poll(() => given).toEqual(['в.ods']);
  expect(texts).toEqual(['text: Класс\tОхват', 'markup: <table><tr><td>Класс</table>']);
});

test('refuses while it is disabled', async () => {
  const given: unknown[] = [];
  await render(DropZone, { ...words, disabled: true, onfiles: (files) => given.push(...files) });
  window.dispatchEvent(
    new DragEvent('drop', { dataTransfer: transferOf('а.csv'), cancelable: true }),
  );
  await expect.element(page.getByRole('button', { name: 'Выбрать файлы' })).toBeDisabled();
  expect(given).toEqual([]);
});
