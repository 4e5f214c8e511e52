import { describe, expect, it } from 'vitest';
import { readPlace, readRefusal } from './read-refusal.ts';

const long = `SELECT ${'a, '.repeat(60)}nothing, ${'b, '.repeat(60)} c FROM period`;

describe('the place in a message of DuckDB', () => {
  it.each([
    ['in the second line', 'LINE 2: FORM period\n             ^', 'SELECT id\nFORM period', 2, 6],
    [
      'after line ends of Windows',
      'LINE 2: FORM period\n             ^',
      'SELECT 1\r\nFORM period',
      2,
      6,
    ],
    [
      'in a long line, of which a part is shown',
      `LINE 1: ...a, a, nothing, b, b...\n                 ^`,
      long,
      1,
      long.indexOf('nothing') + 1,
    ],
    ['at the end', 'LINE 1: SELECT\n              ^', 'SELECT', 1, 7],
  ])('is found %s', (_, message, sql, line, column) => {
    expect(readPlace(`Parser Error: x\n\n${message}`, sql)).toEqual({ line, column });
  });

  it('is none where the message names none, or a line that is not there', () => {
    expect(readPlace('Conversion Error: x', 'SELECT 1')).toBeNull();
    expect(readPlace('Error: x\n\nLINE 3: a\n        ^', 'SELECT 1')).toBeNull();
  });
});

describe('why a query was refused', () => {
  it.each([
    ['Parser Error: Expected a single SELECT statement\n\nLINE 1: x\n ^', 'not-reading'],
    ['Permission Error: Cannot access file "x" - file system operations are disabled', 'outside'],
    [
      'Catalog Error: Scalar Function with name "json" is not in the catalog, but it exists in the json extension.',
      'outside',
    ],
    ['Out of Memory Error: could not allocate block of size 256.0 KiB', 'memory'],
    ["Conversion Error: Could not convert string 'a' to INT32", 'sql'],
    ['INTERNAL Error: Attempted to dereference unique_ptr that is NULL', 'broken'],
    ['FATAL Error: Failed: database has been invalidated', 'broken'],
    ['memory access out of bounds', 'broken'],
  ])('is read from «%s»', (message, kind) => {
    expect(readRefusal(new Error(message), null).kind).toBe(kind);
  });

  it('is told in the words of the database, without its picture of the place and its advice', () => {
    const told = readRefusal(
      new Error(
        'Catalog Error: Table Function with name "read_json" is not in the catalog, but it exists in the json extension.\n\nPlease try installing and loading the json extension by running:\nINSTALL json;',
      ),
      null,
    );
    expect(told.message).toMatch(/^Catalog Error.*json extension\.$/);
    const twice = 'Parser Error: syntax error\n\nLINE 1: a\n        ^\n\nLINE 1: a\n        ^';
    expect(readRefusal(new Error(twice), 'a').message).toBe('Parser Error: syntax error');
  });
});
