import axe from 'axe-core';
import { createRawSnippet, type Component } from 'svelte';
import { afterEach, describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import '../../app.css';
import Badge from './Badge.svelte';
import Bar from './Bar.svelte';
import Button from './Button.svelte';
import Checkbox from './Checkbox.svelte';
import Chip from './Chip.svelte';
import DropZone from './DropZone.svelte';
import EmptyState from './EmptyState.svelte';
import Notice from './Notice.svelte';
import Panel from './Panel.svelte';
import Progress from './Progress.svelte';
import SegmentedControl from './SegmentedControl.svelte';
import Select from './Select.svelte';
import Tabs from './Tabs.svelte';
import TextInput from './TextInput.svelte';

const words = createRawSnippet(() => ({ render: () => '<span>Слова</span>' }));
const choices = [
  { value: '1', label: 'Первый' },
  { value: '2', label: 'Второй' },
];

const shown: [string, () => PromiseLike<unknown>][] = [];
/** Adds one appearance of a component to what is examined. */
function show<const P extends Record<string, unknown>>(
  name: string,
  component: Component<P>,
  props: P,
) {
  shown.push([name, () => render(component, props)]);
}

for (const kind of ['primary', 'secondary', 'quiet'] as const) {
  show(`Button ${kind}`, Button, { kind, children: words });
}
show('Button pressed', Button, { 'aria-pressed': true, children: words });
for (const kind of ['neutral', 'good', 'attention', 'error', 'accent'] as const) {
  show(`Badge ${kind}`, Badge, { kind, label: 'Три вопроса' });
}
for (const kind of ['note', 'attention', 'error'] as const) {
  show(`Notice ${kind}`, Notice, { kind, title: 'Книга закрыта паролем', text: 'Снимите пароль.' });
}
show('Bar', Bar, {
  label: '2 принято',
  parts: [{ label: 'принято', value: 2, kind: 'good' as const }],
});
show('Checkbox', Checkbox, { label: 'С договором' });
show('Chip', Chip, { label: 'Блок II', removeLabel: 'Убрать Блок II' });
show('DropZone', DropZone, {
  title: 'Файлы',
  hint: 'Любые',
  chooseLabel: 'Выбрать',
  folderLabel: 'Папку',
  announce: String,
  onfiles: () => undefined,
});
show('EmptyState', EmptyState, { title: 'Пусто', text: 'Загрузите файлы.' });
show('Panel', Panel, { title: 'Охват', subtitle: 'Доля, %', source: '24 файла', children: words });
show('Progress', Progress, {
  label: 'Читаем',
  fraction: 0.4,
  detail: '2 из 5',
  cancelLabel: 'Отменить',
});
show('Progress unknown', Progress, { label: 'Готовим', fraction: null });
show('SegmentedControl', SegmentedControl, { label: 'Вид', choices, value: '1' });
show('Select', Select, { 'aria-label': 'Блок', choices, value: '1' });
show('Tabs', Tabs, {
  label: 'Разделы',
  tabs: choices,
  value: '1',
  children: createRawSnippet<[string]>(() => ({ render: () => '<p>Раздел</p>' })),
});
show('TextInput', TextInput, {
  'aria-label': 'Название',
  placeholder: 'Как в договоре',
  'aria-invalid': 'true' as const,
});

afterEach(() => document.documentElement.removeAttribute('data-theme'));

describe.each(['light', 'dark'])('in the %s theme', (theme) => {
  it.each(shown)('%s has nothing for axe to find', async (_, mount) => {
    document.documentElement.dataset['theme'] = theme;
    await mount();
    const { violations } = await axe.run(document.body, { rules: { region: { enabled: false } } });
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
    ).toEqual([]);
  });
});
