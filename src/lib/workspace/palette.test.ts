import { describe, expect, it } from 'vitest';
import { findEntries, type PaletteEntry } from './palette.ts';

const entry = (label: string, ...words: string[]): PaletteEntry => ({
  id: label,
  kind: 'measure',
  label,
  words,
  run: () => undefined,
});
const entries = [
  entry('Обзор', 'Overview'),
  entry('Методика', 'Methods'),
  entry('Охват', 'Reach'),
  entry('Охват по направлениям', 'Reach by direction'),
  entry('Учёт повторного охвата', 'Repeated reach'),
  entry('Музей «Берёзовая роща»'),
  entry('ГБПОУ "Колледж № 7"'),
  entry('Lyceum of Physics'),
];
const found = (typed: string) => findEntries(entries, typed).map(({ label }) => label);

describe('findEntries', () => {
  it('gives everything, in its order, where nothing is typed', () => {
    expect(found('  ')).toEqual(entries.map(({ label }) => label));
    expect(found('(«')).toHaveLength(entries.length);
    expect(findEntries(entries, '', 3)).toHaveLength(3);
  });

  it('puts the whole name first, then its beginning, then words inside', () => {
    expect(found('охват')).toEqual(['Охват', 'Охват по направлениям', 'Учёт повторного охвата']);
  });

  it.each([
    ['березовая', 'Музей «Берёзовая роща»'],
    ['БЕРЁЗОВАЯ', 'Музей «Берёзовая роща»'],
    ['учет', 'Учёт повторного охвата'],
    ['Музей «Берёзовая роща»', 'Музей «Берёзовая роща»'],
    ['роща музей', 'Музей «Берёзовая роща»'],
    ['колледж №7', 'ГБПОУ "Колледж № 7"'],
    ['berezovaya', 'Музей «Берёзовая роща»'],
    ['metodika', 'Методика'],
    ['methods', 'Методика'],
    ['j,pjh', 'Обзор'],
    ['щмукмшуц', 'Обзор'],
    ['днсугь', 'Lyceum of Physics'],
    ['мтдк', 'Методика'],
    ['охв напр', 'Охват по направлениям'],
  ])('«%s» finds «%s» first', (typed, label) => {
    expect(found(typed)[0]).toBe(label);
  });

  it.each(['ъъъ', 'zzz', '\\', '[а-я]+'])('finds nothing for «%s»', (typed) => {
    expect(found(typed)).toEqual([]);
  });
});
