import { pluralRu } from '../plural.ts';

const pupils = (count: number, text: string): string =>
  `${text} ${pluralRu(count, 'ученик', 'ученика', 'учеников')}`;

/** Sentences of the screen that compares two selections. */
export const contrasting = {
  tab: 'Сравнить',
  title: 'Сравнение A и B',
  lead: 'Два любых отбора на одной шкале и разница между ними: классы, блоки, периоды или те же ученики в разное время.',
  sideOf: { a: 'Отбор A', b: 'Отбор B' },
  time: 'Период',
  swap: 'Поменять A и B местами',
  yearBefore: 'Тот же период год назад',
  samePupils: 'Те же ученики',
  sameSelection: 'Отбор тот же, что у A: это те же ученики в другое время.',
  notMatchable:
    'Этих учеников не проследить: нужны два разных периода и показатель, который говорит о каждом ученике.',
  allPupils: 'Показать всех учеников',
  notDivisible: (side: string): string => `${side}: этот показатель так не отбирается.`,
  clear: 'Снять лишние отборы',
  noTimes: 'Для этих данных нет двух периодов, которые можно сравнить.',
  nobody: (side: string, reason: string): string => `${side}: числа нет — ${reason}.`,
  drop: (text: string): string => `Убрать условие «${text}»`,
  whole: 'все вместе',
  noDifference: (name: string): string => `${name}: разницы нет`,
  difference: (name: string, change: string): string => `${name}: B − A ${change}`,
  footings: {
    matched: (): string => 'На обеих сторонах одни и те же ученики: разница парная.',
    apart: (): string => 'Общих учеников нет: стороны сравниваются как независимые.',
    times: (count: number, text: string): string =>
      `Один отбор в два периода; ${pupils(count, text)} есть в обоих. Интервал посчитан так, будто это разные люди, и поэтому скорее широк. Чтобы проследить только общих, выберите «Те же ученики».`,
    overlap: (count: number, text: string): string =>
      count > 0
        ? `Группы пересекаются: ${pupils(count, text)} на обеих сторонах. Разница показана, но проверять её как разницу разных людей нельзя, поэтому интервала и q нет.`
        : 'Стороны не независимы, поэтому разница показана без интервала и q.',
  },
  family: (count: string): string => `q — с поправкой на число сравнений в таблице: ${count}.`,
  periods: (a: string, b: string): string => `A: ${a}; B: ${b}`,
  sideText: (time: string, selection: string): string =>
    selection === '' ? time : `${time}, ${selection}`,
  table: 'Разница B − A',
  columns: { member: 'Кто', a: 'A', b: 'B', change: 'B − A', q: 'q' },
};
