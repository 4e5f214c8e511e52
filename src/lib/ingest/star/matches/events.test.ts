import { describe, expect, test } from 'vitest';
import { defaultProgramme } from '#lib/programme/default.ts';
import { pairOf, type Decision } from '../../decision.ts';
import type { RecordSet } from '../../record.ts';
import { countsOf, deedsOf } from '../records.fixture.ts';
import { deriveStar } from '../star.ts';

function derive(sets: readonly RecordSet[], decisions: readonly Decision[] = []) {
  const imports = sets.map((records, index) => ({ id: `import-${index}`, records }));
  const { star, report } = deriveStar(imports, defaultProgramme, decisions);
  return { star, report, matches: report.matches.filter(({ about }) => about === 'event') };
}
const told = (
  title: string,
  names: readonly string[],
  rest: Partial<Parameters<typeof deedsOf>[0][number]> = {},
) => deedsOf(names.map((who) => ({ who, at: '5А', title, ...rest })));
const people = ['Агеева Анна', 'Бобров Илья', 'Вагин Пётр', 'Громова Яна'];
const answerTo = ({ matches }: ReturnType<typeof derive>, answer: Decision['answer']): Decision[] =>
  matches.map(({ a, b }) => ({ ...pairOf('event', a.key, b.key), answer }));

describe('an event that two teachers report', () => {
  const sets = [
    told('Городской конкурс чтецов «Живое слово»', people.slice(0, 3)),
    told('Живое слово (конкурс чтецов)', people.slice(1)),
  ];

  test('is one event with each participant once while it is proposed', () => {
    const { star, report, matches } = derive(sets);
    expect(star.event.title).toHaveLength(1);
    expect(star.participation.person).toHaveLength(4);
    expect(report.repeated.participation).toBe(2);
    expect(matches).toMatchObject([{ state: 'proposed' }]);
    expect(matches[0]?.evidence.map(({ code, params }) => [code, params['shared']])).toEqual([
      ['title-alike', undefined],
      ['day-same', undefined],
      ['participants-shared', 2],
    ]);
    expect(matches[0]?.a.facts).toContainEqual({ code: 'date', text: '2025-09-12' });
  });

  test('is told by two files though most names are written in another way', () => {
    const [ours, theirs] = [
      told('Экскурсия в краеведческий музей', ['Агеева Анна', 'Бобров И.', 'Вагин Пётр']),
      told('Экскурсия «Краеведческий музей»', ['Агеева Анна', 'Бобров Илья', 'Вагин Петя']),
    ];
    expect(derive([ours, theirs]).matches).toMatchObject([{ state: 'proposed' }]);
  });

  test('is confirmed by «same», parted by «different», and one again without an answer', () => {
    const first = derive(sets);
    const same = derive(sets, answerTo(first, 'same'));
    expect(same.star).toEqual(first.star);
    expect(same.matches).toMatchObject([{ state: 'same' }]);
    const parted = derive(sets, answerTo(first, 'different'));
    expect(parted.star.event.title).toHaveLength(2);
    expect(parted.star.participation.person).toHaveLength(6);
  });

  test('keeps the answer when a further file names its partner', () => {
    const parted = answerTo(derive(sets), 'different');
    const further = told('Живое слово (конкурс чтецов)', ['Ежов Олег'], {
      partner: 'Библиотека № 3',
    });
    expect(derive([...sets, further]).star.event.title).toHaveLength(1);
    expect(derive([...sets, further], parted).star.event.title).toHaveLength(2);
  });
});

test.each([
  ['Экскурсия в музей хлеба', 'Экскурсия в музеи хлеба'],
  ['Конкурс «Радуга»', 'Конкурс «Рдауга»'],
])('%s and %s of one partner on one day are one, whoever took part', (one, other) => {
  const rest = { partner: 'Дом творчества' };
  const { star } = derive([
    told(one, people.slice(0, 2), rest),
    told(other, people.slice(2), rest),
  ]);
  expect(star.event.title).toHaveLength(1);
});

test('overlapping days with the same people are one event over all of them', () => {
  const { star } = derive([
    told('Форум «Исток»', people, { on: '2025-09-12', ends: 20346 }),
    told('Форум «Исток»', people, { on: '2025-09-13', ends: 20345 }),
  ]);
  expect(star.event.starts).toHaveLength(1);
  expect(star.event.ends).toEqual([20346]);
});

test.each([
  ['другой день', told('Конкурс чтецов «Слово»', people, { on: '2025-09-13' })],
  ['другая ступень', told('Конкурс чтецов «Слово», 2 тур', people)],
  ['другой вид', told('Мастер-класс чтецов «Слово»', people)],
  ['общее слово', told('Конкурс чтецов на английском языке', people)],
  ['часть названия и другие люди', told('Конкурс «Слово»', ['Ежов Олег', 'Жилин Яков'])],
  ['то же и другие люди', told('Чтецы «Слово»', ['Ежов Олег', 'Жилин Яков'])],
])('is not proposed: %s', (_why, other) => {
  const { star, matches } = derive([told('Конкурс чтецов «Слово»', people), other]);
  expect(matches).toEqual([]);
  expect(star.event.title).toHaveLength(2);
});

test('one file that names the same people under a longer and a shorter title means two events', () => {
  const rows = (title: string) => people.map((who) => ({ who, at: '5А', title }));
  const { matches } = derive([deedsOf([...rows('Слово'), ...rows('Слово о полку')])]);
  expect(matches).toEqual([]);
});

test('a count of all and counts by class of two files count once', () => {
  const sum = (sets: readonly RecordSet[]) => {
    const { star } = derive(sets);
    return star.headcount.n.reduce<number>((all, n) => all + (n ?? 0), 0);
  };
  const classes = countsOf('Ярмарка', [
    ['5А', 20],
    ['5Б', 22],
  ]);
  expect(sum([countsOf('Ярмарка', [[null, 40]]), classes])).toBe(42);
  expect(sum([classes, countsOf('Ярмарка', [[null, 60]])])).toBe(60);
  expect(
    sum([
      countsOf('Ярмарка', [
        [null, 5],
        ['5А', 20],
      ]),
    ]),
  ).toBe(25);
});
