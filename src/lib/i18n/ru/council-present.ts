/** A snapshot on a screen for many. Names of keys and buttons that the file has, too, stand in `snapshotFile.controls`. */
export const councilPresent = {
  title: 'Показать на совете',
  text: 'На весь экран, по одной странице. Видны только числа, прошедшие проверку.',
  open: 'Показать',
  failed: 'Показ не открылся. Снимок цел, попробуйте ещё раз.',
  screen: (place: string, title: string) => (place === '' ? title : `${place}: ${title}`),
  marks:
    'Стрелки ведут по отметкам, S выделяет отметку, Enter открывает её строку в таблице, Esc возвращает к странице.',
  rows: 'Стрелки вверх и вниз ведут по строкам, Enter показывает отметку на картинке.',
  toMark: (row: string) => `Показать на картинке: ${row}`,
  now: 'Сейчас',
};
