import { fileURLToPath } from 'node:url';
import { afterEach, expect, test, vi } from 'vitest';
import { parseOutcome } from '../../src/commands/check/parse-outcome.ts';
import { readInOrder } from '../../src/commands/check/pool.ts';
import { Reader, type Outcome } from '../../src/commands/check/reader.ts';

vi.setConfig({ testTimeout: 60_000 });

const program = fileURLToPath(new URL('./stub-reader.js', import.meta.url));
/** Only members that hang are small. */
const patience = (size: number) => (size === 1 ? 300 : 60_000);
const reader = new Reader({ program, patience });
afterEach(() => reader.close());

const brief = (outcome: Outcome) => {
  const object = parseOutcome(outcome) as unknown as Record<string, unknown>;
  return 'good' in object ? 'good' : [outcome.ending, parseOutcome(outcome).refusal?.code];
};

test('a file that is read is handed on piece by piece', async () => {
  const outcomes = await reader.read('good', false);
  expect(outcomes).toMatchObject([{ file: 'good/0', ending: 'read', cause: null }]);
  expect(outcomes.map(brief)).toEqual(['good']);
});

test.each([
  ['hang', 'time', 'file-too-large'],
  ['late', 'time', 'file-too-large'],
  ['burst', 'memory', 'file-too-large'],
  ['half', 'memory', 'file-too-large'],
  ['fault', 'fault', 'file-unreadable'],
])('a file that ends by %s is refused, and the next one is read', async (name, ending, code) => {
  const outcomes = await reader.read(name, false);
  expect(outcomes.map(brief)).toEqual([[ending, code]]);
  expect(outcomes.map(parseOutcome)).toMatchObject([
    { file: `${name}/0`, sha256: 'hash 0', status: 'refused', sheets: [] },
  ]);
  expect((await reader.read('good', false)).map(brief)).toEqual(['good']);
});

test('what broke is told of a fault', async () => {
  const [outcome] = await reader.read('fault', false);
  expect(outcome?.cause).toContain('a broken program');
});

test('a member of a parcel that is cut off leaves the others', async () => {
  const outcomes = await reader.read('good,hang,good,burst,good', false);
  const late = ['time', 'file-too-large'];
  const burst = ['memory', 'file-too-large'];
  expect(outcomes.map(brief)).toEqual(['good', late, 'good', burst, 'good']);
  expect(outcomes.map(({ file }) => file.split('/')[1])).toEqual(['0', '1', '2', '3', '4']);
});

test('a parcel that cannot even be opened is refused once', async () => {
  const outcomes = await reader.read('early,good', false);
  expect(outcomes.map(brief)).toEqual([['memory', 'file-too-large']]);
  expect(outcomes[0]?.file).toBe('early,good');
});

test('outcomes come in the order of the paths, however long each takes', async () => {
  const paths = ['hang', 'good', 'fault', 'good,good', 'burst', 'good'];
  const told: string[][] = [];
  for await (const outcomes of readInOrder(paths, () => false, { program, patience })) {
    told.push(outcomes.map(({ file, ending }) => `${file} ${ending}`));
  }
  expect(told).toEqual([
    ['hang/0 time'],
    ['good/0 read'],
    ['fault/0 fault'],
    ['good,good/0 read', 'good,good/1 read'],
    ['burst/0 memory'],
    ['good/0 read'],
  ]);
});
