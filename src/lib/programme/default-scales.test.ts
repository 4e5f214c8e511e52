import { expect, it } from 'vitest';
import { foldText } from '#lib/i18n/fold.ts';
import { defaultLevels, defaultResults, defaultRoles } from './default-scales.ts';

function meaningOf(steps: typeof defaultLevels | typeof defaultRoles, text: string): string | null {
  const spelled = steps.find(({ name, synonyms }) =>
    [name.ru, name.en, ...synonyms].some((spelling) => foldText(spelling) === foldText(text)),
  );
  return spelled?.id ?? null;
}

it.each([
  ['Городской', 'municipal'],
  ['центровский', 'municipal'],
  ['областной', 'regional'],
  ['ВсОШ  РЭ', 'regional'],
  ['Федеральный', 'national'],
  ['Международный', 'international'],
  ['district', 'municipal'],
])('level «%s» is %s', (text, id) => {
  expect(meaningOf(defaultLevels, text)).toBe(id);
});

it.each([
  ['Лауреат 3 cтепени', 'third'],
  ['лауреат II степени', 'second'],
  ['Диплом I степени', 'winner'],
  ['1 место', 'winner'],
  ['призер', 'prize'],
  ['с 4 по 10 место', 'participant'],
  ['Сертификат участника', 'participant'],
  ['Гран-При', 'grand-prix'],
  ['дипломант', 'diploma'],
])('result «%s» is %s', (text, id) => {
  expect(meaningOf(defaultResults, text)).toBe(id);
});

it('spectators do not count as reached, volunteers do', () => {
  const counted = (text: string) =>
    defaultRoles.find(({ id }) => id === meaningOf(defaultRoles, text))?.counted;
  expect(counted('Зритель')).toBe(false);
  expect(counted('волонтер')).toBe(true);
});
