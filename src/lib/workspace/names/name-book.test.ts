import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findNames, NameBook } from './name-book.ts';

const bookOf = (keys: readonly string[]) =>
  new NameBook(keys.map((key) => ({ key, pseudonym: `№ ${key}` })));
const book = bookOf([
  'иванов петр',
  'иванова мария',
  'анна толстая',
  'дмитрий соколов',
  'павел ким',
  'ян лис',
  'алексей белый',
  'николай гоголь',
  'мария',
]);
const found = (text: string) => findNames(text, book).map((place) => place.text);

describe('findNames', () => {
  it.each([
    ['Грамота Иванова Петра за победу', ['Иванова Петра']],
    ['поручить Петру Иванову и Марии Ивановой', ['Петру Иванову', 'Марии Ивановой']],
    ['Анну Толстую поздравили', ['Анну Толстую']],
    ['с Соколовым Дмитрием', ['Соколовым Дмитрием']],
    ['у Павла Кима', ['Павла Кима']],
    ['Лису Яну', ['Лису Яну']],
    ['Алексея Белого, Николая Гоголя', ['Алексея Белого', 'Николая Гоголя']],
    ['Иванов П. занял первое место', ['Иванов П']],
    ['П. С. Иванов', ['П. С. Иванов']],
    ['Пётр Сергеевич Иванов', ['Пётр Сергеевич Иванов']],
    ['ИВАНОВ ПЁТР', ['ИВАНОВ ПЁТР']],
  ])('finds names in «%s»', (text, names) => {
    expect(found(text)).toEqual(names);
  });

  it.each([
    'Мария и другие',
    'Иванов день в лицее',
    'Иванов. Затем пришли все остальные, и Пётр тоже',
    'Охват блока II вырос: {{M01 of.class=иванов%20петр}}',
    'Белый зал, Алексеевская улица',
    '',
  ])('finds none in «%s»', (text) => {
    expect(found(text)).toEqual([]);
  });

  const surnames = ['иванов', 'петрова', 'смирнов', 'кузнецова', 'ким', 'белых'];
  const firsts = ['петр', 'мария', 'анна', 'олег', 'юлия', 'игорь'];
  const filler = fc.constantFrom('поздравили', 'совет решил', '7А', '—', 'наши ученики', '12 дел');

  it('finds every name as it is written, in either order, whatever stands around it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...surnames),
        fc.constantFrom(...firsts),
        fc.boolean(),
        filler,
        filler,
        (surname, first, turned, before, after) => {
          const own = bookOf([[first, surname].toSorted().join(' ')]);
          const name = (turned ? [surname, first] : [first, surname]).join(' ');
          const text = `${before} ${name.toUpperCase()} ${after}`;
          const places = findNames(text, own);
          expect(places.map((place) => place.text.toLowerCase())).toEqual([name]);
          for (const { from, to, text: written } of places) {
            expect(text.slice(from, to)).toBe(written);
          }
        },
      ),
    );
  });

  it('finds nothing where nobody of the book is named', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        expect(findNames(text, bookOf(['щукинъ евпраксия']))).toEqual([]);
      }),
    );
  });
});
