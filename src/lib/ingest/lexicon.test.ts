import { describe, expect, test } from 'vitest';
import { defaultProgramme } from '#lib/programme/default.ts';
import { Lexicon } from './lexicon.ts';

const lexicon = new Lexicon(defaultProgramme);
const weight = (list: readonly { id: string; weight: number }[], id: string | null) =>
  list.find((step) => step.id === id)?.weight ?? null;

describe('levels', () => {
  test.each([
    ['школьный', 1],
    ['Школьный уровень', 1],
    ['муниципальный', 2],
    ['Районный', 2],
    ['городской', 2],
    ['региональный', 3],
    ['Областной этап', 3],
    ['всероссийский', 4],
    ['федеральный', 4],
    ['Международный конкурс', 5],
    ['ВсОШ ШЭ', 1],
    ['МЭ', 2],
  ])('%s weighs %d', (text, points) => {
    expect(weight(defaultProgramme.levels, lexicon.level(text))).toBe(points);
  });
  test.each(['неясно', '???', 'синий'])('%s is unknown', (text) => {
    expect(lexicon.level(text)).toBeNull();
  });
});

describe('results', () => {
  test.each([
    ['участник', 1],
    ['Сертификат участника', 1],
    ['с 4 по 10 место', 1],
    ['5 место', 1],
    ['призёр', 2],
    ['Призер', 2],
    ['Лауреат 3 cтепени', 2],
    ['Лауреат II степени', 2],
    ['2', 2],
    ['III место', 2],
    ['дипломант', 2],
    ['победитель', 3],
    ['I место', 3],
    ['первое место', 3],
    ['Лауреат I степени', 3],
    ['1', 3],
    ['Гран-при', 4],
    ['ГРАН ПРИ', 4],
  ])('%s weighs %d', (text, points) => {
    expect(weight(defaultProgramme.results, lexicon.result(text))).toBe(points);
  });
  test.each(['см. протокол', 'уточняется', '???', 'не знаю', 'в работе'])(
    '%s is unknown',
    (text) => {
      expect(lexicon.result(text)).toBeNull();
    },
  );
});

describe('directions and blocks', () => {
  const direction = (text: string) =>
    defaultProgramme.directions
      .find(({ id }) => id === lexicon.direction(text))
      ?.name.ru.toLowerCase();
  test.each([
    ['Духовно – нравственное', 'духовно-нравственное'],
    ['духовно-нравственное воспитание', 'духовно-нравственное'],
    ['информационное', 'информационное'],
    ['Информационно-педагогическая', 'информационно-педагогическое'],
    ['Художественно-творческое направление', 'художественно-творческое'],
  ])('%s is %s', (text, name) => {
    expect(direction(text)).toBe(name);
  });
  test('a direction that only begins like two others is unknown', () => {
    expect(lexicon.direction('художественное')).toBeNull();
  });
  test.each([
    ['II', 'II'],
    ['Блок I', 'I'],
    ['блок 3', 'III'],
    ['учреждения культуры', 'II'],
  ])('%s is block %s', (text, id) => {
    expect(lexicon.block(text)).toBe(id);
  });
});
