/** Sentences of the palette that finds any screen, measure, partner, board or action. */
export const palette = {
  open: 'Найти',
  title: 'Найти и открыть',
  keys: 'Ctrl+K',
  placeholder: 'Экран, показатель, партнёр, доска, действие',
  close: 'Закрыть',
  list: 'Найденное',
  nothing: (typed: string): string => `Ничего не найдено: ${typed}`,
  found: (count: number): string => `Найдено: ${count}`,
  hint: 'Стрелки — выбрать, Enter — открыть, Esc — закрыть',
  kinds: {
    screen: 'Экраны',
    action: 'Действия',
    measure: 'Показатели',
    board: 'Доски',
    partner: 'Партнёры',
  },
  language: (name: string): string => `Язык: ${name}`,
  theme: (name: string): string => `Оформление: ${name.toLowerCase()}`,
  undo: 'Отменить последний шаг',
  redo: 'Вернуть отменённый шаг',
  failed: 'Поиск не открылся. Обновите страницу.',
};
