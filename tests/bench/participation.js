const syllables = [
  'ба',
  'ве',
  'ги',
  'до',
  'жу',
  'за',
  'ке',
  'ли',
  'мо',
  'ну',
  'па',
  'ре',
  'си',
  'то',
  'фу',
  'ша',
];
const names = ['Анна', 'Пётр', 'Лев', 'Арина', 'Ульяна', 'Глеб', 'Софья', 'Тимур', 'Вера', 'Марк'];
const directions = [
  'эстетическое',
  'художественно-творческое',
  'естественнонаучное',
  'практическое',
  'методическое',
];
const levels = ['школьный', 'муниципальный', 'региональный', 'всероссийский'];
const roles = ['участник', 'участник', 'организатор', 'волонтёр'];
const results = ['участник', 'призёр', 'победитель', 'лауреат II степени'];

const people = 60_000;

/** @param {readonly string[]} list @param {number} index */
const at = (list, index) => list[index % list.length] ?? '';

/** @param {number} person */
function nameOf(person) {
  let surname = '';
  for (let rest = person, place = 0; place < 4; place += 1, rest >>= 4)
    surname += at(syllables, rest % 16);
  return `${surname[0]?.toUpperCase()}${surname.slice(1)}нов ${at(names, person >> 3)}`;
}

/** @param {number} person */
const classOf = (person) => `${5 + (person % 7)}${at(['А', 'Б', 'В', 'Г'], person >> 2)}`;

/** The rolls of a city's schools of 60,000 pupils as «;» text in UTF-8. */
export function writeRoll() {
  const lines = Array.from(
    { length: people },
    (_, person) => `${nameOf(person)};${classOf(person)}`,
  );
  return ['ФИО;Класс', ...lines].join('\r\n');
}

/**
 * A participation spreadsheet of so many rows as «;» text in UTF-8: the size of a city, the same at every run.
 * @param {number} rows
 */
export function writeParticipation(rows) {
  const lines = ['ФИО;Класс;Мероприятие;Дата;Направление;Партнёр;Уровень;Результат'];
  for (let row = 0; row < rows; row += 1) {
    const person = (row * 7919) % people;
    const event = (row * 104_729) % 4_000;
    const day = String(1 + (event % 27)).padStart(2, '0');
    const month = String(1 + ((event >> 3) % 5)).padStart(2, '0');
    lines.push(
      [
        nameOf(person),
        classOf(person),
        `Конкурс № ${event}`,
        `${day}.${month}.2026`,
        at(directions, event),
        `Дворец творчества № ${event % 45}`,
        at(levels, event),
        at(results, row),
      ].join(';'),
    );
  }
  return lines.join('\r\n');
}

/** The headings of the rows of `wideRow`. */
export const wideHeading = [
  '№',
  'ФИО',
  'Класс',
  'Мероприятие',
  'Дата',
  'Направление',
  'Партнёр',
  'Уровень',
  'Результат',
  'Роль',
  'Часы',
  'Примечание',
];

/**
 * One row of twelve cells of a city's participation, of which no two are the same.
 * @param {number} row
 */
export function wideRow(row) {
  const person = (row * 7919) % people;
  const event = (Math.floor(row / people) * 233 + (person % 233)) % 4_000;
  const date = new Date(Date.UTC(2025, 8, 1) + ((event * 13) % 240) * 86_400_000);
  const [year, month, day] = date.toISOString().slice(0, 10).split('-');
  return [
    `${row + 1}`,
    nameOf(person),
    classOf(person),
    `Событие «${at(syllables, event)}${at(syllables, event >> 4)}» № ${event}`,
    `${day}.${month}.${year}`,
    at(directions, event),
    `Дом творчества № ${(event % 40) + 1}`,
    at(levels, event),
    at(results, row),
    at(roles, row >> 2),
    `${1 + (event % 4)},5`,
    `примечание ${row % 500}`,
  ];
}

/**
 * Rows of twelve cells as «;» text in UTF-8, some thousands at a time.
 * @param {number} rows
 */
export function* wideLines(rows) {
  const most = 20_000;
  yield `${wideHeading.join(';')}\r\n`;
  for (let from = 0; from < rows; from += most) {
    let text = '';
    for (let row = from; row < Math.min(rows, from + most); row += 1)
      text += `${wideRow(row).join(';')}\r\n`;
    yield text;
  }
}
