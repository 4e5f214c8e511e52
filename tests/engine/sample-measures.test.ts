import { askMeasures } from '#lib/analysis/answer.ts';
import type { Result } from '#lib/analysis/result.ts';
import type { Question } from '#lib/analysis/question.ts';
import type { Engine } from '#lib/engine/engine.ts';
import type { MeasureId } from '#lib/measures/registry.ts';
import { defaultProgramme } from '#lib/programme/default.ts';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openNodeDuckDB } from './node-duckdb.ts';
import { loadSamples } from './samples.ts';

interface Share {
  readonly x: number;
  readonly n: number;
}

interface ExpectedQuarter {
  readonly reach: Share;
  readonly participations: number;
  readonly byBlock: Readonly<Record<string, Share & { participations: number }>>;
  readonly byDirection: Readonly<Record<string, Share & { participations: number }>>;
  readonly byGrade: Readonly<Record<string, Share>>;
  readonly bySex: Readonly<Record<string, Share>>;
  readonly byClass: Readonly<Record<string, Share>>;
  readonly volunteerHours: { readonly sum: number };
  readonly activePartners: { readonly withHeadcounts: number };
  readonly contractsInForce: number;
  readonly silentContracts: number;
  readonly repeat: Share;
  readonly meanDirections: number;
  readonly multiBlock: Share;
  readonly success: Share;
  readonly awardedPupils: Share;
  readonly retentionToNext: Share | null;
}

interface Gain {
  readonly sum: { readonly pairs: number; readonly meanGain: number };
}

interface Expected {
  readonly quarters: Readonly<Record<string, ExpectedQuarter>>;
  readonly assessments: { readonly torrance: Readonly<Record<string, Gain>> };
}

const folder = 'data-samples';
const sexes: Readonly<Record<string, string>> = { f: 'Ж', m: 'М' };
const expected = JSON.parse(readFileSync(`${folder}/expected.json`, 'utf8')) as Expected;

/** Number of a quarter such as «2024/25-3» in the programme's calendar. */
function periodOf(quarter: string): number {
  const [year, term] = [Number(quarter.slice(0, 4)), Number(quarter.slice(-1))];
  return defaultProgramme.periods.findIndex((one) => one.schoolYear === year && one.term === term);
}

function shares(result: Result | undefined, quarter: string): Record<string, Share> {
  const cells = (result?.cells ?? []).filter(
    ({ time, members }) => time === periodOf(quarter) && members[0] !== null,
  );
  return Object.fromEntries(
    cells.map(({ members, outcome }) => [
      String(members[0] ?? ''),
      outcome.kind === 'estimate'
        ? { x: outcome.x ?? outcome.value, n: outcome.n ?? 0 }
        : { x: 0, n: outcome.n ?? 0 },
    ]),
  );
}

function value(result: Result | undefined, quarter: string): number | null {
  const cell = result?.cells.find(({ time }) => time === periodOf(quarter));
  return cell?.outcome.kind === 'estimate' ? cell.outcome.value : null;
}

function pick(all: Readonly<Record<string, Share>>, name: (key: string) => string = String) {
  return Object.fromEntries(Object.entries(all).map(([key, { x, n }]) => [name(key), { x, n }]));
}

