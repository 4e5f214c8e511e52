import { expect, test } from 'vitest';
import { defaultProgramme } from '#lib/programme/default.ts';
import { countsOf, deedsOf } from './records.fixture.ts';
import { deriveStar } from './star.ts';

const own = (cells: Record<string, string>) => JSON.stringify(cells);

test('the first four own dimensions that are used get a slot each, and other columns of a file none', () => {
  const imports = [
    { id: 'a', records: countsOf('Ярмарка', [['5А', 3]], { own: own({ Корпус: 'Б' }) }) },
    {
      id: 'b',
      records: deedsOf([
        { who: 'Ким Анна', at: '5А', own: own({ Телефон: '1', Смена: 'II', Корпус: 'А' }) },
        { who: 'Юдин Юрий', at: '5А', own: own({ Группа: '2', Тур: '1', Наставник: 'Х' }) },
        { who: 'Агеева Анна', at: '5А' },
        { who: 'Бобров Илья', at: '5А', own: 'не JSON' },
      ]),
    },
  ];
  const names = ['Наставник', 'Тур', 'Группа', 'Смена', 'Корпус', 'Ничего'];
  const { star, report } = deriveStar(imports, defaultProgramme, [], names);
  expect(report.ownDimensions).toEqual(['Корпус', 'Смена', 'Группа', 'Тур']);
  expect(star.participation.own1).toEqual(['А', null, null, null]);
  expect(star.participation.own2).toEqual(['II', null, null, null]);
  expect(star.participation.own4).toEqual([null, '1', null, null]);
  expect(star.headcount.own1).toEqual(['Б']);
});

test('without wanted names there are none', () => {
  const imports = [
    { id: 'a', records: countsOf('Ярмарка', [['5А', 3]], { own: own({ К: 'Б' }) }) },
  ];
  const { star, report } = deriveStar(imports, defaultProgramme);
  expect(report.ownDimensions).toEqual([]);
  expect(star.headcount.own1).toEqual([null]);
});
