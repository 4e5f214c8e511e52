import { describe, expect, it } from 'vitest';
import type { Count } from '#lib/statistics/interval.ts';
import expected from '../../../../data-samples/expected.json' with { type: 'json' };
import { calmOf } from './calm.ts';
import type { Evidence, GradeReach, PartReach } from './evidence.ts';
import { families } from './families.ts';
import type { Finding, FindingKind } from './finding.ts';
import { findAll, headline } from './findings.ts';

type Pair = Readonly<Record<'before' | 'after', Count>>;

const grades = [5, 6, 7, 8, 9, 10, 11];
const flat = (x: number, n: number): Pair => ({ before: { x, n }, after: { x, n } });

function part(
  block: string | null,
  direction: string | null,
  pairs: Readonly<Record<number, Pair>>,
): PartReach {
  const own = grades.flatMap((grade): GradeReach[] => {
    const pair = pairs[grade];
    return pair ? [{ grade, ...pair }] : [];
  });
  return { block, direction, grades: own, effect: 1 };
}

const even = (x: number, n: number) =>
  Object.fromEntries(grades.map((grade) => [grade, flat(x, n)]));

/** A school of seven grades of 160 in which nothing changes, nobody is silent and nothing is missing. */
const calm: Evidence = {
  period: 11,
  yearAgo: 7,
  parts: [
    part(null, null, even(100, 160)),
    part('I', null, even(60, 160)),
    part('II', null, even(50, 160)),
    part('III', null, even(20, 160)),
    part('II', 'aesthetic', even(25, 160)),
  ],
  classes: ['5А', '5Б', '6А', '6Б'].map((name) => ({ name, x: 16, n: 25 })),
  directions: [
    { direction: 'aesthetic', now: 7, yearAgo: 6 },
    { direction: 'informational', now: 4, yearAgo: 4 },
  ],
  partners: [
    { partner: 0, name: 'Музей', thisYear: 4, earlier: 2 },
    { partner: 1, name: 'Театр', thisYear: 1, earlier: 1 },
  ],
  records: [7, 8, 9, 10, 11].map((period) => ({
    period,
    roll: 1120,
    participations: 2000,
    unmatched: 10,
  })),
  measures: [],
  series: [],
};

/** All findings but those that say that something stayed the same. */
const findNews = (evidence: Evidence) => findAll(evidence).filter(({ kind }) => kind !== 'steady');

const only = (findings: readonly Finding[], kind: FindingKind) =>
  findings.filter((finding) => finding.kind === kind);

const withPart = (changed: PartReach): Evidence => ({
  ...calm,
  parts: calm.parts.map((each) =>
    each.block === changed.block && each.direction === changed.direction ? changed : each,
  ),
});

const sliceValues = ({ slice }: Finding) => slice.flatMap(({ values }) => values);

describe('a calm school', () => {
  it('has no findings and no headline, but says what could have been seen', () => {
    expect(findNews(calm)).toEqual([]);
    expect(headline(findAll(calm))).toBeNull();
    const said = calmOf(calm);
    expect(said).toMatchObject({ period: 11, yearAgo: 7, after: { x: 700, n: 1120 } });
    expect(said?.detectable).toBeGreaterThan(0.035);
    expect(said?.detectable).toBeLessThan(0.045);
  });
});

describe('change', () => {
  const risen = Object.fromEntries(
    grades.map((grade) => [grade, { before: { x: 50, n: 160 }, after: { x: 61, n: 160 } }]),
  );

  it('is found with its interval, q and numbers, and leads', () => {
    const findings = findNews(withPart(part('II', null, risen)));
    const [found] = only(findings, 'change');
    expect(findings).toHaveLength(1);
    expect(found).toMatchObject({ n: 1120, params: { x: 427, n: 1120, xBefore: 350 } });
    expect(found?.slice).toEqual([{ dimension: 'block', values: ['II'], excluded: false }]);
    expect(found?.estimate?.value).toBeCloseTo(77 / 1120, 12);
    expect(found?.q).toBeLessThan(0.05);
    expect(headline(findings)).toBe(found);
  });

  it('disappears when the change is within error', () => {
    const little = Object.fromEntries(
      grades.map((grade) => [grade, { before: { x: 50, n: 160 }, after: { x: 53, n: 160 } }]),
    );
    expect(findNews(withPart(part('II', null, little)))).toEqual([]);
  });

  it('a direction weighs less than the block that it moved with', () => {
    const evidence = withPart(part('II', null, risen));
    const both: Evidence = {
      ...evidence,
      parts: evidence.parts.map((each) =>
        each.direction === 'aesthetic' ? part('II', 'aesthetic', risen) : each,
      ),
    };
    expect(only(findNews(both), 'change').map(sliceValues)).toEqual([['II'], ['aesthetic']]);
  });

  it('is not said where a year ago nothing was recorded, nor without a year ago', () => {
    const evidence = withPart(part('II', null, risen));
    const records = evidence.records.map((each) =>
      each.period === 7 ? { ...each, participations: 0 } : each,
    );
    expect(only(findNews({ ...evidence, records }), 'change')).toEqual([]);
    expect(findNews({ ...evidence, yearAgo: null })).toEqual([]);
  });
});

