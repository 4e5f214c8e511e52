import { describe, expect, it } from 'vitest';
import { example } from '#lib/charts/example.ts';
import type { Annotation } from '#lib/model/annotation.ts';
import { defaultProgramme } from '#lib/programme/default.ts';
import { annotate } from './annotations.ts';

const [first] = defaultProgramme.periods;
const annotations: readonly Annotation[] = [
  { kind: 'note', id: 'a', period: first?.id ?? '', text: 'договор' },
  { kind: 'note', id: 'b', period: 'gone', text: 'период убран из календаря' },
  { kind: 'target', id: 'c', measure: 'M01', grain: 'term', value: 0.6, text: '' },
  { kind: 'target', id: 'd', measure: 'M01', grain: 'year', value: 0.8, text: 'за год' },
];
const shown = (about: Parameters<typeof annotate>[1]) =>
  annotate(example, about, annotations, defaultProgramme).annotations;

describe('annotate', () => {
  it('gives a picture the notes of its times and the targets of its measure and grain', () => {
    expect(shown({ measure: 'M01', grain: 'term', by: ['block'] })).toEqual([
      { kind: 'note', time: 0, text: 'договор' },
      { kind: 'target', value: 0.6, text: '' },
    ]);
    expect(shown({ measure: 'M01', grain: 'year', by: [] })).toEqual([
      { kind: 'note', time: first?.schoolYear, text: 'договор' },
      { kind: 'target', value: 0.8, text: 'за год' },
    ]);
  });

  it('pins notes to any measure, and to no columns that are not times', () => {
    expect(shown({ measure: 'M02', grain: 'term', by: [] })).toEqual([
      { kind: 'note', time: 0, text: 'договор' },
    ]);
    expect(shown({ measure: 'M02', grain: 'term', by: ['block', 'grade'] })).toBeUndefined();
  });

  it('puts a note of a day into the term of that day, whatever term it was pinned to', () => {
    const [, second] = defaultProgramme.periods;
    const about = { measure: 'M01', grain: 'term', by: [] } as const;
    const date = second?.starts ?? '';
    const dated: Annotation = { kind: 'note', id: 'e', period: 'gone', date, text: 'договор' };
    const { annotations: pinned } = annotate(example, about, [dated], defaultProgramme);
    const day = example.locale.format.date(date);
    expect(pinned).toEqual([{ kind: 'note', time: 1, text: `${day}: договор` }]);
  });
});
