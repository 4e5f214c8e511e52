import { afterEach, expect, it } from 'vitest';
import { PageNames } from './page-names.ts';

const names = /Иванов(?:а)? (?:Пётр|Петра)/g;
const hide = (text: string): string => text.replace(names, 'K7Q2M');
let page: PageNames | null = null;
afterEach(() => {
  page?.stop();
  page = null;
  document.body.replaceChildren();
});

function body(markup: string): void {
  document.body.replaceChildren(
    ...new DOMParser().parseFromString(markup, 'text/html').body.childNodes,
  );
}

const changed = () => new Promise((resolve) => setTimeout(resolve));

it('hides what is there, what comes and what changes, and shows all of it again', async () => {
  body('<p>Иванов Пётр</p><ul></ul><button aria-label="Открыть: Иванов Пётр">…</button>');
  page = new PageNames(document.body, hide);
  expect(document.body.textContent).not.toMatch(names);
  expect(document.querySelector('button')?.getAttribute('aria-label')).toBe('Открыть: K7Q2M');

  const item = document.createElement('li');
  item.append('Грамота Иванова Петра');
  document.querySelector('ul')?.append(item);
  await changed();
  expect(item.textContent).toBe('Грамота K7Q2M');

  const text = document.querySelector('p')?.firstChild as Text;
  text.data = 'Снова Иванов Пётр';
  document.querySelector('button')?.setAttribute('aria-label', 'Закрыть: Иванов Пётр');
  await changed();
  expect(text.data).toBe('Снова K7Q2M');
  expect(document.querySelector('button')?.getAttribute('aria-label')).toBe('Закрыть: K7Q2M');

  page.stop();
  expect(text.data).toBe('Снова Иванов Пётр');
  expect(item.textContent).toBe('Грамота Иванова Петра');
  expect(document.querySelector('button')?.getAttribute('aria-label')).toBe('Закрыть: Иванов Пётр');
});

it('makes what somebody writes unreadable where it holds a name, and does not change it', async () => {
  body('<input value="Иванов Пётр" /><div contenteditable="true">охват</div>');
  page = new PageNames(document.body, hide);
  const input = document.querySelector('input');
  const editor = document.querySelector('div');
  expect(input?.value).toBe('Иванов Пётр');
  expect(input?.hasAttribute('data-names-hidden')).toBe(true);
  expect(editor?.hasAttribute('data-names-hidden')).toBe(false);
  editor?.append(' у Иванова Петра');
  await changed();
  expect(editor?.textContent).toBe('охват у Иванова Петра');
  expect(editor?.hasAttribute('data-names-hidden')).toBe(true);
  if (input) input.value = 'охват';
  input?.dispatchEvent(new Event('input', { bubbles: true }));
  expect(input?.hasAttribute('data-names-hidden')).toBe(false);
});
