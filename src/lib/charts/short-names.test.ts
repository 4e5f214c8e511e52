import { expect, it } from 'vitest';
import { shortNames } from './short-names.ts';

it('takes off what long names begin with alike, and nothing that would leave no name', () => {
  const long = 'Муниципальное бюджетное учреждение';
  expect(
    shortNames([
      `${long} Дом творчества`,
      `${long} Планетарий «Орбита»`,
      `${long} Дом творчества`,
      'Музей',
      'Театральный институт имени Щукина',
    ]),
  ).toEqual([
    `${long} Дом творчества`,
    'Планетарий «Орбита»',
    `${long} Дом творчества`,
    'Музей',
    'Театральный институт имени Щукина',
  ]);
});
