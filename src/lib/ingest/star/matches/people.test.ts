import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultProgramme } from '#lib/programme/default.ts';
import { pairOf, type Decision } from '../../decision.ts';
import type { RecordSet } from '../../record.ts';
import { deedsOf, rollOf } from '../records.fixture.ts';
import { deriveStar } from '../star.ts';

function derive(sets: readonly RecordSet[], decisions: readonly Decision[] = []) {
  const imports = sets.map((records, index) => ({ id: `import-${index}`, records }));
  const { star, report } = deriveStar(imports, defaultProgramme, decisions);
  const matches = report.matches.filter(({ about }) => about === 'person');
  return { star, report, matches };
}
type Derived = ReturnType<typeof derive>;
const only = ({ matches }: Derived) => {
  expect(matches).toHaveLength(1);
  const [match] = matches;
  if (!match) throw new Error('No match');
  return match;
};
const answer = (match: { a: { key: string }; b: { key: string } }, said: Decision['answer']) => ({
  ...pairOf('person', match.a.key, match.b.key),
  answer: said,
});

const roll = rollOf([
  { name: 'Иванов Пётр', class: '5А' },
  { name: 'Агеева Анна', class: '5А' },
]);

describe('a spelling that no roll knows', () => {
  const sets = [roll, deedsOf([{ who: 'Иваонв Пётр', at: '5А' }])];

  test('one slip away from the only pupil of the class like it is that pupil, with the evidence', () => {
    const derived = derive(sets);
    expect(derived.report.people).toBe(2);
    const match = only(derived);
    expect(match).toMatchObject({ state: 'made', b: { records: 1 } });
    expect(match.evidence.map(({ code }) => code)).toEqual([
      'name-one-letter',
      'class-same',
      'only-candidate',
    ]);
    expect(match.b.places).toEqual([{ importId: 'import-1', sheet: 0, row: 0, column: null }]);
  });

  test('is another when somebody says so, and the same again when the answer is taken back', () => {
    const match = only(derive(sets));
    const parted = derive(sets, [answer(match, 'different')]);
    expect(parted.report.people).toBe(3);
    expect(only(parted).state).toBe('different');
    expect(derive(sets).star).toEqual(derive(sets, []).star);
  });

  test('keeps its key when further files come, so that the answer goes on', () => {
    const parted = answer(only(derive(sets)), 'different');
    const further = [
      rollOf([{ name: 'Иванов Пётр', class: '4А', year: 2024 }]),
      ...sets,
      deedsOf([{ who: 'Иваонв Пётр', at: '5А', on: '2025-09-20' }]),
    ];
    expect(derive(further).report.people).toBe(2);
    expect(derive(further, [parted]).report.people).toBe(3);
  });

  test('is nobody’s when two of the class are like it, and goes where it is told to', () => {
    const twins = rollOf([
      { name: 'Иванов Пётр', class: '5А' },
      { name: 'Иванин Пётр', class: '5А' },
    ]);
    const both = [
      twins,
      deedsOf([
        { who: 'Ивано Пётр', at: '5А' },
        { who: 'Иваноы Пётр', at: '5А' },
      ]),
    ];
    const derived = derive([twins, deedsOf([{ who: 'Иванон Пётр', at: '5А' }])]);
    expect(derived.report.people).toBe(3);
    expect(derived.matches.map(({ state }) => state)).toEqual(['proposed', 'proposed']);
    const [match] = derived.matches;
    if (!match) throw new Error('No match');
    const told = derive(
      [twins, deedsOf([{ who: 'Иванон Пётр', at: '5А' }])],
      [answer(match, 'same')],
    );
    expect(told.report.people).toBe(2);
    // Two misspellings of one pupil do not stand in each other's way.
    expect(derive(both).report.people).toBe(2);
  });

  test('of another class of the year is proposed, of another sex or age it is not', () => {
    expect(only(derive([roll, deedsOf([{ who: 'Иваонв Пётр', at: '5Б' }])])).state).toBe(
      'proposed',
    );
    expect(derive([roll, deedsOf([{ who: 'Иванова Пётр', at: '5А' }])]).matches).toEqual([]);
    expect(derive([roll, deedsOf([{ who: 'Иваонв Пётр', at: '9А' }])]).matches).toEqual([]);
  });

  test('a first name that is another name is proposed, not made', () => {
    const match = only(derive([roll, deedsOf([{ who: 'Агеева Инна', at: '5А' }])]));
    expect(match.state).toBe('proposed');
    expect(match.evidence[0]?.code).toBe('name-other');
  });

  test('beside the pupil it is like in one event of one file is hardly that pupil', () => {
    const derived = derive([
      roll,
      deedsOf([
        { who: 'Иванов Пётр', at: '5А' },
        { who: 'Иванво Пётр', at: '5А' },
      ]),
    ]);
    expect(derived.report.people).toBe(3);
  });
});

