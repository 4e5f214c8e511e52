import { describe, expect, it } from 'vitest';
import { EngineUnavailable } from '#lib/engine/engine-unavailable.ts';
import { QueryError } from '#lib/engine/query-error.ts';
import { JournalError } from '#lib/journal/journal-error.ts';
import { codeOf, placesOf } from './fault-code.ts';

describe('codeOf', () => {
  it.each([
    [
      new JournalError('quota', new DOMException('', 'QuotaExceededError')),
      'journal-quota ← browser-QuotaExceededError',
    ],
    [new EngineUnavailable('blocked'), 'engine-blocked'],
    [new TypeError('Иванов Пётр is not a function'), 'TypeError'],
    ['Иванов Пётр', 'string'],
    [undefined, 'unknown'],
  ])('names the kinds of %s and of its causes', (cause, code) => {
    expect(codeOf(cause)).toBe(code);
  });

  it('says nothing of what a query asked for', () => {
    const cause = new Error('Binder Error: Referenced column "Иванов" not found');
    const code = codeOf(new QueryError("SELECT 'Иванов Пётр'", cause));
    expect(code).toBe('QueryError ← duckdb-Binder');
  });

  it('ends where causes go round', () => {
    const fault = new Error('a');
    fault.cause = fault;
    expect(codeOf(fault).split(' ← ')).toHaveLength(4);
  });
});

describe('placesOf', () => {
  it('names files, lines and columns without the address they came from', () => {
    const fault = new Error('secret');
    fault.stack = [
      'Error: secret',
      '    at ask (https://school.example/d/_app/immutable/chunks/Bx3_-9a.js:3:411)',
      '    at async https://school.example/d/_app/immutable/nodes/2.D1.js?v=1:1:20',
      '    at new Promise (<anonymous>)',
    ].join('\n');
    expect(placesOf(fault)).toEqual(['Bx3_-9a.js:3:411', '2.D1.js:1:20']);
    expect(placesOf('Иванов.js:1:1')).toEqual([]);
  });
});
