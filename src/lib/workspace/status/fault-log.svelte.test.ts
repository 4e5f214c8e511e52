import { beforeEach, expect, it } from 'vitest';
import { FaultLog } from './fault-log.svelte.ts';

beforeEach(() => localStorage.clear());

it('keeps codes over a restart, the newest first, the same ones once', () => {
  const log = new FaultLog();
  log.note(new RangeError('Иванов Пётр'), 'data/');
  log.note('Иванов Пётр', 'data/');
  log.note('Петров Иван', 'data/');
  const kept = new FaultLog().faults;
  expect(kept.map(({ code, times }) => [code, times])).toEqual([
    ['string', 2],
    ['RangeError', 1],
  ]);
  expect(JSON.stringify(localStorage)).not.toMatch(/Иванов|Петров/);
});

it('takes one fault that is shown at two places as one, and a question given up as none', () => {
  const log = new FaultLog();
  const fault = new TypeError('x');
  log.note(fault, '');
  log.noteUnexpected(fault, '');
  log.noteUnexpected(new DOMException('', 'AbortError'), '');
  expect(log.faults).toHaveLength(1);
  expect(log.unexpected).toBeNull();
});

it('reads whatever stands in the storage', () => {
  for (const text of ['{', '{}', '[1,null,{"at":"x"}]']) {
    localStorage.setItem('dinamika.faults', text);
    expect(new FaultLog().faults).toEqual([]);
  }
});
