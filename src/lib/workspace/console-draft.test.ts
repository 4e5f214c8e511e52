import { describe, expect, it } from 'vitest';
import {
  emptyDraft,
  readDraft,
  writeDraft,
  writeText,
  type ConsoleDraft,
} from './console-draft.ts';

const draft: ConsoleDraft = {
  text: 'SELECT 1',
  answered: 'SELECT 1',
  place: { row: 41, column: 2, top: 1200 },
};
const address = (text: string) => new URLSearchParams(writeText(text));

describe('what the console is brought back with', () => {
  it('comes back as it was', () => {
    expect(readDraft(writeDraft(draft), address(draft.text))).toEqual(draft);
    const long = { ...draft, text: 'x'.repeat(5000) };
    expect(readDraft(writeDraft(long), address(long.text))).toEqual(long);
    const signs = "SELECT 'а&б=#%+' -- ё\n";
    expect(readDraft(null, address(signs)).text).toBe(signs);
  });

  it('is the address’s text, not yet answered, where that is another', () => {
    expect(readDraft(writeDraft(draft), address('SELECT 2'))).toEqual({
      ...emptyDraft,
      text: 'SELECT 2',
    });
  });

  it.each([
    ['nothing', null],
    ['no JSON', '{'],
    ['a list', '[]'],
    ['null', 'null'],
    ['another shape', '{"text":7}'],
  ])('is empty after %s', (_, kept) => {
    expect(readDraft(kept, new URLSearchParams())).toEqual(emptyDraft);
  });

  it('forgets a place that is none', () => {
    const kept = JSON.stringify({ ...draft, place: { row: 'a', column: 1, top: 2 } });
    expect(readDraft(kept, new URLSearchParams()).place).toEqual(emptyDraft.place);
  });
});
