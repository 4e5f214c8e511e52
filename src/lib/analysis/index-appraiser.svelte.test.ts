import { afterEach, expect, test } from 'vitest';
import { IndexAppraiser } from './index-appraiser.ts';
import { indexRobustness } from './index-robustness.ts';
import type { IndexSample } from './index-sample.ts';

const sampleOf = (first: number): IndexSample => ({
  aggregation: 'arithmetic',
  goalposts: [0, 1, 2].map(() => ({ low: 0, high: 1, weight: 1 })),
  cells: [
    [first, 0.4, 0.6],
    [0.3, 0.5, 0.2],
  ],
  about: 0,
  others: [1],
});

let appraiser = new IndexAppraiser();
afterEach(() => {
  appraiser.dismiss(new DOMException('The test is over', 'AbortError'));
  appraiser = new IndexAppraiser();
});

test('the worker answers what the page would have computed', async () => {
  expect(await appraiser.appraise(sampleOf(0.5))).toEqual(indexRobustness(sampleOf(0.5)));
  expect(await appraiser.appraise({ ...sampleOf(0.5), goalposts: [] })).toBeNull();
});

test('a cancelled wish is told so, and the next one is answered', async () => {
  const controller = new AbortController();
  const cancelled = appraiser.appraise(sampleOf(0.5), controller.signal);
  controller.abort();
  await expect(cancelled).rejects.toMatchObject({ name: 'AbortError' });
  await expect(appraiser.appraise(sampleOf(0.5), controller.signal)).rejects.toMatchObject({
    name: 'AbortError',
  });
  expect(await appraiser.appraise(sampleOf(0.7))).toEqual(indexRobustness(sampleOf(0.7)));
});

test('the latest wish ends the one before', async () => {
  const former = appraiser.appraise(sampleOf(0.5));
  const latest = appraiser.appraise(sampleOf(0.9));
  await expect(former).rejects.toMatchObject({ name: 'AbortError' });
  expect(await latest).toEqual(indexRobustness(sampleOf(0.9)));
});

test('a sample that cannot be sent or computed rejects, and the next one is answered', async () => {
  const broken = { ...sampleOf(0.5), cells: null } as unknown as IndexSample;
  await expect(appraiser.appraise(broken)).rejects.toThrow('The robustness was not computed');
  expect(await appraiser.appraise(sampleOf(0.5))).not.toBeNull();
});
