import { expect, test } from 'vitest';
import { locales } from '#lib/i18n/locale.ts';
import type { Match, MatchEvidence, Side } from '#lib/ingest/star/matches/match.ts';
import { sayEvidence } from './evidence.ts';

const side = (key: string, name: string): Side => ({
  key,
  name,
  facts: [{ code: 'class', text: '7Б' }],
  records: 1,
  places: [],
});
const matchOf = (...evidence: readonly MatchEvidence[]): Match => ({
  about: 'person',
  a: side('a', 'Иванов Иван'),
  b: side('b', 'Ивонов Иван'),
  state: 'proposed',
  likelihood: 0.8,
  evidence,
});
const say = (code: MatchEvidence['code'], params: MatchEvidence['params']) =>
  sayEvidence(matchOf({ code, params }), locales.ru)[0];

test('folded names get their capitals, years and dates are written out', () => {
  expect(say('name-one-letter', { from: 'иванов-петров', to: 'ивонов-петров' })?.text).toBe(
    'различие в одну букву: «Иванов-Петров» и «Ивонов-Петров»',
  );
  expect(say('class-same', { class: '7Б', year: 2025 })?.text).toBe('тот же класс 7Б в 2025/26');
  expect(say('day-same', { date: '2026-04-14' })?.text).toBe('тот же день: 14.04.2026');
  expect(say('participants-shared', { shared: 18, of: 20 })?.text).toBe(
    '18 из 20 участников общие',
  );
});

test('an initial of a patronymic is told from a patronymic written otherwise', () => {
  expect(say('patronymic-near', { from: 'и', to: 'иванович' })?.text).toBe(
    'отчество записано инициалом',
  );
  expect(say('patronymic-near', { from: 'ивановеч', to: 'иванович' })?.text).toBe(
    'отчества почти совпадают',
  );
});

test('what keeps two apart speaks against, with the class whose list names both', () => {
  expect(say('one-roll', {})).toEqual({
    text: 'оба стоят в списке 7Б, поэтому это два ученика',
    against: true,
  });
  expect(say('only-candidate', {})?.against).toBe(false);
});
