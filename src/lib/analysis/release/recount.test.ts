import type { Engine } from '#lib/engine/engine.ts';
import type { SharedStatement } from '#lib/model/shared-release.ts';
import type { MeasureId } from '#lib/measures/registry.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openNodeDuckDB } from '../../../../tests/engine/node-duckdb.ts';
import { loadSamples } from '../../../../tests/engine/samples.ts';
import {
  emptySchool,
  encodeSchool,
  plainEvent,
  plainParticipation,
  pupilsOf,
  smallProgramme,
  type School,
} from '../../../../tests/engine/small-school.ts';
import type { Programme } from '#lib/model/programme.ts';
import { defaultProgramme } from '#lib/programme/default.ts';
import type { Question } from '../question.ts';
import type { Result } from '../result.ts';
import { prepareRelease } from './prepare-release.ts';
import { comesOut, recountStatements, type Recount } from './recount.ts';
import { tellCount } from './spec.ts';

const names = Array.from({ length: 40 }, (_, index) => `Ученик ${index}`);

/** A school of forty, girls and boys by turns, in whose first term these took part in one event. */
function schoolWith(took: readonly number[]): School {
  return {
    ...emptySchool,
    ...pupilsOf(names, [0]),
    event: [plainEvent],
    participation: took.map((person) => ({ ...plainParticipation, event: 0, period: 0, person })),
  };
}

const settings = { least: 5, leastAssessed: 10, width: 5, classCorrelation: 0.15 };

async function tell(
  engine: Engine,
  programme: Programme,
  questions: readonly Pick<Question, 'measure' | 'by' | 'grain'>[],
): Promise<readonly SharedStatement[]> {
  const wishes = questions.map((question) => ({
    question: { ...question, times: 'all', selection: [], compare: 'none' } as const,
    shownOf: ({ cells }: Result) => cells,
  }));
  const { told } = await prepareRelease(engine, wishes, programme, [], settings);
  return told;
}

const told = (count: Recount): string => tellCount(count, defaultProgramme.periods);

describe('what a snapshot told, counted again', { timeout: 120_000 }, () => {
  let engine: Engine;

  beforeAll(async () => {
    engine = await openNodeDuckDB();
  }, 120_000);

  afterAll(() => engine.close());

  it('tells which counts come out no more, and what they are now', async () => {
    await engine.load(encodeSchool(schoolWith([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])));
    const statements = await tell(engine, smallProgramme, [
      { measure: 'M01', by: [], grain: 'term' },
      { measure: 'M01', by: ['sex'], grain: 'term' },
    ]);
    const before = await recountStatements(engine, smallProgramme, statements);
    expect(before.map(({ then, now }) => [then, now])).toEqual(
      before.map(({ then }) => [then, then]),
    );
    await engine.load(encodeSchool(schoolWith([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 11])));
    const after = await recountStatements(engine, smallProgramme, statements);
    const ofFirst = after.filter(({ where }) => where.time === 0);
    const changed = ofFirst.filter((one) => !comesOut(one));
    expect(ofFirst).toHaveLength(3);
    expect(changed.map(({ where, then, now }) => [where.only[0]?.keys ?? [], then, now])).toEqual([
      [[], 12, 11],
      [['f'], 6, 5],
    ]);
  });

  it('is what the records say, of every kind of count', async () => {
    await loadSamples(engine);
    const asked = (['M01', 'M05', 'M09', 'M12', 'M26', 'M33'] as const).map(
      (measure: MeasureId) => ({ measure, by: ['grade'] as const, grain: 'year' as const }),
    );
    const statements = await tell(engine, defaultProgramme, asked);
    const doubled = statements.map((one) => ({ ...one, value: one.value * 2 + 1 }));
    const recounts = await recountStatements(engine, defaultProgramme, [...statements, ...doubled]);
    expect(statements.length).toBeGreaterThan(100);
    expect(recounts.map(told)).toEqual([...statements, ...statements].map((one) => one.told));
    expect(recounts.map(comesOut)).toEqual([
      ...statements.map(() => true),
      ...doubled.map(() => false),
    ]);
  });

  it('holds nothing against a snapshot that tells nothing', async () => {
    await engine.load(encodeSchool(emptySchool));
    expect(await recountStatements(engine, smallProgramme, [])).toEqual([]);
  });
});
