import { expect, test } from 'vitest';
import { countWords, expandWords } from './abbreviation.ts';

const words = countWords([
  'ответственный за проведение',
  'ответственный',
  'ответ на вопрос',
  'результат участия',
  'четверть',
  'учитель',
]);

test.each([
  ['отв. за пров.', 'ответственный за проведение'],
  ['рез-т', 'результат'],
  ['чет.', 'четверть'],
  ['уч-ль', 'учитель'],
  ['стр.', 'стр.'],
  ['онлайн', 'онлайн'],
])('«%s» is read as «%s»', (short, full) => {
  expect(expandWords(short, words)).toBe(full);
});