describe('mix', () => {
  const rates = new Map([
    [5, 0.02],
    [7, 0.05],
    [10, 0.32],
  ]);
  const school = (before: readonly number[], after: readonly number[]) =>
    part(
      'III',
      null,
      Object.fromEntries(
        [...rates].map(([grade, rate], index) => {
          const [n1 = 0, n2 = 0] = [before[index], after[index]];
          const reached = (n: number) => ({ x: Math.round(rate * n), n });
          return [grade, { before: reached(n1), after: reached(n2) }];
        }),
      ),
    );

  it('is named as mix and not as a change, even where the total stands', () => {
    const evidence = withPart(school([500, 400, 200], [300, 300, 500]));
    const findings = findNews(evidence);
    expect(findings.map(({ kind }) => kind)).toEqual(['mix']);
    const [found] = findings;
    expect(found?.q).toBeLessThan(0.05);
    expect(found?.params['mix']).toBeGreaterThan(0.05);
    expect(Math.abs(found?.params['rate'] ?? 1)).toBeLessThan(0.005);
  });

  it('disappears when grades keep their sizes', () => {
    expect(findNews(withPart(school([500, 400, 200], [500, 400, 200])))).toEqual([]);
  });
});

describe('masked', () => {
  const hidden = {
    ...Object.fromEntries(
      grades.map((grade) => [grade, { before: { x: 60, n: 160 }, after: { x: 66, n: 160 } }]),
    ),
    7: { before: { x: 70, n: 160 }, after: { x: 35, n: 160 } },
  };

  it('finds the grade that a still total hides', () => {
    const findings = findNews(withPart(part('I', null, hidden)));
    expect(findings.map(({ kind }) => kind)).toEqual(['masked']);
    expect(findings.map(sliceValues)).toEqual([['I', 7]]);
    expect(findings[0]?.params['total']).toBeCloseTo(1 / 1120, 12);
  });

  it('disappears when the whole falls with the grade', () => {
    const open = Object.fromEntries(
      grades.map((grade) => [grade, { before: { x: 70, n: 160 }, after: { x: 35, n: 160 } }]),
    );
    const findings = findNews(withPart(part('I', null, open)));
    expect(findings.map(({ kind }) => kind)).toEqual(['change']);
  });
});

describe('outlier class', () => {
  const withClass = (x: number, n: number): Evidence => ({
    ...calm,
    classes: [...calm.classes, ...calm.classes, { name: '8Б', x, n }],
  });

  it('is a class beyond the limits', () => {
    const [found] = findNews(withClass(2, 26));
    expect(found).toMatchObject({ kind: 'outlier-class', names: ['8Б'], n: 26 });
    expect(found?.params['own']).toBeLessThan(found?.params['lower'] ?? 0);
  });

  it('disappears within the limits and in a class of nine', () => {
    expect(findNews(withClass(12, 26))).toEqual([]);
    expect(findNews(withClass(0, 9))).toEqual([]);
  });
});

describe('silent partner', () => {
  const silent = { partner: 2, name: 'Кинотеатр', thisYear: 0, earlier: 3 };

  it('is a contract in force without events, those once active first', () => {
    const never = { partner: 3, name: 'Дом учителя', thisYear: 0, earlier: 0 };
    const [found] = findNews({ ...calm, partners: [...calm.partners, never, silent] });
    expect(found).toMatchObject({
      kind: 'silent-partner',
      names: ['Кинотеатр', 'Дом учителя'],
      params: { silent: 2, inForce: 4, onceActive: 1 },
    });
  });

  it('disappears with the first event, and where no partner of any event is recorded', () => {
    expect(findNews({ ...calm, partners: [{ ...silent, thisYear: 1 }] })).toEqual([]);
    expect(findNews({ ...calm, partners: [silent] })).toEqual([]);
  });
});