test('an initial that means the only bearer can be told apart', () => {
  const sets = [roll, deedsOf([{ who: 'Иванов П.', at: '5А' }])];
  const match = only(derive(sets));
  expect(match.state).toBe('made');
  expect(derive(sets, [answer(match, 'different')]).report.people).toBe(3);
  expect(only(derive(sets, [answer(match, 'same')])).state).toBe('same');
});

test('without rolls the same name of one class with and without patronymic is one, two patronymics are two', () => {
  const named = (...names: string[]) => deedsOf(names.map((who) => ({ who, at: '5А' })));
  expect(derive([named('Ким Анна'), named('Ким Анна Олеговна')]).report.people).toBe(1);
  const three = derive([named('Ким Анна'), named('Ким Анна Олеговна', 'Ким Анна Ильинична')]);
  expect(three.report.people).toBe(3);
});

describe('rolls', () => {
  test('a name spelled otherwise next year is proposed by class, and made by birth date', () => {
    const years = (birth: { birth?: string }) => [
      rollOf([{ name: 'Иванов Пётр', class: '5А', year: 2024, ...birth }]),
      rollOf([{ name: 'Иванво Пётр', class: '6А', year: 2025, ...birth }]),
    ];
    expect(only(derive(years({}))).state).toBe('proposed');
    const made = derive(years({ birth: '2013-04-05' }));
    expect(only(made).state).toBe('made');
    expect(made.star.roll.person).toEqual(Array.from({ length: 8 }, () => 0));
    const match = only(derive(years({})));
    expect(derive(years({}), [answer(match, 'same')]).report.people).toBe(1);
  });

  test('two of one roll are never one, whatever is said, not even through a third', () => {
    const sets = [
      rollOf([
        { name: 'Иванов Пётр', class: '5А' },
        { name: 'Иванин Пётр', class: '5А' },
      ]),
      deedsOf([{ who: 'Иванон Пётр', at: '5А' }]),
    ];
    const direct = derive(sets, [
      { ...pairOf('person', 'иванов петр|2020', 'иванин петр|2020'), answer: 'same' },
    ]);
    expect(direct.matches[0]).toMatchObject({ state: 'impossible' });
    expect(direct.matches[0]?.evidence.at(-1)?.code).toBe('one-roll');
    expect(direct.report.matched).toBe(2);
    const both = derive(sets).matches.map((match) => answer(match, 'same'));
    const through = derive(sets, both);
    expect(through.matches.map(({ state }) => state)).toEqual(['impossible', 'same']);
    expect(through.report.matched).toBe(2);
  });

  test('namesakes keep keys that outlive an earlier roll', () => {
    const now = rollOf([
      { name: 'Княжева Ева', class: '6А', year: 2025 },
      { name: 'Княжева Ева', class: '6Б', year: 2025 },
    ]);
    const before = rollOf([
      { name: 'Княжева Ева', class: '5Б', year: 2024 },
      { name: 'Княжева Ева', class: '5А', year: 2024 },
    ]);
    const deeds = deedsOf([{ who: 'Княжева Ев', at: '6В' }]);
    const keys = derive([now]).star.participant.key;
    const [first] = keys;
    const said: Decision = {
      ...pairOf('person', first ?? '', 'ев княжева|2019|В|~'),
      answer: 'same',
    };
    expect(derive([now, deeds], [said]).matches.some(({ state }) => state === 'same')).toBe(true);
    expect(derive([before, now, deeds], [said]).matches.some(({ state }) => state === 'same')).toBe(
      true,
    );
  });

  const name = fc.constantFrom('Иванов Пётр', 'Иванво Пётр', 'Иваноф Пётр', 'Иванов П.');
  const row = fc.record({ name, class: fc.constantFrom('5А', '5Б', '6А') });
  test('no answers ever put two rows of one roll together', () => {
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 5 }),
        fc.array(row, { maxLength: 5 }),
        fc.array(fc.tuple(fc.nat(40), fc.boolean()), { maxLength: 8 }),
        (before, now, said) => {
          const sets = [
            rollOf(before.map((one) => ({ ...one, year: 2024 }))),
            rollOf(now),
            deedsOf(now.map(({ name: who }) => ({ who, at: '5А' }))),
          ];
          const keys = derive(sets).star.participant.key.map((key) => key ?? '');
          const decisions = said.flatMap(([at, same]): Decision[] => {
            const [a, b] = [keys[at % keys.length], keys[(at * 7 + 1) % keys.length]];
            if (a === undefined || b === undefined || a === b) return [];
            return [{ ...pairOf('person', a, b), answer: same ? 'same' : 'different' }];
          });
          const { star } = derive(sets, decisions);
          const seen = new Set(
            star.roll.person.map((person, at) => `${person}|${star.roll.period[at]}`),
          );
          expect(seen.size).toBe(4 * (before.length + now.length));
          expect(star.roll.person.length).toBe(seen.size);
        },
      ),
    );
  });
});
