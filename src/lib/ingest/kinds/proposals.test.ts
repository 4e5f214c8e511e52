import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultProgramme } from '#lib/programme/default.ts';
import { readDate } from '#lib/sheets/values/date.ts';
import { readNumber } from '#lib/sheets/values/number.ts';
import { readClass } from '../class-name.ts';
import { Lexicon, type LexiconList } from '../lexicon.ts';
import { readPerson } from '../person-name.ts';
import { proposeMember } from './known-words.ts';
import { proposeClass, proposeDate, proposeName, proposeNumber } from './proposals.ts';

const lexicon = new Lexicon(defaultProgramme);

describe('dates', () => {
  test.each([
    ['12.13.2025', '13.12.2025', 'day-and-month-swapped'],
    ['31.09.2025', '30.09.2025', 'day-too-large'],
    ['30.02.2026', '28.02.2026', 'day-too-large'],
    ['15.10.0205', '15.10.2025', 'year-of-the-sheet'],
    ['15.10.2205', '15.10.2025', 'year-of-the-sheet'],
    ['15.10.205', '15.10.2025', 'year-of-the-sheet'],
    ['15.03.2052', '15.03.2026', 'year-of-the-sheet'],
    ['12.О9.2025', '12.09.2025', 'letters-alike'],
    ['l2.09.2025', '12.09.2025', 'letters-alike'],
  ])('«%s» → «%s»', (text, to, reason) => {
    expect(proposeDate(text, 2025)).toMatchObject({ to, reason });
  });
  test.each(['скоро', '45.10.2025', '12.09.2025', '13.13.2025', ''])('nothing for «%s»', (text) => {
    expect(proposeDate(text, 2025)).toBeNull();
  });
});

describe('numbers', () => {
  test.each([
    ['1О', '10', 'letters-alike'],
    ['2З', '23', 'letters-alike'],
    ['2,,5', '2,5', 'decimal-mark'],
    ['2 , 5', '2,5', 'decimal-mark'],
    ['около 25', '25', 'digits-in-text'],
    ['25 (из них девочек больше)', '25', 'digits-in-text'],
  ])('«%s» → «%s»', (text, to, reason) => {
    expect(proposeNumber(text)).toMatchObject({ to, reason });
  });
  test.each(['много', '12 и 13', '5А', '12.09.2025'])('nothing for «%s»', (text) => {
    expect(proposeNumber(text)).toBeNull();
  });
});

describe('classes', () => {
  test.each([
    ['5 А класс(а)', '5А'],
    ['А5', '5А'],
    ['V А', '5А'],
    ['пятый «А»', '5А'],
    ['5 А (углублённый)', '5А'],
    ['ученик 7-го Б', '7Б'],
  ])('«%s» → «%s»', (text, to) => {
    expect(proposeClass(text)).toMatchObject({ to, reason: 'class-form' });
  });
  test.each(['13Щ', '5А, 6Б', 'лицей', ''])('nothing for «%s»', (text) => {
    expect(proposeClass(text)).toBeNull();
  });
});

test('a name loses stray digits', () => {
  expect(proposeName('Иван0в Пётр')).toMatchObject({
    to: 'Иванов Пётр',
    reason: 'letters-alike',
  });
  expect(proposeName('Иванов Пётр 14')).toMatchObject({ to: 'Иванов Пётр' });
  expect(proposeName('???')).toBeNull();
  expect(proposeName('=HYPERLINK("http://example.org"')).toBeNull();
  expect(proposeName('@SUM(A1)')).toBeNull();
});

describe('members of the programme’s lists', () => {
  test.each<[string, LexiconList, string, string]>([
    ['призер3', 'result', 'призёр', 'one-letter'],
    ['Призерр', 'result', 'призёр', 'one-letter'],
    ['побeдитeль!', 'result', 'победитель', 'one-letter'],
    ['побед', 'result', 'победитель', 'known-name'],
    ['муниципальнный', 'level', 'муниципальный', 'one-letter'],
    ['эстетичиское', 'direction', 'эстетическое', 'one-letter'],
    ['огранизатор', 'role', 'организатор', 'one-letter'],
  ])('«%s» as a %s → «%s»', (text, list, to, reason) => {
    if (lexicon.find(list, text) === null)
      expect(proposeMember(text, list, lexicon)).toMatchObject({ to, reason });
    else expect(lexicon.find(list, text)).toBe(lexicon.find(list, to));
  });
  test.each<[string, LexiconList]>([
    ['см. протокол', 'result'],
    ['художественное', 'direction'],
    ['сельский', 'level'],
    ['', 'role'],
  ])('nothing for «%s» as a %s', (text, list) => {
    expect(proposeMember(text, list, lexicon)).toBeNull();
  });
});

test('whatever is proposed is read by the reader that could not read the cell', () => {
  const marred = fc
    .tuple(
      fc.constantFrom(
        '12.13.2025',
        '31.09.2025',
        '15.10.0205',
        '1О',
        '2,,5',
        'около 25',
        '5 А класс(а)',
        'А5',
        'Иван0в Пётр',
        'призер3',
        'муниципальный',
        'эстетическое',
        'победитель',
      ),
      fc.nat(20),
      fc.constantFrom('', '0', 'О', 'з', '.', ' ', '3', 'а', 'x'),
    )
    .map(([text, at, letter]) => text.slice(0, at) + letter + text.slice(at + 1));
  const lists: readonly LexiconList[] = ['level', 'result', 'role', 'direction', 'block'];
  fc.assert(
    fc.property(marred, (text) => {
      const date = proposeDate(text, 2025);
      if (date) expect(readDate(date.to)).toMatchObject({ starts: expect.any(String) as string });
      const number = proposeNumber(text);
      if (number) expect(readNumber(number.to)).not.toBeNull();
      const named = proposeClass(text);
      if (named) expect(readClass(named.to)?.text).toBe(named.to);
      const person = proposeName(text);
      if (person) expect(readPerson(person.to)).not.toBeNull();
      for (const list of lists) {
        const member = proposeMember(text, list, lexicon);
        if (member) expect(lexicon.find(list, member.to)).not.toBeNull();
      }
    }),
    { numRuns: 1000 },
  );
});
