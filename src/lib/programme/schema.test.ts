import { describe, expect, it } from 'vitest';
import { locales } from '#lib/i18n/locale.ts';
import type { Programme } from '#lib/model/programme.ts';
import { completeProgramme } from './complete.ts';
import { defaultProgramme } from './default.ts';
import type { ProgrammeIssue } from './issue.ts';
import { parseProgramme } from './schema.ts';

const copy = () => structuredClone(defaultProgramme) as DeepMutable<Programme>;

type DeepMutable<T> = { -readonly [K in keyof T]: DeepMutable<T[K]> };

function issuesOf(value: unknown): readonly ProgrammeIssue[] {
  const parsed = parseProgramme(value);
  return parsed.ok ? [] : parsed.issues;
}

function brokenBy(change: (programme: DeepMutable<Programme>) => void): readonly ProgrammeIssue[] {
  const programme = copy();
  change(programme);
  return issuesOf(programme);
}

function at<T>(list: readonly T[], index: number): T {
  const item = list[index];
  if (item === undefined) throw new RangeError(`nothing at ${index}`);
  return item;
}

describe('the default programme', () => {
  it('is valid and stays as it is', () => {
    expect(parseProgramme(defaultProgramme)).toEqual({ ok: true, programme: defaultProgramme });
  });

  it('has three blocks, ten directions (3 + 4 + 3), five tasks and sixteen quarters', () => {
    const { blocks, directions, tasks, periods } = defaultProgramme;
    expect(blocks.map(({ id }) => id)).toEqual(['I', 'II', 'III']);
    expect(blocks.map(({ id }) => directions.filter(({ block }) => block === id).length)).toEqual([
      3, 4, 3,
    ]);
    expect(tasks).toHaveLength(5);
    expect(periods).toHaveLength(16);
  });
});