describe('measures over the sample files', { timeout: 120_000 }, () => {
  let engine: Engine;
  const results = new Map<string, Result>();
  const quarters = Object.keys(expected.quarters);

  beforeAll(async () => {
    engine = await openNodeDuckDB();
    await loadSamples(engine);
    const wanted: readonly (readonly [MeasureId, Question['by']])[] = [
      ...(
        [
          'M01',
          'M04',
          'M08',
          'M09',
          'M12',
          'M14',
          'M18',
          'M19',
          'M21',
          'M24',
          'M26',
          'M30',
        ] as const
      ).map((measure) => [measure, []] as const),
      ...(['block', 'direction', 'grade', 'class', 'sex'] as const).map(
        (by) => ['M01', [by]] as const,
      ),
      ['M04', ['block']],
      ['M04', ['direction']],
    ];
    const questions = wanted.map(([measure, by]): Question => ({
      measure,
      by,
      grain: 'term',
      times: 'all',
      selection: [],
      compare: 'year-ago',
    }));
    const answers = await askMeasures(engine, questions, defaultProgramme);
    questions.forEach(({ measure, by }, index) => {
      const answer = answers[index];
      if (answer) results.set([measure, ...by].join(' '), answer);
    });
  }, 120_000);

  afterAll(() => engine.close());

  it.each(quarters)('are the known ones in %s', (quarter) => {
    const truth = expected.quarters[quarter];
    if (!truth) throw new Error('no such quarter');
    const share = (measure: string) => shares(results.get(measure), quarter)[''];
    const { reach, repeat, multiBlock, success, awardedPupils } = truth;
    const { participations, volunteerHours, activePartners, contractsInForce, silentContracts } =
      truth;
    expect(share('M01')).toEqual(reach);
    expect(value(results.get('M04'), quarter)).toBe(participations);
    expect(share('M08')).toEqual(repeat);
    expect(value(results.get('M12'), quarter)).toBeCloseTo(truth.meanDirections, 6);
    expect(share('M14')).toEqual(multiBlock);
    expect(share('M18')).toEqual(success);
    expect(share('M19')).toEqual(awardedPupils);
    expect(share('M21')).toEqual({ x: activePartners.withHeadcounts, n: contractsInForce });
    expect(share('M24')).toEqual({ x: silentContracts, n: contractsInForce });
    const hours = (value(results.get('M30'), quarter) ?? 0) * reach.n;
    expect(hours).toBeCloseTo(volunteerHours.sum, 6);
  });

  it.each(quarters)('by each dimension are the known ones in %s', (quarter) => {
    const truth = expected.quarters[quarter];
    if (!truth) throw new Error('no such quarter');
    const by = (dimension: string) => shares(results.get(`M01 ${dimension}`), quarter);
    expect(by('block')).toEqual(pick(truth.byBlock));
    const named = (key: string) =>
      defaultProgramme.directions.find(({ id }) => id === key)?.name.ru ?? key;
    expect(pick(by('direction'), named)).toEqual(pick(truth.byDirection));
    expect(by('grade')).toEqual(pick(truth.byGrade));
    expect(by('class')).toEqual(pick(truth.byClass));
    expect(pick(by('sex'), (key) => sexes[key] ?? key)).toEqual(pick(truth.bySex));
    const blocks = results.get('M04 block')?.cells.filter(({ time }) => time === periodOf(quarter));
    expect(
      Object.fromEntries(
        (blocks ?? []).map(({ members, outcome }) => [
          members[0],
          outcome.kind === 'estimate' && outcome.value,
        ]),
      ),
    ).toEqual(
      Object.fromEntries(
        Object.entries(truth.byBlock).map(([block, { participations }]) => [block, participations]),
      ),
    );
  });

  it.each(quarters.slice(0, -1))('of retention after %s are the known ones', (quarter) => {
    const next = quarters[quarters.indexOf(quarter) + 1] ?? '';
    const truth = expected.quarters[quarter]?.retentionToNext;
    expect(shares(results.get('M09'), next)['']).toEqual(truth);
  });

  it.each(Object.keys(expected.assessments.torrance))(
    'of creative gain are the known ones in %s',
    (year) => {
      const truth = expected.assessments.torrance[year]?.sum;
      const gains = results
        .get('M26')
        ?.cells.filter(
          ({ time, outcome }) =>
            outcome.kind === 'estimate' &&
            defaultProgramme.periods[time]?.schoolYear === Number(year.slice(0, 4)),
        );
      expect(gains).toHaveLength(1);
      const outcome = gains?.[0]?.outcome;
      if (outcome?.kind !== 'estimate') throw new Error('no gain');
      expect(outcome.n).toBe(truth?.pairs);
      expect(outcome.value).toBeCloseTo(truth?.meanGain ?? NaN, 5);
    },
  );
});
