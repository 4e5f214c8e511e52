import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measures, type MeasureId } from '#lib/measures/registry.ts';
import { textRoles } from '#lib/model/draft.ts';
import { dimensions } from '#lib/model/dimension.ts';
import { defaultChoices, type Choices } from '../choices.ts';
import { views } from '../views.ts';
import { restoreDraft, storeDraft, type Draft, type Piece } from './draft.ts';

const choices: fc.Arbitrary<Choices> = fc
  .record({
    measure: fc.constantFrom(...(Object.keys(measures) as MeasureId[])),
    chart: fc.constantFrom(...views),
    by: fc.option(fc.constantFrom(...dimensions)),
    period: fc.option(fc.constantFrom('2025-1', '2024-4')),
    selection: fc.uniqueArray(
      fc.record({
        dimension: fc.constantFrom(...dimensions),
        values: fc.array(fc.oneof(fc.string({ minLength: 1 }), fc.integer()), {
          minLength: 1,
          maxLength: 3,
        }),
        excluded: fc.constant(false),
      }),
      { maxLength: 2, selector: ({ dimension }) => dimension },
    ),
  })
  .map((some) => ({ ...defaultChoices, ...some }));

const prompt = fc.option(fc.constantFrom('aim', 'why-change'), { nil: undefined });

function prompted<T extends object>(one: T, words: string | undefined): T & { prompt?: string } {
  return words === undefined ? one : { ...one, prompt: words };
}

const piece: fc.Arbitrary<Omit<Piece, 'id'>> = fc.oneof(
  fc
    .tuple(fc.constantFrom(...textRoles), fc.string({ unit: 'grapheme', maxLength: 50 }), prompt)
    .map(([role, text, words]) => prompted({ kind: 'text' as const, role, text }, words)),
  choices.map((one) => ({ kind: 'figure' as const, choices: one })),
);

const anyDraft: fc.Arbitrary<Draft> = fc
  .record({
    form: fc.constantFrom('slides' as const, 'note' as const),
    period: fc.option(fc.constantFrom('2025-1')),
    pages: fc.array(
      fc.tuple(
        fc.string({ unit: 'grapheme', maxLength: 20 }),
        prompt,
        fc.array(piece, { maxLength: 5 }),
      ),
      { minLength: 1, maxLength: 4 },
    ),
  })
  .map(({ form, period, pages }) => ({
    id: 'one',
    name: 'Снимок',
    form,
    period,
    pages: pages.map(([title, words, pieces], page) =>
      prompted(
        {
          id: `s${page}`,
          title,
          pieces: pieces.map((own, place) => ({ ...own, id: `p${place}` }) as Piece),
        },
        words,
      ),
    ),
  }));

describe('a stored draft', () => {
  it('comes back as it was', () => {
    fc.assert(
      fc.property(anyDraft, (draft) => {
        const copy: unknown = JSON.parse(JSON.stringify(storeDraft(draft)));
        expect(restoreDraft(copy)).toEqual(draft);
      }),
    );
  });

  const page = { id: 's1', title: '', pieces: [] };
  const draft = { id: 'a', name: 'A', form: 'slides', period: null, pages: [page] };
  const text = { kind: 'text', id: 'p1', role: 'lead', text: '' };

  it.each([
    null,
    [],
    {},
    { ...draft, id: '<b>' },
    { ...draft, name: ' ' },
    { ...draft, name: 'я'.repeat(121) },
    { ...draft, form: 'poster' },
    { ...draft, period: '../2025' },
    { ...draft, pages: [] },
    { ...draft, pages: [page, page] },
    { ...draft, pages: Array.from({ length: 41 }, (_, i) => ({ ...page, id: `s${i}` })) },
    { ...draft, pages: [{ ...page, title: 7 }] },
    { ...draft, pages: [{ ...page, pieces: [text, text] }] },
    { ...draft, pages: [{ ...page, pieces: [{ ...text, role: 'script' }] }] },
    { ...draft, pages: [{ ...page, pieces: [{ ...text, text: 'я'.repeat(6001) }] }] },
    { ...draft, pages: [{ ...page, pieces: [{ ...text, kind: 'html' }] }] },
    { ...draft, pages: [{ ...page, pieces: [{ kind: 'figure', id: 'p1', words: { chart: 7 } }] }] },
  ])('that is none is refused: %#', (value) => {
    expect(restoreDraft(value)).toBeNull();
  });

  it('leaves out pictures of what this app does not know, and nothing else', () => {
    const unknown = { kind: 'figure', id: 'p2', words: { measure: 'M99' } };
    const read = restoreDraft({ ...draft, pages: [{ ...page, pieces: [text, unknown] }] });
    expect(read?.pages[0]?.pieces).toEqual([text]);
  });
});
