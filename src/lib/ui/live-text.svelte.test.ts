import { userEvent } from 'vitest/browser';
import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import LiveText from './LiveText.svelte';

const words = {
  label: 'Вывод',
  placeholder: 'Что это значит?',
  description: '',
  phrases: {},
  language: 'ru',
};

function shown(text: string, more: object = {}) {
  const events = { onchange: vi.fn(), onleave: vi.fn(), ontoken: vi.fn(), onlong: vi.fn() };
  const labelOf = (token: string) =>
    token === '{{?}}'
      ? null
      : {
          lines: [token.slice(2, -2)],
          title: `имя ${token.slice(2, -2)}`,
          state: 'known' as const,
        };
  const screen = render(LiveText, { text, words, most: 60, labelOf, ...events, ...more });
  return { ...events, box: screen.getByRole('textbox', { name: 'Вывод' }), screen };
}

test('a token is one mark with a name: it is passed and taken away as a whole', async () => {
  const { box, onchange, screen } = shown('Охват {{42}}!');
  await expect.element(screen.getByRole('img', { name: 'имя 42' })).toHaveTextContent('42');
  await box.click();
  await userEvent.keyboard('{Control>}{End}{/Control}{ArrowLeft}{Backspace}');
  expect(onchange).toHaveBeenLastCalledWith('Охват !');
  await userEvent.keyboard('{Control>}z{/Control}');
  expect(onchange).toHaveBeenLastCalledWith('Охват {{42}}!');
});

test('a token that means nothing stays letters', async () => {
  const { box, screen } = shown('{{?}}');
  await expect.element(box).toHaveTextContent('{{?}}');
  expect(screen.getByRole('img').elements()).toHaveLength(0);
});

test('a new token is wanted by keyboard; one that is chosen, or pressed, is told with its place', async () => {
  const { box, ontoken, screen } = shown('{{42}}');
  await box.click();
  await userEvent.keyboard('{Control>}{End}{/Control}{Control>}i{/Control}');
  expect(ontoken).toHaveBeenLastCalledWith(null);
  await userEvent.keyboard('{Shift>}{ArrowLeft}{/Shift}{Control>}i{/Control}');
  const place = { from: 0, to: 6, token: '{{42}}' };
  expect(ontoken).toHaveBeenLastCalledWith(place);
  await screen.getByRole('img').click();
  expect(ontoken).toHaveBeenLastCalledWith(place);
});

test('a text that would be too long is refused and said', async () => {
  const { box, onchange, onlong } = shown('', { most: 3 });
  await box.click();
  await userEvent.keyboard('абвг');
  expect(onchange).toHaveBeenLastCalledWith('абв');
  expect(onlong).toHaveBeenCalled();
});

test('one line stays one line', async () => {
  const { box, onchange } = shown('', { single: true });
  await box.click();
  await userEvent.keyboard('а{Enter}б');
  expect(onchange).toHaveBeenLastCalledWith('аб');
});

test('what is written from outside is shown and is no change of its own', async () => {
  const { box, onchange, screen } = shown('раз');
  await expect.element(box).toHaveTextContent('раз');
  await screen.rerender({ text: 'два' });
  await expect.element(box).toHaveTextContent('два');
  expect(onchange).not.toHaveBeenCalled();
});

test('what is pasted from a word processor comes as plain text', async () => {
  const { box, onchange } = shown('');
  await box.click();
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/html', '<b style="color: red">Раз</b><script>x</script>');
  clipboardData.setData('text/plain', '•\tРаз\r\n•\tдва');
  box.element().dispatchEvent(
    new ClipboardEvent('paste', {
      clipboardData,
      bubbles: true,
      cancelable: true,
      composed: true,
    }),
  );
  expect(onchange).toHaveBeenLastCalledWith('Раз\nдва');
  expect(box.element().querySelector('b, script')).toBeNull();
});
