import { csv, type MadeFile } from './made-file.ts';

/** Pupils of a made school; every fourth name begins with Ё, and one is double. */
export const pupils = [
  'Абрамова Анна',
  'Белов-Орлов Пётр',
  'Волкова Вера',
  'Ёлкина Арина',
  'Григорьев Глеб',
  'Дмитриева Дарья',
  'Егоров Егор',
  'Ёжиков Артём',
  'Жукова Жанна',
  'Зайцев Захар',
  'Иванова Инна',
  'Ёршова Алёна',
  'Ким Лев',
  'Лебедева Лада',
  'Морозов Марк',
  'Новикова Нина',
  'Орлов Олег',
  'Павлова Полина',
  'Романов Роман',
  'Соколова Софья',
  'Тихонов Тимур',
  'Уварова Ульяна',
  'Фёдоров Фома',
  'Хохлова Христина',
  'Цветков Царь',
  'Чернова Чулпан',
  'Шилов Шамиль',
  'Щукина Эмма',
  'Юдин Юрий',
  'Яковлева Яна',
] as const;

const classOf = (index: number, grade: number): string => `${grade}${index < 15 ? 'А' : 'Б'}`;

/** The class roll of a school year with thirty pupils in two classes of one grade. */
function roll(schoolYear: string, grade: number): MadeFile {
  return csv(
    `Списки классов ${schoolYear}.csv`,
    'ФИО;Класс;Пол',
    ...pupils.map((name, index) => `${name};${classOf(index, grade)};${sexOf(name)}`),
  );
}

const sexOf = (name: string): string => (/а$|я$/.test(name.split(' ')[0] ?? '') ? 'ж' : 'м');

interface Event {
  readonly title: string;
  readonly date: string;
  readonly direction: string;
  readonly partner: string;
  readonly level: string;
  readonly who: (index: number) => boolean;
  readonly result: (index: number) => string;
}

function participations(name: string, grade: number, events: readonly Event[]): MadeFile {
  return csv(
    name,
    'ФИО;Класс;Мероприятие;Дата;Направление;Партнёр;Уровень;Результат',
    ...events.flatMap(({ title, date, direction, partner, level, who, result }) =>
      pupils.flatMap((pupil, index) =>
        who(index)
          ? [
              [
                pupil,
                classOf(index, grade),
                title,
                date,
                direction,
                partner,
                level,
                result(index),
              ].join(';'),
            ]
          : [],
      ),
    ),
  );
}

const participant = (): string => 'участник';

/** What is true of the made school, for what a journey expects to see. */
export const truth = {
  pupils: pupils.length,
  /** IV quarter 2025/26: all of 6А at the concert; every third pupil of both classes at the contest, six winners. */
  blockII: { x: 15, n: 30 },
  blockI: { x: 10, n: 30 },
  reach: { x: 20, n: 30 },
  classes: { '6А': { x: 15, n: 15 }, '6Б': { x: 5, n: 15 } },
  /** IV quarter 2024/25: every third pupil at the concert. */
  reachYearAgo: { x: 10, n: 30 },
  records: 25 + 10,
  /** Six winners and four participants of a municipal contest and fifteen participants of a school concert. */
  points: { winners: 5, others: 5 },
};

/** Two years of a small school: rolls and the participations of two quarters. */
export const school: MadeFile[] = [
  roll('2024-2025', 5),
  roll('2025-2026', 6),
  participations('Участие IV четверть 2024-2025.csv', 5, [
    {
      title: 'Концерт «Весна»',
      date: '10.04.2025',
      direction: 'эстетическое',
      partner: 'Музей города',
      level: 'школьный',
      who: (index) => index % 3 === 0,
      result: participant,
    },
  ]),
  participations('Участие IV четверть 2025-2026.csv', 6, [
    {
      title: 'Концерт «Весна»',
      date: '14.04.2026',
      direction: 'эстетическое',
      partner: 'Музей города',
      level: 'школьный',
      who: (index) => index < 15,
      result: participant,
    },
    {
      title: 'Конкурс чтецов',
      date: '21.04.2026',
      direction: 'художественно-литературное',
      partner: 'Дворец творчества',
      level: 'муниципальный',
      who: (index) => index % 3 === 0,
      result: (index) => (index % 6 === 0 ? 'победитель' : 'участник'),
    },
  ]),
];

/** A class teacher's sheet as it comes: a title, sections, totals, a signature, and seven rows of which five have a fault. */
export const messySheet = csv(
  'Участие 2025-2026.csv',
  'МБОУ «Лицей № 5»',
  'Участие обучающихся в мероприятиях, 2025-2026 учебный год',
  '',
  '№;ФИО;Класс;Мероприятие;Дата;Направление;Результат',
  'Музей города',
  '1;Ёлкина Арина;6А;Концерт «Весна»;14.04.2026;эстетическое;участник',
  '2;Белов-Орлов Пётр;6А;Концерт «Весна»;14.04.2026;эстетическое;призерр',
  '3;Ким Лев;6 В класс;Концерт «Весна»;14.04.2026;эстетическое;призерр',
  'Итого;3',
  'Дворец творчества',
  '4;Жукова Жанна;6Б;Конкурс чтецов;12.13.2025;художественно-литературное;призерр',
  '5;;6Б;Конкурс чтецов;13.12.2025;художественно-литературное;участник',
  '6;Зайцев Захар;6Б;Конкурс чтецов;31.09.2025;художественно-литературное;победитель',
  '7;Яковлева Яна;6Б;Конкурс чтецов;13.12.2025;художественно-литературное;победитель',
  'Итого;4',
  'Всего;7',
  '',
  'Ответственный: Петрова А. А. ____________',
);

/** The last file of the school as its author corrected it: a result less, a participant more, another one gone. */
export const correctedFile = participations('Участие IV четверть 2025-2026 (исправлено).csv', 6, [
  {
    title: 'Концерт «Весна»',
    date: '14.04.2026',
    direction: 'эстетическое',
    partner: 'Музей города',
    level: 'школьный',
    who: (index) => index > 0 && index < 16,
    result: participant,
  },
  {
    title: 'Конкурс чтецов',
    date: '21.04.2026',
    direction: 'художественно-литературное',
    partner: 'Дворец творчества',
    level: 'муниципальный',
    who: (index) => index % 3 === 0,
    result: (index) => (index > 0 && index % 6 === 0 ? 'победитель' : 'участник'),
  },
]);

/** What another teacher wrote about the concert, under a name of her own. */
export const otherReport = csv(
  'Отчёт музея, апрель 2026.csv',
  'Участник;Класс;Название мероприятия;Дата проведения;Итог',
  ...pupils.slice(3, 9).map((name) => `${name};6А;Школьный концерт «Весна»;14.04.2026;участник`),
);
