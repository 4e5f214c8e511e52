import { pluralRu } from '../plural.ts';

/** Sentences of a snapshot's slides, workbook and pictures. */
export const snapshotOffice = {
  continued: (title: string): string => `${title} (продолжение)`,
  dataOn: (day: string): string => `данные на ${day}`,
  madeOn: (day: string): string => `составлено ${day}`,
  chart: 'Диаграмма',
  /** Names of what stands on a slide, for those who move through it by keyboard. */
  layouts: { cover: 'Обложка', page: 'Страница' },
  parts: {
    title: 'Заголовок',
    chart: 'График',
    table: 'Таблица',
    text: 'Текст',
    source: 'Источник',
    footer: 'Выходные данные',
  },
  withheld: (hidden: string, all: string): string =>
    `Скрыто чисел: ${hidden} из ${all} — чтобы никого нельзя было узнать.`,
  allWithheld: 'Все числа здесь скрыты, чтобы никого нельзя было узнать.',
  /** What a place without a number says. */
  none: '—',
  noneMeans: (mark: string, reason: string): string => `—${mark} ${reason}`,
  noneUnknown: 'числа нет или оно скрыто',
  blankMeans: 'пусто — числа нет или оно скрыто',
  whiskersMean: 'усы — 95-процентный интервал',
  /** Heads of the columns behind the whiskers of a chart, in its workbook. */
  reaches: {
    down: (series: string): string => `${series}: от нижней границы до значения`,
    up: (series: string): string => `${series}: от значения до верхней границы`,
  },
  axisBroken: 'ось начинается не с нуля',
  rowsOf: (from: string, to: string, all: string): string => `Строки ${from}–${to} из ${all}`,
  notes: {
    selection: (whom: string): string => `О ком: ${whom}`,
    signs: (signs: string): string => `Обозначения: ${signs}`,
  },
  sheets: { contents: 'Содержание', about: 'О снимке' },
  contents: {
    number: '№',
    page: 'Страница',
    table: 'Таблица',
    about: 'Показатель, период, n',
    sheet: 'Лист',
    noTable: 'без таблиц',
  },
  about: {
    title: 'Откуда числа и как защищены ученики',
    snapshot: 'Снимок',
    school: 'Школа',
    period: 'Период',
    dataDay: 'Данные на',
    madeOn: 'Составлено',
    programme: 'Программа',
    programmeHash: 'Хеш программы (SHA-256)',
    sources: 'Файлы',
    source: (number: string): string => `Файл ${number}`,
    unnamed: 'без имени',
    fileCount: (count: number, shown: string): string =>
      `${shown} ${pluralRu(count, 'файл', 'файла', 'файлов')}`,
    andMore: (count: string): string => `и ещё ${count}`,
    numbers: 'Чисел в снимке',
    primary: 'Скрыто по правилам',
    secondary: 'Скрыто рядом с ними',
    statements: 'Учтено утверждений',
    sensitive: 'Защищено чисел',
    narrowest: 'Самый узкий промежуток',
    rules: 'Правила',
    worlds: 'Хеш свидетельств (SHA-256)',
    earlier: 'Прежние снимки',
    none: 'нет',
    hidden: (primary: string, secondary: string, all: string): string =>
      `Чисел в снимке: ${all}. Скрыто по правилам: ${primary}; рядом с ними, чтобы первые нельзя было вычислить: ${secondary}.`,
    nothingHidden: (all: string): string => `Скрывать ничего не пришлось: чисел в снимке ${all}.`,
    checked: (statements: string, sensitive: string, narrowest: string): string =>
      `Проверено утверждений снимка, прежних снимков и списков: ${statements}. Защищаемых чисел: ${sensitive}; у самого узкого из них не меньше ${narrowest} возможных значений.`,
    nothingSensitive: (statements: string): string =>
      `Проверено ${statements} утверждений снимка, прежних снимков и списков. Чисел, которые нужно защищать, среди них нет.`,
    least: (least: string, assessed: string): string =>
      `Не показаны группы меньше ${least} учеников, в психологических методиках — меньше ${assessed}.`,
    zeros: 'Не показано и то, что в группе не участвовал никто.',
    limits:
      'Проверка знает снимок, прежние снимки и списки классов. Того, что кто-то знает о детях лично, она знать не может.',
  },
};
