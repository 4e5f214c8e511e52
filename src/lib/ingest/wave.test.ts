import { expect, test } from 'vitest';
import { readAgreement } from './agreement.ts';
import { readHeld, readRemote, readSex } from './modes.ts';
import { readWave } from './wave.ts';

test.each([
  ['входная', 'pre'],
  ['Начало года', 'pre'],
  ['I срез', 'pre'],
  ['итоговая', 'post'],
  ['Итог', 'post'],
  ['II срез', 'post'],
  ['конец учебного года', 'post'],
  ['промежуточный', 'mid'],
  ['входная и итоговая', null],
  ['итого баллов', null],
])('wave: %s is %s', (text, wave) => {
  expect(readWave(text)).toBe(wave);
});

test.each([
  ['полностью согласен', 1],
  ['Скорее согласен', 0.75],
  ['затрудняюсь ответить', 0.5],
  ['скорее не согласен', 0.25],
  ['совсем не согласен', 0],
  ['полностью не согласна', 0],
  ['не согласен', 0],
  ['да', 1],
  ['нет', 0],
  ['Strongly disagree', 0],
  ['5Б', null],
])('agreement: %s is %s', (text, value) => {
  expect(readAgreement(text)).toBe(value);
});

test('modes, sexes and marks of what was held', () => {
  expect(['очно', 'заочно', 'Дистанционно', 'онлайн', 'конкурс'].map(readRemote)).toEqual([
    false,
    true,
    true,
    true,
    null,
  ]);
  expect(['М', 'жен.', 'девочка', 'male', '?'].map(readSex)).toEqual(['m', 'f', 'f', 'm', null]);
  expect(
    [
      'выполнено',
      'проведено',
      'не проведено',
      'отменено',
      'не состоялось',
      'да',
      'нет',
      'перенесено',
    ].map(readHeld),
  ).toEqual([true, true, false, false, false, true, false, false]);
});