describe('white spot', () => {
  const withEvents = (aesthetic: number, informational: number): Evidence => ({
    ...calm,
    directions: [
      { direction: 'aesthetic', now: aesthetic, yearAgo: 6 },
      { direction: 'informational', now: informational, yearAgo: 0 },
    ],
  });

  it('is a direction without events while others have enough of them', () => {
    const findings = findNews(withEvents(27, 0));
    expect(findings.map(sliceValues)).toEqual([['informational']]);
    expect(findings[0]?.params).toEqual({ events: 27, yearAgo: 0 });
  });

  it('disappears with an event, and is not said when nothing at all is recorded', () => {
    expect(findNews(withEvents(27, 1))).toEqual([]);
    expect(findNews(withEvents(7, 0))).toEqual([]);
    expect(only(findNews(withEvents(0, 0)), 'white-spot')).toEqual([]);
  });
});

describe('data gap', () => {
  const withRecords = (at: number, change: Partial<Evidence['records'][number]>): Evidence => ({
    ...calm,
    records: calm.records.map((each) => (each.period === at ? { ...each, ...change } : each)),
  });

  it('of the period itself leads everything', () => {
    const findings = findNews(withRecords(11, { roll: 0 }));
    expect(headline(findings)).toMatchObject({ kind: 'data-gap', strength: 1, params: { gap: 0 } });
  });

  it('is one where a period has neither roll nor participations', () => {
    const findings = findNews(withRecords(11, { roll: 0, participations: 0, unmatched: 0 }));
    expect(findings).toMatchObject([{ kind: 'data-gap', params: { gap: 4 } }]);
  });

  it('is a period between the first and this one without participations', () => {
    const findings = findNews(withRecords(9, { participations: 0, unmatched: 0 }));
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ period: 9, params: { gap: 1, roll: 1120 } });
  });

  it('is a share of participations without a pupil, from two per cent on', () => {
    expect(findNews(withRecords(11, { unmatched: 100 }))).toMatchObject([
      { kind: 'data-gap', params: { gap: 2, share: 0.05 } },
    ]);
    expect(findNews(withRecords(11, { unmatched: 39 }))).toEqual([]);
  });

  it('is a block that vanished, and then neither it nor the whole is said to fall', () => {
    const gone = Object.fromEntries(
      grades.map((grade) => [grade, { before: { x: 60, n: 160 }, after: { x: 0, n: 160 } }]),
    );
    const evidence = withPart(part('I', null, gone));
    const fallen = { ...evidence, parts: [part(null, null, gone), ...evidence.parts.slice(1)] };
    expect(findNews(fallen)).toMatchObject([{ kind: 'data-gap', params: { gap: 3 } }]);
  });
});

describe('another measure', () => {
  const changed = (p: number, measure: 'M14' | 'M09' = 'M14'): Evidence => ({
    ...calm,
    measures: [
      {
        measure,
        before: { value: 0.3, x: 210, n: 700, lower: 0.27, upper: 0.34 },
        after: { value: 0.37, x: 259, n: 700, lower: 0.33, upper: 0.41 },
        change: { value: 0.07, lower: 0.02, upper: 0.12, p, detectable: 0.05 },
      },
    ],
  });

  it('is a finding of its own where its change stands, and retention another', () => {
    expect(findNews(changed(0.001))).toMatchObject([
      { kind: 'measure', measure: 'M14', n: 700, params: { x: 259, xBefore: 210 } },
    ]);
    expect(findNews(changed(0.001, 'M09'))).toMatchObject([{ kind: 'retention' }]);
  });

  it('disappears where it could be chance', () => {
    expect(findNews(changed(0.02))).toEqual([]);
  });
});

describe('trend', () => {
  const shares = (of: (year: number, term: number) => number, terms = 4): Evidence => ({
    ...calm,
    series: [2023, 2024, 2025].flatMap((schoolYear) =>
      Array.from({ length: terms }, (_, index) => ({
        block: null,
        schoolYear,
        term: index + 1,
        share: of(schoolYear, index + 1),
      })),
    ),
  });
  const rising = (year: number, term: number) => 0.4 + 0.02 * (year - 2023) + 0.1 * (term % 2);

  it('is said where every term rose for three years, by its slope a year', () => {
    const [found] = findNews(shares(rising));
    expect(found).toMatchObject({ kind: 'trend', params: { periods: 12, years: 3 } });
    expect(found?.estimate?.value).toBeCloseTo(0.02, 12);
    expect(found?.q).toBeCloseTo(2 / 6 ** 4 / families.trends, 12);
  });

  it('disappears where the years do not agree, and is never said of fewer than five periods', () => {
    const turned = (year: number, term: number) => rising(term > 2 ? 4048 - year : year, term);
    expect(findNews(shares(turned))).toEqual([]);
    expect(findNews(shares(rising, 1))).toEqual([]);
  });
});

describe('level', () => {
  const withGrade = (x: number): Evidence =>
    withPart(part(null, null, { ...even(100, 160), 9: flat(x, 160) }));

  it('is a grade beyond error and by five points from the rest', () => {
    const [found] = findNews(withGrade(140));
    expect(found).toMatchObject({ kind: 'level', params: { x: 140, n: 160, rest: 0.625 } });
    expect(found && sliceValues(found)).toEqual([9]);
  });

  it('disappears when the grade is like the rest', () => {
    expect(findNews(withGrade(106))).toEqual([]);
  });
});

