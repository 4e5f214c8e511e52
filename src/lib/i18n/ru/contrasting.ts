import { pluralRu } from '../plural.ts';

const pupils = (count: number, text: string): string =>
  `${text} ${pluralRu(count, 'ученик', 'ученика', 'учеников')}`;

/** Sentences of the screen that compares two selections. */
export const contrasting = {
  tab: 'Сравнить',
  title: 'Сравнение A и B',
  lead: 'Два любых отбора рядом, по нескольким показателям сразу: классы, блоки, периоды или те же ученики в разное время.',
  sideOf: { a: 'Отбор A', b: 'Отбор B' },
  controls: 'Что сравнивать',
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
  columns: { member: 'Кто', measure: 'Показатель', a: 'A', b: 'B', change: 'B − A', q: 'q' },
  tableName: 'Показатели в A и B',
  tableTitle: (count: number, stands: string, tested: string): string =>
    count === 0
      ? `Ни один из проверенных показателей (${tested}) не различается сильнее, чем мог дать случай`
      : `Различаются сильнее, чем мог дать случай: ${stands} из ${tested} проверенных показателей`,
  tableUntested: 'Показатели рядом; проверить разницу здесь нельзя',
  tableFamily: (count: string): string =>
    `q — с поправкой на число проверенных показателей: ${count}. Нажмите на показатель, чтобы рассмотреть его ниже, на значение — чтобы увидеть записи.`,
  draw: (name: string): string => `Показать крупно: ${name}`,
  behind: (name: string, side: string): string => `Записи: ${name}, ${side}`,
  behindMatched: 'Здесь записи всего отбора в этот период, не только общих учеников.',
  closeBehind: 'Закрыть записи',
  unfit: 'для такого отбора не считается',
};
