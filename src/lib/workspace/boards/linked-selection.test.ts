import { defaultProgramme } from '#lib/programme/default.ts';
import { describe, expect, it } from 'vitest';
import {
  chooseMember,
  keepPinned,
  periodsOf,
  putClause,
  selectionFor,
  timesFor,
  wholeSelection,
  withoutPanel,
  type LinkedClause,
} from './linked-selection.ts';

const one = chooseMember(wholeSelection, 'a', 'block', 'I', false);

describe('the selection of a board', () => {
  it('filters every panel but the one in which it was chosen', () => {
    const clause = { dimension: 'block', values: ['I'], excluded: false };
    expect(selectionFor('b', one)).toEqual([clause]);
    expect(selectionFor('a', one)).toEqual([]);
    const pinned = { clauses: one.clauses.map((c) => ({ ...c, pinned: true })), times: null };
    expect(selectionFor('a', pinned)).toEqual([clause]);
  });

  it('is one member, several, another, or none again', () => {
    const values = (selection: typeof one) => selection.clauses.map((clause) => clause.values);
    const two = chooseMember(one, 'a', 'block', 'II', true);
    expect(values(two)).toEqual([['I', 'II']]);
    expect(values(chooseMember(two, 'a', 'block', 'I', true))).toEqual([['II']]);
    expect(values(chooseMember(two, 'a', 'block', 'I', false))).toEqual([['I']]);
    expect(values(chooseMember(one, 'a', 'block', 'II', false))).toEqual([['II']]);
    expect(chooseMember(one, 'a', 'block', 'I', false)).toEqual(wholeSelection);
    expect(chooseMember(one, 'b', 'block', 'I', false).clauses).toHaveLength(2);
  });

  it('loses, keeps and changes single clauses', () => {
    const [clause] = one.clauses as readonly [LinkedClause];
    const inverted = putClause(one, clause, { ...clause, excluded: true, pinned: true });
    expect(selectionFor('b', inverted)).toEqual([
      { dimension: 'block', values: ['I'], excluded: true },
    ]);
    expect(keepPinned(one)).toEqual(wholeSelection);
    expect(keepPinned(inverted)).toEqual(inverted);
    expect(withoutPanel(one, 'a')).toEqual(wholeSelection);
    expect(withoutPanel(inverted, 'a')).toEqual(inverted);
    expect(putClause(one, clause, null)).toEqual(wholeSelection);
  });

  it('spans periods of the programme, or all others', () => {
    const [a, b, c, ...rest] = defaultProgramme.periods;
    if (!a || !b || !c) throw new Error('The default calendar is short');
    const times = { from: c.id, to: b.id, excluded: false, source: 'a', pinned: false };
    expect(periodsOf(times, defaultProgramme)).toEqual([1, 2]);
    expect(periodsOf({ ...times, excluded: true }, defaultProgramme)).toHaveLength(rest.length + 1);
    expect(periodsOf({ ...times, from: 'never' }, defaultProgramme)).toEqual([]);
    expect(timesFor('a', { clauses: [], times })).toBeNull();
    expect(timesFor('b', { clauses: [], times })).toEqual(times);
  });
});
