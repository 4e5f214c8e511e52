import axe from 'axe-core';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import '../../../app.css';
import type { Difference } from '#lib/ingest/difference.ts';
import type { Revision } from '#lib/ingest/revision.ts';
import type { LedgerImport } from '#lib/journal/ledger.ts';
import type { ReviewFile } from '#lib/workspace/review-file.ts';
import { Review } from '#lib/workspace/review.svelte.ts';
import { Workspace } from '#lib/workspace/workspace.svelte.ts';
import DifferenceTrial from './DifferenceTrial.svelte';

const sha256 = 'f00d';

function difference(id: string, change: Difference['change']): Difference {
  const place = { sheet: 0, row: 4, col: null };
  return {
    id,
    kind: 'participation',
    change,
    label: [id, '5А', 'Живая классика'],
    cells: [{ column: 'hours', before: change === 'changed' ? 1 : null, after: 2 }],
    before: change === 'added' ? null : place,
    after: change === 'removed' ? null : place,
  };
}

const list = [
  difference('Алёхин Григорий', 'added'),
  difference('Баранова Инна', 'added'),
  difference('Гусев Лев', 'changed'),
  difference('Ким Лев', 'removed'),
];

class Compared extends Review {
  override stage: Review['stage'] = 'reviewing';

  constructor(readonly found: readonly Difference[]) {
    super(new Workspace());
  }

  override differences(): Promise<readonly Difference[]> {
    return Promise.resolve(this.found);
  }
}

const stored = {
  importId: 'old',
  at: Date.UTC(2026, 2, 12, 12),
  state: 'active',
  entry: { source: { name: 'Конкурсы.xlsx' } },
} as unknown as LedgerImport;

function show(found: readonly Difference[], mode: Revision['mode'] = 'version'): Review {
  const review = new Compared(found);
  const revision: Revision = {
    mode,
    of: 'old',
    name: 'Конкурсы.xlsx',
    added: 2,
    changed: 1,
    removed: 1,
    same: 24,
  };
  const file = { reading: { source: { sha256 } }, revision } as unknown as ReviewFile;
  render(DifferenceTrial, { file, review, imports: [stored] });
  return review;
}

const refused = (review: Review) =>
  (review.decided.refused[sha256] ?? []).map(({ id }) => id).sort();

test('one difference is refused by its switch, and taken over again by undoing', async () => {
  const review = show(list);
  await expect
    .element(page.getByRole('heading', { level: 3 }))
    .toHaveTextContent('Новая версия файла «Конкурсы.xlsx», принятого 12.03.2026');
  const take = page.getByRole('checkbox', { name: 'Принять: Ким Лев' });
  await expect.element(take).toBeChecked();
  await take.click();
  await expect.element(take).not.toBeChecked();
  expect(refused(review)).toEqual(['Ким Лев']);
  await page.getByRole('button', { name: 'Отменить выбор' }).click();
  await expect.element(take).toBeChecked();
  expect(refused(review)).toEqual([]);
});

test('all differences of a kind are refused at once, and everything is taken at once', async () => {
  const review = show(list);
  await page.getByRole('button', { name: 'Не добавлять (2)' }).click();
  await expect.element(page.getByText('2 различия не будут приняты').first()).toBeInTheDocument();
  expect(refused(review)).toEqual(['Алёхин Григорий', 'Баранова Инна']);
  await page.getByRole('button', { name: 'Не удалять (1)' }).click();
  await page.getByRole('button', { name: 'Принять всё' }).click();
  expect(refused(review)).toEqual([]);
});

test('what is chosen by kind and by name is shown, from its first page', async () => {
  const many = Array.from({ length: 120 }, (_, at) => difference(`Ученик ${at + 1}`, 'added'));
  show([...many, ...list]);
  const rows = page.getByRole('row');
  await expect.poll(() => rows.elements().length).toBe(51);
  await page.getByRole('button', { name: 'Дальше' }).click();
  await expect.element(page.getByText('51–100 из 124')).toBeVisible();
  await page.getByRole('searchbox').fill('алехин');
  await expect.poll(() => rows.elements().length).toBe(2);
  await expect.element(page.getByRole('rowheader')).toHaveTextContent('Алёхин Григорий');
});

test('of a file that tells the same, it is said that nothing is removed; the list is accessible', async () => {
  show(list.slice(2, 3), 'overlap');
  await expect
    .element(page.getByRole('heading', { level: 3 }))
    .toHaveTextContent('Рассказывает о том же, что «Конкурсы.xlsx»: 25 совпадений');
  await expect.element(page.getByText('ничего не удаляется')).toBeVisible();
  await expect.element(page.getByRole('row').nth(1)).toHaveTextContent('Часы: было 1 → стало 2');
  const { violations } = await axe.run(document.body, { rules: { region: { enabled: false } } });
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
});
