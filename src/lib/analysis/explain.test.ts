import type { Engine } from '#lib/engine/engine.ts';
import { dimensions, type Dimension } from '#lib/model/dimension.ts';
import { kitagawa } from '#lib/statistics/kitagawa.ts';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openNodeDuckDB } from '../../../tests/engine/node-duckdb.ts';
import {
  emptySchool,
  encodeSchool,
  plainEvent,
  plainParticipation,
  pupilsOf,
  smallProgramme,
} from '../../../tests/engine/small-school.ts';
import {
  askExplanation,
  explainingDimensions,
  explainWay,
  type Explanation,
  type ExplainQuestion,
} from './explain.ts';

/** A pupil of the oracle: the grade and the directions taken part in, before and after; null while not at school. */
interface Pupil {
  readonly before: { readonly grade: number; readonly deeds: readonly number[] } | null;
  readonly after: { readonly grade: number; readonly deeds: readonly number[] } | null;
}

const times = { before: 0, after: 3 } as const;
const ends = ['before', 'after'] as const;
type End = (typeof ends)[number];

const year = fc.option(
  fc.record({
    grade: fc.integer({ min: 5, max: 7 }),
    deeds: fc.uniqueArray(fc.integer({ min: 0, max: 2 }), { maxLength: 3 }),
  }),
  { nil: null, freq: 5 },
);
const anySchool: fc.Arbitrary<Pupil[]> = fc.array(fc.record({ before: year, after: year }), {
  minLength: 60,
  maxLength: 90,
});

/** One event a direction and time. */
function schoolOf(pupils: readonly Pupil[]) {
  const { participant } = pupilsOf(
    pupils.map((_, person) => `Ученик ${person}`),
    [],
  );
  const [row] = pupilsOf(['Ученик'], [0]).roll;
  if (!row) throw new Error('There is no pupil');
  return {
    ...emptySchool,
    participant,
    roll: pupils.flatMap((pupil, person) =>
      ends.flatMap((end) => {
        const own = pupil[end];
        const { grade = 0 } = own ?? {};
        return own ? [{ ...row, person, period: times[end], grade, class: `${grade}А` }] : [];
      }),
    ),
    event: ends.flatMap((end, index) =>
      [0, 1, 2].map((direction) => ({
        ...plainEvent,
        event: index * 3 + direction,
        period: times[end],
        direction,
        level: direction,
      })),
    ),
    participation: pupils.flatMap((pupil, person) =>
      ends.flatMap((end, index) =>
        (pupil[end]?.deeds ?? []).map((direction) => ({
          ...plainParticipation,
          person,
          period: times[end],
          event: index * 3 + direction,
        })),
      ),
    ),
  };
}

/** The share of pupils on the roll with a deed among some directions. */
function reach(pupils: readonly Pupil[], end: End, among: readonly number[], grade?: number) {
  const own = pupils
    .flatMap((pupil) => pupil[end] ?? [])
    .filter((one) => grade === undefined || one.grade === grade);
  const x = own.filter(({ deeds }) => deeds.some((deed) => among.includes(deed))).length;
  return own.length === 0 ? null : { value: x / own.length, n: own.length };
}

const all = [0, 1, 2];
const change: ExplainQuestion = {
  measure: 'M01',
  grain: 'term',
  ...times,
  selection: [],
  over: ['grade', 'block', 'direction'],
};
const settings = { numRuns: 8, seed: 7, endOnFailure: true };

