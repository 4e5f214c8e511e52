import { pluralRu } from '../plural.ts';

const files = (count: number, text: string): string =>
  `${text} ${pluralRu(count, 'файл', 'файла', 'файлов')}`;
const records = (count: number, text: string): string =>
  `${text} ${pluralRu(count, 'запись', 'записи', 'записей')}`;

/** Sentences of the command that makes a snapshot without the app. */
export const reporting = {
  colon: (head: string, text: string): string => `${head}: ${text}`,
  programme: {
    unread: (path: string, cause: string): string => `Программа не читается: ${path} (${cause}).`,
    wrong: (path: string): string => `Программа не принята: ${path}.`,
  },
  period: {
    unknown: (id: string, known: string): string =>
      `Периода «${id}» в программе нет. Есть: ${known}.`,
    untold: (id: string, known: string): string =>
      `О периоде «${id}» в файлах ничего нет. Есть записи о периодах: ${known}.`,
    none: 'Ни одна запись не относится ни к одному периоду программы: рассказывать не о чем. Проверьте периоды программы.',
  },
  unread: {
    returned: 'Это карантин другого файла; вернуть его можно только в приложении.',
    nothing:
      'Из файла не принято ни одной записи. Что в нём не так, скажет npm run check с этим файлом.',
    stopped: (count: number, text: string): string =>
      `Снимок не сделан: без этих данных (${files(count, text)}) он был бы неверным. Исправьте или уберите их, или повторите с --skip-unreadable.`,
    skipped: (count: number, text: string): string =>
      `Дальше без них (${files(count, text)}): снимок неполон.`,
  },
  passedOver: (count: number, text: string, list: string): string =>
    `Из папок не прочитано то, что не похоже на таблицы (${files(count, text)}): ${list}.`,
  source: (files: string, day: string): string => `Источник: ${files}, данные на ${day}`,
  noFiles: 'Нет ни одного файла с записями: снимок делать не из чего.',
  checking: (done: string, all: string): string => `Проверка: ${done} из ${all} малых чисел`,
  files: {
    title: 'Файлы',
    counted: (count: number, text: string, all: number, allText: string): string =>
      `${files(count, text)}, ${records(all, allText)}`,
    quarantined: (file: string, count: number, text: string): string =>
      `${file}: ${text} ${pluralRu(count, 'строка осталась', 'строки остались', 'строк осталось')} в карантине и не ${pluralRu(count, 'считается', 'считаются', 'считаются')}`,
    replaced: (file: string, by: string): string =>
      `${file}: не считается, новее него файл «${by}»`,
  },
  audit: 'Свидетельство',
  ledger: {
    unread: (path: string, cause: string): string =>
      `Реестр снимков не читается: ${path} (${cause}).`,
    foreign: (path: string): string =>
      `Это не реестр снимков этой программы: ${path}. Ничего не записано.`,
    none: 'не учтены. По двум снимкам вместе можно узнать больше, чем по каждому: если делитесь не одним, ведите реестр (--ledger ФАЙЛ)',
  },
  content: 'Контрольная сумма снимка (SHA-256)',
  place: (number: string, page: string, piece: string): string => `${number}. ${page} — ${piece}`,
  text: (role: string): string => `текст «${role}»`,
  names: (list: string): string => `Похоже на имена учеников в текстах снимка: ${list}.`,
  written: 'Записано',
  notWritten: (path: string, cause: string): string => `Не записано: ${path} (${cause}).`,
  failed: (cause: string): string => `Снимок не сделан, ничего не записано: ${cause}`,
};
