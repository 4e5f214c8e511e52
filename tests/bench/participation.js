const surnames = [
  'Иванов',
  'Петрова',
  'Ёлкин',
  'Белов-Орлов',
  'Сомова',
  'Гуров',
  'Чащина',
  'Ким',
  'Зорин',
  'Мартынова',
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

/**
 * A participation spreadsheet of so many rows as «;» text in UTF-8: the size of a city, the same at every run.
 * @param {number} rows
 */
export function writeParticipation(rows) {
  const lines = ['ФИО;Класс;Мероприятие;Дата;Направление;Партнёр;Уровень;Результат'];
  for (let row = 0; row < rows; row += 1) {
    const person = (row * 7919) % 60_000;
    const event = (row * 104_729) % 4_000;
    const name = `${at(surnames, person)}${at(['', 'ский', 'енко'], person >> 5)} ${at(names, person >> 3)} ${String.fromCodePoint(0x410 + (person % 28))}${person}ович`;
    const day = 1 + (event % 27);
    const month = 1 + ((event >> 3) % 5);
    lines.push(
      [
        name,
        `${5 + (person % 7)}${at(['А', 'Б', 'В', 'Г'], person >> 2)}`,
        `Конкурс № ${event}`,
        `${String(day).padStart(2, '0')}.${String(month).padStart(2, '0')}.2026`,
        at(directions, event),
        `Дворец творчества № ${event % 45}`,
        at(levels, event),
        at(results, row),
      ].join(';'),
    );
  }
  return lines.join('\r\n');
}

/** @param {readonly string[]} list @param {number} index */
const at = (list, index) => list[index % list.length] ?? '';
