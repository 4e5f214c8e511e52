import axe from 'axe-core';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import '../../app.css';
import { AuditTooLong } from '#lib/disclosure/auditor.ts';
import { publishCells, publishedOf } from '#lib/disclosure/published.ts';
import { locales } from '#lib/i18n/locale.ts';
import type { FrozenForKeeping } from '#lib/workspace/keeping/frozen-for-keeping.ts';
import type { KeepStage } from '#lib/workspace/keeping/keeping.svelte.ts';
import { handOver } from './hand-over.ts';
import KeepDialogTrial from './KeepDialogTrial.svelte';

const words = locales.ru.t.saving;
const audit = locales.ru.t.councilShare;
const passed = {
  kind: 'passed',
  hidden: new Set<number>(),
  primary: new Set<number>(),
  sensitive: 2,
  narrowest: 6,
  worlds: '',
} as const;
const content = publishedOf(publishCells([], passed), () => 'what may be told');

function ready(primary: number, secondary: number, leftOut: readonly string[] = []) {
  const rules = { least: 5, leastAssessed: 10, width: 5, zeros: true };
  const earlier: readonly string[] = ['a'];
  const told = { statements: 30, sensitive: 2, narrowest: 6, worlds: '', numbers: 24, rules };
  const certificate = { ...told, primary, secondary, earlier };
  const frozen = { kind: 'frozen', content, statements: [], certificate, leftOut } as const;
  return { kind: 'ready', frozen, version: 1 } as const;
}

/** A check that goes as it is told to. */
class ToldKeeping {
  stage = $state.raw<KeepStage<string>>({ kind: 'idle' });
  checks = 0;

  check(): Promise<void> {
    this.checks += 1;
    this.stage = { kind: 'checking', done: 0, all: null };
    return Promise.resolve();
  }

  cancel(): void {
    this.stage = { kind: 'idle' };
  }
}

async function open(
  given: { refusal?: 'sql'; door?: 'shared' | 'inner'; isCurrent?: boolean } = {},
) {
  const keeping = new ToldKeeping();
  const taken: string[] = [];
  const offer = (label: string, act: () => Promise<string>) => ({
    label,
    act: () => handOver(locales.ru, words.failed, act),
  });
  await render(KeepDialogTrial, {
    door: given.door ?? 'shared',
    name: 'Охват по классам',
    keeping: given.refusal ? null : keeping,
    refusal: given.refusal ?? null,
    isCurrent: () => given.isCurrent ?? true,
    shared: (frozen: Extract<FrozenForKeeping<string>, { kind: 'frozen' }>) => [
      offer('PNG', () => {
        taken.push(frozen.content);
        return Promise.resolve('Сохранено: охват.png.');
      }),
      offer('CSV', () => Promise.reject(new Error('no room'))),
    ],
    inner: [
      offer('CSV', () => {
        taken.push('all numbers');
        return Promise.resolve('Сохранено: внутри.csv.');
      }),
    ],
  });
  return { keeping, taken };
}

const button = (name: string) => page.getByRole('button', { name, exact: true });

test('the check begins by itself, tells how far it is, is stopped and begun again', async () => {
  const { keeping, taken } = await open();
  const bar = page.getByRole('progressbar', { name: audit.asking });
  await expect.element(bar).toBeVisible();
  keeping.stage = { kind: 'checking', done: 3, all: 12 };
  const counted = page.getByRole('progressbar', { name: audit.checking });
  await expect.element(counted).toHaveAttribute('aria-valuenow', '25');
  await button(audit.cancel).click();
  await expect.element(page.getByText(words.stopped)).toBeVisible();
  expect(button('PNG').query()).toBeNull();
  await button(words.again).click();
  await expect.element(bar).toBeVisible();
  expect(keeping.checks).toBe(2);
  expect(taken).toEqual([]);
});

test('what is withheld, why, and which notes stay behind is said before anything is handed over', async () => {
  const { keeping, taken } = await open();
  keeping.stage = ready(3, 2, ['победила Анна']);
  const dialog = page.getByRole('dialog');
  await expect.element(dialog).toHaveTextContent(words.passed.hidden('5', '24'));
  for (const text of [
    audit.passed.primary('3'),
    audit.passed.secondary('2'),
    words.passed.earlier,
    words.passed.leftOut('победила Анна'),
  ])
    await expect.element(dialog).toHaveTextContent(text);
  expect((await axe.run(document.body)).violations).toEqual([]);
  await button('PNG').click();
  await expect.element(page.getByText('Сохранено: охват.png.')).toBeVisible();
  expect(taken).toEqual(['what may be told']);
  await button('CSV').click();
  await expect.element(page.getByText(words.failed)).toBeVisible();
});

test.each([
  ['somebody would be given away', { kind: 'exposed' }, words.exposed.title],
  ['there is no time left', { kind: 'failed', cause: new AuditTooLong() }, words.tooLong.title],
  ['the check broke', { kind: 'failed', cause: new Error('x') }, locales.ru.t.app.failed.title],
] as const)('nothing is handed over where %s', async (_, stage, title) => {
  const { keeping } = await open();
  keeping.stage = stage;
  await expect.element(page.getByText(title)).toBeVisible();
  expect(button('PNG').query()).toBeNull();
});

test('nothing is handed over of data that have changed since the check', async () => {
  const { keeping } = await open({ isCurrent: false });
  keeping.stage = ready(0, 0);
  await expect.element(page.getByText(words.changed)).toBeVisible();
  expect(button('PNG').query()).toBeNull();
});

test('the inner door is opened each time by a word of its own, and ends the check', async () => {
  const { keeping, taken } = await open();
  await button(words.inner.item).click();
  expect(keeping.stage.kind).toBe('idle');
  await expect.element(button('CSV')).toBeDisabled();
  await page.getByRole('checkbox', { name: words.inner.agree }).click();
  await button('CSV').click();
  await expect.element(page.getByText('Сохранено: внутри.csv.')).toBeVisible();
  expect(taken).toEqual(['all numbers']);
  await button(words.inner.back).click();
  await button(words.inner.item).click();
  await expect.element(button('CSV')).toBeDisabled();
});

test('what nobody can check says why, and has the inner door alone', async () => {
  await open({ refusal: 'sql' });
  await expect.element(page.getByText(words.closed.text(words.closed.sql))).toBeVisible();
  expect(button('PNG').query()).toBeNull();
  await expect.element(button(words.inner.item)).toBeVisible();
});