function dimension(found: Explanation, over: Dimension) {
  const one = found.dimensions.find((each) => each.over === over);
  if (!one) throw new Error(`There is no ${over}`);
  return one;
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe('an explained change', { timeout: 120_000 }, () => {
  let engine: Engine;

  beforeAll(async () => {
    engine = await openNodeDuckDB();
  }, 60_000);

  afterAll(() => engine.close());

  it('is what the pupils themselves say: rates and mix by grade, and the count without each block', async () => {
    await fc.assert(
      fc.asyncProperty(anySchool, async (pupils) => {
        await engine.load(encodeSchool(schoolOf(pupils)));
        const found = await askExplanation(engine, change, smallProgramme);
        const total =
          (reach(pupils, 'after', all)?.value ?? NaN) -
          (reach(pupils, 'before', all)?.value ?? NaN);
        expect(found.change?.value).toBeCloseTo(total, 12);

        const grades = [5, 6, 7].map((grade) => ({
          grade,
          first: reach(pupils, 'before', all, grade),
          last: reach(pupils, 'after', all, grade),
        }));
        const oracle = kitagawa(
          grades.map(({ first, last }) => ({
            w1: first?.n ?? 0,
            r1: first?.value ?? null,
            w2: last?.n ?? 0,
            r2: last?.value ?? null,
          })),
        );
        const split = dimension(found, 'grade');
        for (const [index, { grade }] of grades.entries()) {
          const own = split.parts.filter(({ member }) => member.key === grade);
          const of = (effect: string) => own.find((part) => part.effect === effect)?.value ?? 0;
          expect(of('rate')).toBeCloseTo(oracle?.contributions[index]?.rate ?? NaN, 12);
          const { first, last } = grades[index] ?? {};
          const n = (end: End) =>
            sum(grades.map((one) => one[end === 'before' ? 'first' : 'last']?.n ?? 0));
          const shift = (last?.n ?? 0) / n('after') - (first?.n ?? 0) / n('before');
          const rates = [first, last].flatMap((end) => (end ? [end.value] : []));
          const level = sum(rates) / rates.length;
          const usual = ((oracle?.before ?? NaN) + (oracle?.after ?? NaN)) / 2;
          expect(of('mix')).toBeCloseTo(rates.length === 0 ? 0 : shift * (level - usual), 12);
        }
        const mixes = split.parts.filter(({ effect }) => effect === 'mix');
        expect(sum(mixes.map(({ value }) => value))).toBeCloseTo(oracle?.mix ?? NaN, 12);
        expect(split.rest).toBeCloseTo(0, 12);
        expect((split.rate?.value ?? NaN) + (split.mix?.value ?? NaN)).toBeCloseTo(total, 12);

        const without = [2];
        const rest =
          (reach(pupils, 'after', without)?.value ?? NaN) -
          (reach(pupils, 'before', without)?.value ?? NaN);
        const block = dimension(found, 'block');
        const first = block.parts.find(({ member }) => member.key === 'I');
        expect(first?.value).toBeCloseTo(total - rest, 12);
        expect(block.rest).toBeNull();
      }),
      settings,
    );
  });

  it('adds amounts up to the whole', async () => {
    await fc.assert(
      fc.asyncProperty(anySchool, async (pupils) => {
        await engine.load(encodeSchool(schoolOf(pupils)));
        const asked = { ...change, measure: 'M04' } as const;
        const found = await askExplanation(engine, asked, smallProgramme);
        const count = (end: End, among: readonly number[]) =>
          sum(
            pupils.map(
              (pupil) => (pupil[end]?.deeds ?? []).filter((deed) => among.includes(deed)).length,
            ),
          );
        const total = count('after', all) - count('before', all);
        expect(found.change?.value).toBe(total);
        for (const one of found.dimensions) {
          expect(one.way).toBe('sums');
          expect(sum(one.parts.map(({ value }) => value))).toBe(total);
          expect(one.rest).toBe(0);
        }
        const letters = dimension(found, 'direction').parts.find(
          ({ member }) => member.key === 'letters',
        );
        expect(letters?.value).toBe(count('after', [1]) - count('before', [1]));
        expect(found.tested).toBe(0);
      }),
      settings,
    );
  });

  it('turned round in time is the same with the other sign', async () => {
    await fc.assert(
      fc.asyncProperty(anySchool, fc.constantFrom('M01', 'M05'), async (pupils, measure) => {
        await engine.load(encodeSchool(schoolOf(pupils)));
        const asked: ExplainQuestion = { ...change, measure };
        const forth = await askExplanation(engine, asked, smallProgramme);
        const turned = { ...asked, before: asked.after, after: asked.before };
        const back = await askExplanation(engine, turned, smallProgramme);
        expect(back.change?.value).toBeCloseTo(-(forth.change?.value ?? NaN), 12);
        expect(forth.dimensions.length).toBeGreaterThan(0);
        for (const { over, parts } of forth.dimensions) {
          const others = dimension(back, over).parts;
          expect(others).toHaveLength(parts.length);
          for (const part of parts) {
            const other = others.find(
              ({ member, effect }) => member.key === part.member.key && effect === part.effect,
            );
            expect(other?.value).toBeCloseTo(-part.value, 12);
            if (part.lower !== null) expect(other?.upper).toBeCloseTo(-part.lower, 9);
          }
        }
      }),
      settings,
    );
  });

  it('stands from the largest part to the smallest, with q corrected for everything looked at', async () => {
    const pupils = Array.from({ length: 80 }, (_, index): Pupil => {
      const grade = 5 + (index % 2);
      const took = (share: number, deed: number) => (index % 10 < share ? [deed] : []);
      return {
        before: { grade, deeds: took(2, 0) },
        after: { grade, deeds: [...took(8, 0), ...took(3, 2)] },
      };
    });
    await engine.load(encodeSchool(schoolOf(pupils)));
    const found = await askExplanation(engine, change, smallProgramme);
    for (const { parts } of found.dimensions) {
      const sizes = parts.map(({ value }) => Math.abs(value));
      expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    }
    const parts = found.dimensions.flatMap((one) => one.parts);
    expect(found.looked).toBe(parts.length);
    const tested = parts.filter(({ q }) => q !== null);
    expect(tested).toHaveLength(found.tested);
    expect(found.tested).toBeGreaterThan(3);
    for (const { q, own } of tested) expect(q).toBeGreaterThanOrEqual(own?.p ?? NaN);
    expect(parts.filter(({ effect }) => effect === 'mix').every(({ q }) => q === null)).toBe(true);
  });

  it('has nothing to take apart where a time has no number', async () => {
    await engine.load(
      encodeSchool(
        schoolOf(
          Array.from({ length: 40 }, () => ({ before: null, after: { grade: 5, deeds: [] } })),
        ),
      ),
    );
    const found = await askExplanation(engine, change, smallProgramme);
    expect(found.change).toBeNull();
    expect(found.dimensions).toEqual([]);
  });
});

describe('the dimensions of an explanation', () => {
  it('leave out what the selection holds to one member, with what follows from it', () => {
    const held = (name: Dimension, values: (string | number)[], excluded = false) =>
      explainingDimensions('M01', [{ dimension: name, values, excluded }], dimensions.slice(0, 7));
    expect(held('class', ['5А'])).toEqual(['block', 'direction', 'partner', 'level', 'sex']);
    expect(held('direction', ['moral'])).toEqual(['partner', 'level', 'grade', 'class', 'sex']);
    expect(held('block', ['I', 'II'])).toContain('block');
    expect(held('block', ['I'], true)).toContain('block');
    expect(explainingDimensions('M42', [], dimensions)).toEqual([]);
  });

  it('take shares, amounts and what overlaps apart each in its own way', () => {
    expect(explainWay('M01', 'grade')).toBe('split');
    expect(explainWay('M01', 'block')).toBe('overlap');
    expect(explainWay('M04', 'block')).toBe('sums');
    expect(explainWay('M21', 'block')).toBe('overlap');
  });
});
