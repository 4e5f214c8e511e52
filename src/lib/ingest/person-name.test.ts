import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  agreePatronymics,
  coversKey,
  isPartialKey,
  joinPerson,
  readPerson,
} from './person-name.ts';

const key = (text: string) => readPerson(text)?.key;

test.each([
  'Озёров Пётр',
  'ОЗЁРОВ ПЁТР',
  'озеров петр',
  '  Озёров   Пётр ',
  'Озёров, Пётр',
  'Пётр Озёров',
  'Озёров Пётр Ильич',
  'Пётр Ильич Озёров',
  '12. Озёров Пётр',
  'Oзёров Пётр',
])('«%s» is one person', (text) => {
  expect(key(text)).toBe('озеров петр');
});

test.each([
  ['Соколова-Мостова Кира', 'Соколова - Мостова Кира'],
  ['Мамедов Али Гусейн оглы', 'Мамедов Али'],
  ['Smith John', 'John Smith'],
  ['Иванова Анна Мария', 'Анна Мария Иванова'],
])('«%s» and «%s» are one person', (one, other) => {
  expect(key(one)).toBe(key(other));
});

test('patronymics are told apart from first names and kept', () => {
  expect(readPerson('Кострова Екатерина Сергеевна')).toEqual({
    display: 'Кострова Екатерина Сергеевна',
    key: 'екатерина кострова',
    patronymic: 'сергеевна',
  });
  expect(readPerson('Екатерина Сергеевна Кострова')?.display).toBe('Кострова Екатерина Сергеевна');
  expect(joinPerson('Белов - Орлов', 'Пётр', 'Ильич')).toEqual(
    readPerson('Белов-Орлов Пётр Ильич'),
  );
  expect(joinPerson(null, 'Пётр', null)).toBeNull();
});

test('initials make partial names that cover full ones', () => {
  expect(readPerson('Иванов П. С.')).toMatchObject({ key: 'иванов п', patronymic: 'с' });
  expect(readPerson('П.С. Иванов')).toMatchObject({ key: 'иванов п', patronymic: 'с' });
  expect(isPartialKey('иванов п')).toBe(true);
  expect(isPartialKey('иванов петр')).toBe(false);
  expect(coversKey('иванов п', 'иванов петр')).toBe(true);
  expect(coversKey('иванов п', 'иванов иван')).toBe(false);
  expect(agreePatronymics('с', 'сергеевич')).toBe(true);
  expect(agreePatronymics('ильич', 'сергеевич')).toBe(false);
});

test.each([
  '',
  '5А',
  'Итого: 25',
  'anna@example.org',
  '—',
  'победитель областного этапа конкурса чтецов «Живая классика» 2025',
])('«%s» is no name', (text) => {
  expect(readPerson(text)).toBeNull();
});

test('the key does not depend on case, ё, order, spaces or look-alike letters', () => {
  const part = fc.stringMatching(/^[А-Я][а-яё]{2,9}$/);
  fc.assert(
    fc.property(part, part, fc.boolean(), fc.boolean(), (last, first, swapped, loud) => {
      const plain = readPerson(`${last} ${first}`);
      const text = (swapped ? `${first}  ${last}` : ` ${last} ${first}`)
        .replaceAll('ё', 'е')
        .replace('а', 'a');
      expect(key(loud ? text.toUpperCase() : text)).toBe(plain?.key);
    }),
  );
});