describe('new partner', () => {
  const fresh = { partner: 2, name: 'Планетарий', thisYear: 3, earlier: 0 };

  it('is one with the first events in this school year', () => {
    expect(findNews({ ...calm, partners: [...calm.partners, fresh] })).toMatchObject([
      { kind: 'new-partner', names: ['Планетарий'], params: { fresh: 1, events: 3 } },
    ]);
  });

  it('disappears with an earlier event, and where no earlier year is recorded', () => {
    const known = { ...fresh, earlier: 1 };
    expect(findNews({ ...calm, partners: [...calm.partners, known] })).toEqual([]);
    expect(findNews({ ...calm, partners: [fresh] })).toEqual([]);
  });
});

describe('what stayed the same', () => {
  const steady = (evidence: Evidence) => only(findAll(evidence), 'steady');

  it('is said where the whole interval lies within five points', () => {
    expect(steady(calm)).toHaveLength(2);
    expect(steady(calm)[0]?.params['margin']).toBe(0.05);
  });

  it('disappears with a larger interval or a change', () => {
    const wide = { ...calm, parts: calm.parts.map((each) => ({ ...each, effect: 3 })) };
    expect(steady(wide).map(sliceValues)).toEqual([['III']]);
    const risen = Object.fromEntries(
      grades.map((grade) => [grade, { before: { x: 20, n: 160 }, after: { x: 26, n: 160 } }]),
    );
    const all = steady(withPart(part('III', null, risen)));
    expect(all.map(sliceValues)).not.toContainEqual(['III']);
  });
});

describe('classes that take part together', () => {
  const risen = Object.fromEntries(
    grades.map((grade) => [grade, { before: { x: 50, n: 160 }, after: { x: 62, n: 160 } }]),
  );

  it('make a change say less', () => {
    const evidence = withPart(part('II', null, risen));
    expect(only(findAll(evidence), 'change')).toHaveLength(1);
    const together = { ...evidence, parts: evidence.parts.map((each) => ({ ...each, effect: 2 })) };
    expect(only(findAll(together), 'change')).toEqual([]);
  });
});

describe('the sample data, IV quarter of 2025/26', () => {
  const { realRise, mixOnly, maskedFall, outlyingClass, silentContracts } = expected.truths;
  const quarter = expected.quarters['2025/26-4'];
  const [junior, middle, senior] = Object.values(mixOnly.groups);
  if (!junior || !middle || !senior) throw new Error('three groups of grades are expected');
  const evidence: Evidence = {
    ...calm,
    parts: [
      part('I', null, maskedFall.grades),
      part('II', null, realRise.grades),
      part('III', null, { 5: junior, 7: middle, 9: senior }),
    ],
    classes: Object.entries(quarter.byClass).map(([name, count]) => ({ name, ...count })),
    partners: Array.from({ length: silentContracts.inForce }, (_, partner) => ({
      partner,
      name: silentContracts.silent[partner] ?? `Партнёр ${partner}`,
      thisYear: partner < silentContracts.silent.length ? 0 : 1,
      earlier: 1,
    })),
  };

  it('shows every planted truth and nothing else', () => {
    const findings = findNews(evidence);
    expect(findings.map((finding) => [finding.kind, ...sliceValues(finding).slice(0, 2)])).toEqual([
      ['change', 'II'],
      ['mix', 'III'],
      ['masked', 'I', 7],
      ['silent-partner', 0, 1],
      ['outlier-class', outlyingClass.class],
    ]);
    expect(headline(findings)?.slice).toEqual([
      { dimension: 'block', values: ['II'], excluded: false },
    ]);
  });

  it('agrees with the planted numbers', () => {
    const [rise] = only(findNews(evidence), 'change');
    expect(rise?.estimate?.value).toBeCloseTo(realRise.total.difference, 6);
    expect(rise?.estimate?.lower).toBeCloseTo(realRise.total.lower, 6);
    expect(rise?.estimate?.upper).toBeCloseTo(realRise.total.upper, 6);
    const [mix] = only(findNews(evidence), 'mix');
    expect(mix?.params['mix']).toBeCloseTo(mixOnly.kitagawaByGradeGroup.mix, 6);
    expect(mix?.params['rate']).toBeCloseTo(mixOnly.kitagawaByGradeGroup.rate, 6);
    const [masked] = only(findNews(evidence), 'masked');
    expect(masked?.estimate?.value).toBeCloseTo(maskedFall.seventhGradeChange, 6);
  });
});