describe('parseProgramme', () => {
  it.each<[string, (programme: DeepMutable<Programme>) => void, ProgrammeIssue]>([
    ['an empty name', (p) => (p.name.ru = ' '), issueAt(['name', 'ru'], 'text-empty')],
    [
      'a text that is too long',
      (p) => (p.school = 'ш'.repeat(301)),
      issueAt(['school'], 'text-long', { most: 300 }),
    ],
    [
      'a repeated id',
      (p) => (at(p.levels, 1).id = 'school'),
      issueAt(['levels', 1, 'id'], 'id-repeated', { id: 'school' }),
    ],
    [
      'an id with a space',
      (p) => (at(p.tasks, 0).id = 'task one'),
      issueAt(['tasks', 0, 'id'], 'id-shape'),
    ],
    [
      'a direction of a block that is not there',
      (p) => (at(p.directions, 0).block = 'IV'),
      issueAt(['directions', 0, 'block'], 'block-unknown', { id: 'IV' }),
    ],
    [
      'a block without a direction',
      (p) => p.directions.splice(7, 3),
      issueAt(['blocks', 2], 'block-empty', { id: 'III' }),
    ],
    [
      'a weight below zero',
      (p) => (at(p.results, 0).weight = -1),
      issueAt(['results', 0, 'weight'], 'number-range', { least: 0, most: 1000 }),
    ],
    [
      'a weight that is no number',
      (p) => (at(p.results, 0).weight = NaN),
      issueAt(['results', 0, 'weight'], 'not-number'),
    ],
    [
      'weights that sum to nothing',
      (p) => p.levels.forEach((level) => (level.weight = 0)),
      issueAt(['levels'], 'weights-zero'),
    ],
    [
      'a group too small to hide in',
      (p) => (p.privacy.least = 2),
      issueAt(['privacy', 'least'], 'number-range', { least: 3, most: 30 }),
    ],
    [
      'a limit that is no whole number',
      (p) => (p.privacy.width = 4.5),
      issueAt(['privacy', 'width'], 'not-whole'),
    ],
    [
      'a lower limit for what is more private',
      (p) => (p.privacy.least = 12),
      issueAt(['privacy', 'leastAssessed'], 'below-least', { least: 12 }),
    ],
    [
      'a likeness above one',
      (p) => (p.privacy.classCorrelation = 1.5),
      issueAt(['privacy', 'classCorrelation'], 'number-range', { least: 0, most: 1 }),
    ],
    ['a factor of zero', (p) => (p.remoteFactor = 0), issueAt(['remoteFactor'], 'factor-range')],
    ['a factor above one', (p) => (p.teamFactor = 1.1), issueAt(['teamFactor'], 'factor-range')],
    [
      'roles none of which counts',
      (p) => p.roles.forEach((role) => (role.counted = false)),
      issueAt(['roles'], 'role-uncounted'),
    ],
    [
      'one spelling of two steps, with ё and a Latin letter',
      (p) => at(p.results, 6).synonyms.push('Призёp'),
      issueAt(
        ['results', 6, 'synonyms', at(defaultProgramme.results, 6).synonyms.length],
        'synonym-repeated',
        {
          text: 'Призёp',
          id: 'prize',
        },
      ),
    ],
    [
      'a day that the calendar does not have',
      (p) => (at(p.periods, 2).ends = '2024-02-30'),
      issueAt(['periods', 2, 'ends'], 'date-impossible'),
    ],
    [
      'a period that ends before it starts',
      (p) => (at(p.periods, 0).ends = '2023-08-20'),
      issueAt(['periods', 0, 'ends'], 'period-reversed'),
    ],
    [
      'overlapping periods',
      (p) => (at(p.periods, 1).starts = '2023-10-27'),
      issueAt(['periods', 1, 'starts'], 'period-overlap', { id: '2023-1' }),
    ],
    [
      'a period outside its school year',
      (p) => (at(p.periods, 15).ends = '2027-09-02'),
      issueAt(['periods', 15, 'ends'], 'period-outside', { from: '2026-07-01', to: '2027-08-31' }),
    ],
    [
      'a term left out',
      (p) => p.periods.splice(1, 1),
      issueAt(['periods', 1, 'term'], 'period-term', { term: 2 }),
    ],
    [
      'years out of order',
      (p) => p.periods.push(...p.periods.splice(0, 4)),
      issueAt(['periods', 12, 'schoolYear'], 'period-order'),
    ],
    [
      'goalposts that do not differ',
      (p) => (p.indices.civic['M30'] = { low: 5, high: 5, weight: 1 }),
      issueAt(['indices', 'civic', 'M30', 'high'], 'goalposts-same'),
    ],
    [
      'an index whose parts weigh nothing',
      (p) => Object.values(p.indices.creative).forEach((part) => (part.weight = 0)),
      issueAt(['indices', 'creative'], 'weights-zero'),
    ],
    ['an empty list', (p) => p.tasks.splice(0), issueAt(['tasks'], 'list-empty')],
    [
      'a gap that belongs to nobody known',
      (p) => Object.assign(p, { gapBelongsTo: 'both' }),
      issueAt(['gapBelongsTo'], 'not-choice', { choices: 'preceding, following, none' }),
    ],
    ['a field left out', (p) => Reflect.deleteProperty(p, 'roles'), issueAt(['roles'], 'missing')],
    [
      'a list that is a word',
      (p) => Object.assign(p, { roles: 'all' }),
      issueAt(['roles'], 'not-list'),
    ],
    [
      'a word for yes or no',
      (p) => Object.assign(at(p.roles, 0), { counted: 'да' }),
      issueAt(['roles', 0, 'counted'], 'not-yes-no'),
    ],
    [
      'an instrument without error',
      (p) => (p.reliability.torrance = 1),
      issueAt(['reliability', 'torrance'], 'number-below', { most: 1 }),
    ],
    [
      'a percentile above everyone',
      (p) => (p.overload.percentile = 1.1),
      issueAt(['overload', 'percentile'], 'number-range', { least: 0, most: 1 }),
    ],
    [
      'continuity with a block that does not exist',
      (p) => (p.continuity.block = 'IX'),
      issueAt(['continuity', 'block'], 'block-unknown', { id: 'IX' }),
    ],
    [
      'grades in the wrong order',
      (p) => (p.continuity.from = 12),
      issueAt(['continuity', 'to'], 'grades-order'),
    ],
    [
      'half a term',
      (p) => (at(p.periods, 0).term = 1.5),
      issueAt(['periods', 0, 'term'], 'not-whole'),
    ],
  ])('refuses %s', (_, change, expected) => {
    expect(brokenBy(change)).toContainEqual(expected);
  });

  it.each([
    [null, 'not-programme'],
    ['text', 'not-programme'],
    [[defaultProgramme], 'not-programme'],
    [{}, 'not-programme'],
    [{ ...defaultProgramme, version: 2 }, 'version-unknown'],
  ])('refuses what is not a programme: %#', (value, code) => {
    expect(issuesOf(value).map((found) => found.code)).toEqual([code]);
  });

  it('names at most fifty issues and counts the rest', () => {
    const many = { ...defaultProgramme, tasks: Array.from({ length: 80 }, () => ({ id: 7 })) };
    const issues = issuesOf(many);
    expect(issues).toHaveLength(51);
    expect(issues.at(-1)).toEqual(issueAt([], 'too-many', { count: 110 }));
  });

  it('completes a programme that was saved before the rules existed', () => {
    const {
      reliability,
      whiteSpotTarget,
      overload,
      continuity,
      wellbeing,
      privacy,
      aggregation,
      ...old
    } = defaultProgramme;
    const rules = {
      reliability,
      whiteSpotTarget,
      overload,
      continuity,
      wellbeing,
      privacy,
      aggregation,
    };
    expect(parseProgramme(old)).toEqual({ ok: true, programme: { ...old, ...rules } });
    expect(completeProgramme(old)).toEqual(defaultProgramme);
    const half = { ...old, overload: { rule: 'weekly' } };
    const parsed = parseProgramme(half);
    expect(parsed.ok && parsed.programme.overload).toEqual({ ...overload, rule: 'weekly' });
    const strict = parseProgramme({ ...old, privacy: { least: 7 } });
    expect(strict.ok && strict.programme.privacy).toEqual({ ...privacy, least: 7 });
  });

  it('looks for universities in the last block where no block is named so', () => {
    const blocks = defaultProgramme.blocks.slice(0, 2);
    const directions = defaultProgramme.directions.filter(({ block }) => block !== 'III');
    const { continuity, ...old } = { ...defaultProgramme, blocks, directions };
    const parsed = parseProgramme(old);
    expect(parsed.ok && parsed.programme.continuity).toEqual({ ...continuity, block: 'II' });
  });

  it('drops fields that it does not know', () => {
    const parsed = parseProgramme({ ...defaultProgramme, secret: 1 });
    expect(parsed).toEqual({ ok: true, programme: defaultProgramme });
  });

  it('every issue has a sentence and a place in both languages', () => {
    for (const { t } of Object.values(locales)) {
      expect(t.programme.place(['indices', 'civic', 'M30', 'high'])).toMatch(/, M30, .*100/);
      for (const say of Object.values(t.programme.issues)) {
        expect(say({ id: 'x', line: 3, column: 4, count: 2 })).not.toMatch(/undefined|NaN/);
      }
    }
  });
});

function issueAt(
  path: ProgrammeIssue['path'],
  code: ProgrammeIssue['code'],
  params: ProgrammeIssue['params'] = {},
): ProgrammeIssue {
  return { path, code, params };
}
