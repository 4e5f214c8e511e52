import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hiddenName, hideNames } from './hide-names.ts';
import { NameBook } from './name-book.ts';

const book = new NameBook([
  { key: 'иванов петр', pseudonym: 'K7Q2M' },
  { key: 'смирнова анна|5а', pseudonym: 'AAAAA' },
  { key: 'смирнова анна|7б', pseudonym: 'BBBBB' },
  { key: 'петрова роза', pseudonym: 'R2R2R' },
]);
const text = (given: string) => hideNames(given, book, { isCell: false });
const cell = (given: string) => hideNames(given, book, { isCell: true });

describe('hideNames', () => {
  it.each([
    ['Иванов Пётр', 'K7Q2M'],
    ['Грамота Иванова Петра за победу', 'Грамота K7Q2M за победу'],
    ['Смирнова Анна, 5А', `${hiddenName}, 5А`],
    ['Иванов Пётр и Петрова Роза', 'K7Q2M и R2R2R'],
    ['Иванов Пётр Сергеевич, 7Б', 'K7Q2M, 7Б'],
  ])('says whose name it is where that is known: «%s»', (given, shown) => {
    expect(text(given)).toBe(shown);
  });

  it.each([
    ['Кузнецов Илья Андреевич', hiddenName],
    ['Куратор: Орлова М. В.', `Куратор: ${hiddenName}`],
    ['М. В. Орлова, 5А', `${hiddenName}, 5А`],
    ['Орлова Дарья — победитель', `${hiddenName} — победитель`],
  ])('hides whoever looks like a person: «%s»', (given, shown) => {
    expect(text(given)).toBe(shown);
    expect(hideNames(given, null, { isCell: false })).toBe(shown);
  });

  it.each(['Роза', 'Иванов', 'Андреевич', 'Смирнова'])('hides «%s» alone in a cell', (given) => {
    expect(cell(given)).toBe(hiddenName);
    expect(cell(` ${given} `)).toBe(` ${hiddenName} `);
  });

  it.each([
    'Роза ветров',
    'Охват за IV четверть 2025/26',
    'Дом Учёных, выставка',
    'Музей-квартира',
    'Блок II «Культура»',
    'Загрузка',
    '5А',
    'Московский Политех',
  ])('leaves «%s» as it is', (given) => {
    expect(text(given)).toBe(given);
    expect(cell(given)).toBe(given);
  });

  it('hides every cell that could be a name while nobody knows the pupils', () => {
    const shown = (given: string) => hideNames(given, null, { isCell: true });
    expect(shown('Абдуллоев Шахзод')).toBe(hiddenName);
    expect(shown('Анна')).toBe(hiddenName);
    expect(shown('Участие')).toBe('Участие');
  });

  it('leaves no word of a pupil of the book wherever the name stands', () => {
    const before = fc.constantFrom('', 'Победа: ', 'от ', '«', 'конец; ');
    const after = fc.constantFrom('', ', 7Б', '; конец', '\u00a0', '»');
    fc.assert(
      fc.property(before, after, fc.boolean(), fc.boolean(), (start, end, turned, isCell) => {
        const name = turned ? 'Пётр Иванов' : 'Иванов Пётр';
        const shown = hideNames(start + name + end, book, { isCell });
        expect(shown).toContain('K7Q2M');
        expect(shown).not.toMatch(/Иванов|П[её]тр/);
      }),
    );
  });
});
