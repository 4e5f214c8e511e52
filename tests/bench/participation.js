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
