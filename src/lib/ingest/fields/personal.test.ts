import { describe, expect, test } from 'vitest';
import type { CellValue } from '#lib/model/sheet.ts';
import { defaultProgramme } from '#lib/programme/default.ts';
import { Lexicon } from '../lexicon.ts';
import { tableOf } from '../table-of.fixture.ts';
import { fieldOf } from './catalogue.ts';
import { judgeColumns, matchFields } from './match.ts';
import { isIdentifier, isPhone } from './personal.ts';

describe('telephone numbers', () => {
  test.each([
    '+7 912 345-67-89',
    '8 (912) 345-67-89',
    '89123456789',
    '9123456789',
    '(495) 276-01-02',
    '+44 20 7946 0958',
  ])('%s', (text) => {
    expect(isPhone(text)).toBe(true);
    expect(isIdentifier(text)).toBe(false);
  });
});

describe('numbers by which registers know a person', () => {
  test.each([
    '112-233-445 95',
    '57 08 123456',
    '5708 № 123456',
    'II-ВГ № 123456',
    '1234567890',
    '590123456789',
    '1234 5678 9012 3456',
  ])('%s', (text) => {
    expect(isIdentifier(text)).toBe(true);
  });
  test.each(['12', '2025', '12.09.2025', '5А', '№ 12', '1 234 567'])('not %s', (text) => {
    expect(isIdentifier(text)).toBe(false);
    expect(isPhone(text)).toBe(false);
  });
});

test.each<[heading: string, cells: readonly CellValue[]]>([
  ['Номер сертификата ПФДО', ['1234567890', '1234567891', '1234567892']],
  ['Сведения', ['112-233-445 95', '112-233-446 96', '112-233-447 97']],
  ['Документ ребёнка', ['II-ВГ № 123456', 'I-ВГ № 123457', 'V-ВГ № 123458']],
  ['Паспорт', ['5708 123456', '5708 123457', '5708 123458']],
  ['Как связаться', ['+7 912 345-67-89', '8 912 345-67-80', '89123456781']],
  ['Куда писать', ['anna@example.org', 'ilya@example.org', 'petr@example.org']],
  ['Страница ВКонтакте', ['vk.com/anna', 'https://vk.com/ilya', '@petr_v']],
  ['ФИО мамы', ['Агеева Ольга', 'Боброва Анна', 'Вагина Яна']],
  ['Домашний адрес', ['ул. Мира, 5', 'ул. Мира, 6', 'ул. Мира, 7']],
])('«%s» is left out as personal', (heading, cells) => {
  const names = ['Агеева Анна', 'Бобров Илья', 'Вагин Пётр'];
  const table = tableOf(
    ['ФИО', 'Класс', heading],
    cells.map((cell, at) => [names[at] ?? '', '5А', cell]),
  );
  const holdings = judgeColumns(table, new Lexicon(defaultProgramme));
  const match = matchFields(table, holdings)[2];
  expect(match?.field).not.toBeNull();
  expect(match?.field && fieldOf(match.field).personal).toBe(true);
});
