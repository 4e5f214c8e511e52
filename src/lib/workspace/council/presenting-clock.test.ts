import { expect, test } from 'vitest';
import { talkTime, writeTime } from './presenting-clock.svelte.ts';

test('a talk is over its length only after the whole of it', () => {
  const began = 1_000_000;
  const after = (seconds: number, minutes: number | null) =>
    talkTime(began, began + seconds * 1000, minutes);
  expect(after(59.9, 1)).toEqual({ gone: 59, over: 0 });
  expect(after(60, 1)).toEqual({ gone: 60, over: 0 });
  expect(after(65, 1)).toEqual({ gone: 65, over: 5 });
  expect(after(65, null)).toEqual({ gone: 65, over: 0 });
  expect(after(65, 0)).toEqual({ gone: 65, over: 0 });
  // The clock of the machine was set back.
  expect(after(-30, 1)).toEqual({ gone: 0, over: 0 });
});

test('minutes and seconds are written, with hours where there are any', () => {
  expect([0, 65, 599, 3600, 4025].map(writeTime)).toEqual([
    '0:00',
    '1:05',
    '9:59',
    '1:00:00',
    '1:07:05',
  ]);
});
