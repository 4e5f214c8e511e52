import { expect, test } from 'vitest';
import type { Match, MatchState } from '#lib/ingest/star/matches/match.ts';
import { answersWithoutMatch, countWaiting, groupMatches, keyOf } from './match-groups.ts';

const match = (a: string, state: MatchState, about: Match['about'] = 'person'): Match => {
  const side = (key: string) => ({ key, name: key, facts: [], records: 1, places: [] });
  return { about, a: side(a), b: side('я'), state, likelihood: 0.5, evidence: [] };
};
const list = [
  match('а', 'proposed'),
  match('б', 'impossible'),
  match('в', 'made'),
  match('г', 'same'),
  match('д', 'different'),
  match('е', 'proposed', 'event'),
];
const names = (found: readonly Match[]) => found.map(({ a }) => a.name);

test('what waits is what is proposed and what was said and cannot be', () => {
  expect(countWaiting(list)).toBe(3);
});

test('matches of a subject stand in one group each; those being answered stand in none', () => {
  const groups = groupMatches(list, 'person', new Set([keyOf(match('в', 'made'))]));
  expect(names(groups.proposed)).toEqual(['а']);
  expect(names(groups.impossible)).toEqual(['б']);
  expect(names(groups.made)).toEqual([]);
  expect(names(groups.decided)).toEqual(['г', 'д']);
});

test('answers about what no match tells of are not lost', () => {
  const known = { about: 'person', a: 'г', b: 'я', answer: 'same' } as const;
  const absent = { about: 'person', a: 'ж', b: 'я', answer: 'same' } as const;
  expect(answersWithoutMatch([known, absent], list, 'person')).toEqual([absent]);
});
