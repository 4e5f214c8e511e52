import { expect, test } from 'vitest';
import { defaultProgramme } from '#lib/programme/default.ts';
import { pairOf, type Decision } from '../../decision.ts';
import type { RecordSet } from '../../record.ts';
import { deedsOf, partnersOf } from '../records.fixture.ts';
import { deriveStar } from '../star.ts';

function derive(sets: readonly RecordSet[], decisions: readonly Decision[] = []) {
  const imports = sets.map((records, index) => ({ id: `import-${index}`, records }));
  const { star, report } = deriveStar(imports, defaultProgramme, decisions);
  return {
    partners: star.partner.name,
    matches: report.matches.filter(({ about }) => about === 'partner'),
  };
}
const named = (...names: string[]) =>
  deedsOf(
    names.map((partner, at) => ({ who: 'Ким Анна', at: '5А', on: `2025-09-${10 + at}`, partner })),
  );

test.each([
  ['ДДТ', 'МБУ ДО «Дом детского творчества»', 'acronym'],
  ['ДК «Маяк»', 'Дворец культуры «Маяк»', 'acronym'],
  ['ДШИ № 5', 'Детская школа искусств №5', 'acronym'],
  ['РГПУ им. Герцена', 'Российский гос. педагогический университет им. А. И. Герцена', 'acronym'],
  ['Дворец тврочества', '"Дворец творчества"', 'words-alike'],
  ['Дом учёных г. Пскова', 'Дом учёных', 'words-same'],
  ['Медиа-центр «Квант»', 'Медиацентр «Квант»', 'words-same'],
  ['Библиотека имени А. С. Пушкина', 'б-ка им. Пушкина', 'words-same'],
  ['Детская музыкальная школа № 2', 'Дет. муз. школа №2, МБУ ДО', 'words-same'],
  ['Библиотека им. Г. Тукая', 'Библиотека Тукая', 'words-same'],
])('%s is %s', (one, other, code) => {
  const { partners, matches } = derive([named(one, other)]);
  expect(matches.map(({ state, evidence }) => [state, evidence[0]?.code])).toEqual([
    ['made', code],
  ]);
  expect(partners).toHaveLength(1);
});

test.each([
  ['Школа № 5', 'Школа № 6'],
  ['Музей г. Казань', 'Музей г. Уфа'],
  ['Краеведческий музей', 'Художественный музей'],
  ['Театр кукол', 'Театр драмы'],
])('%s is not %s', (one, other) => {
  expect(derive([named(one, other)]).matches).toEqual([]);
});

test('a name that leaves words out is proposed, and an acronym of two is proposed to both', () => {
  const { partners, matches } = derive([
    named(
      'Планетарий «Орбита»',
      'Детский планетарий «Орбита»',
      'ДДТ',
      'Дом детского творчества',
      'Дворец детского творчества',
    ),
  ]);
  expect(partners).toHaveLength(5);
  expect(matches.map(({ state }) => state)).toEqual(['proposed', 'proposed', 'proposed']);
});

test('two names of one list stay apart unless somebody says otherwise', () => {
  const list = partnersOf([
    ['Дворец творчества', null],
    ['Дворец творчествa «Юность»', null],
    ['Дворец твoрчесва', null],
  ]);
  const apart = derive([list]);
  expect(apart.partners).toHaveLength(3);
  expect(apart.matches).toEqual([]);
  const said: Decision = {
    ...pairOf('partner', 'дворец творчества', 'дворец творчесва'),
    answer: 'same',
  };
  expect(derive([list], [said]).partners).toHaveLength(2);
});

test('a short name of the list is certain, and can be told apart', () => {
  const sets = [partnersOf([['Центр детского туризма «Азимут»', 'ЦДТур']]), named('ЦДТур')];
  const { partners, matches } = derive(sets);
  expect(partners).toEqual(['Центр детского туризма «Азимут»']);
  const [match] = matches;
  expect(match).toMatchObject({ state: 'made', likelihood: 1 });
  const said: Decision = {
    ...pairOf('partner', match?.a.key ?? '', match?.b.key ?? ''),
    answer: 'different',
  };
  const parted = derive(sets, [said]);
  expect(parted.partners).toHaveLength(2);
  expect(parted.matches.map(({ state }) => state)).toEqual(['different']);
});
