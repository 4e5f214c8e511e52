import { expect, it } from 'vitest';
import { shortNames } from './short-names.ts';

const long = 'Муниципальное бюджетное учреждение';

it('takes off what several long names begin with, and leaves quotations whole', () => {
  expect(
    shortNames([
      `${long} Дом творчества «Родник»`,
      `${long} Дом творчества «Радуга»`,
      `${long} «Школа № 24»`,
      `${long} «Школа № 7»`,
      `${long} «Школа № 8»`,
      'Музей',
      'Театральный институт имени Щукина',
    ]),
  ).toEqual([
    'Дом творчества «Родник»',
    'Дом творчества «Радуга»',
    '«Школа № 24»',
    '«Школа № 7»',
    '«Школа № 8»',
    'Музей',
    'Театральный институт имени Щукина',
  ]);
});

it('keeps the word that what is left cannot do without', () => {
  const centres = ['развития «Горизонт»', 'развития «Ручей»', 'помощи «Забота»'];
  expect(shortNames(centres.map((name) => `${long} Центр ${name}`))).toEqual(
    centres.map((name) => `Центр ${name}`),
  );
});

it('tells two long names apart, and leaves one alone as it is', () => {
  expect(shortNames([`${long} Парк`, `${long} Сад`])).toEqual(['Парк', 'Сад']);
  expect(shortNames([`${long} Парк`])).toEqual([`${long} Парк`]);
});
