/**
 * One kind of event: its name in titles and in the «форма» column, how often it occurs, its hours.
 * @typedef {object} Kind
 * @property {string} prefix
 * @property {string} kind
 * @property {boolean} competitive
 * @property {number} weight
 * @property {[number, number] | null} hours
 */

/** @type {Record<string, Kind>} */
const kinds = {
  research: {
    prefix: 'Конкурс исследовательских работ',
    kind: 'конкурс',
    competitive: true,
    weight: 2,
    hours: null,
  },
  contest: { prefix: 'Конкурс', kind: 'конкурс', competitive: true, weight: 3, hours: null },
  olympiad: { prefix: 'Олимпиада', kind: 'олимпиада', competitive: true, weight: 2, hours: null },
  festival: {
    prefix: 'Конкурс-фестиваль',
    kind: 'фестиваль',
    competitive: true,
    weight: 2,
    hours: null,
  },
  conference: {
    prefix: 'Научно-практическая конференция',
    kind: 'конференция',
    competitive: true,
    weight: 2,
    hours: null,
  },
  tournament: { prefix: 'Турнир', kind: 'турнир', competitive: true, weight: 2, hours: null },
  excursion: {
    prefix: 'Экскурсия',
    kind: 'экскурсия',
    competitive: false,
    weight: 3,
    hours: [2, 6],
  },
  workshop: {
    prefix: 'Мастер-класс',
    kind: 'мастер-класс',
    competitive: false,
    weight: 3,
    hours: [2, 3],
  },
  lecture: { prefix: 'Лекция', kind: 'лекция', competitive: false, weight: 2, hours: [1, 2] },
  meeting: { prefix: 'Встреча', kind: 'встреча', competitive: false, weight: 2, hours: [1, 2] },
  club: { prefix: 'Кружок', kind: 'кружок', competitive: false, weight: 2, hours: [8, 18] },
  lesson: {
    prefix: 'Интерактивный урок',
    kind: 'урок',
    competitive: false,
    weight: 2,
    hours: [1, 2],
  },
  concert: { prefix: 'Концерт', kind: 'концерт', competitive: false, weight: 2, hours: [1, 3] },
  play: { prefix: 'Спектакль', kind: 'спектакль', competitive: false, weight: 2, hours: [2, 3] },
  exhibition: {
    prefix: 'Выставка',
    kind: 'выставка',
    competitive: false,
    weight: 2,
    hours: [1, 2],
  },
  volunteering: {
    prefix: 'Волонтёрская акция',
    kind: 'волонтёрская акция',
    competitive: false,
    weight: 3,
    hours: [2, 6],
  },
  openday: {
    prefix: 'День открытых дверей',
    kind: 'день открытых дверей',
    competitive: false,
    weight: 3,
    hours: [2, 4],
  },
  practice: {
    prefix: 'Практикум',
    kind: 'практикум',
    competitive: false,
    weight: 3,
    hours: [2, 6],
  },
  school: {
    prefix: 'Сезонная школа',
    kind: 'школа',
    competitive: false,
    weight: 2,
    hours: [6, 18],
  },
};

/** @type {Record<string, { kinds: string[], topics: string[] }>} */
const repertoire = {
  nature: {
    kinds: ['research', 'olympiad', 'excursion', 'workshop', 'club', 'lecture', 'tournament'],
    topics: [
      'Живая капля',
      'Лесные тропы',
      'Юный эколог',
      'Физика вокруг нас',
      'Звёздный час астронома',
      'Химия без секретов',
      'Камни рассказывают',
      'Птицы нашего края',
      'Чистая вода',
      'Робот на службе',
    ],
  },
  literature: {
    kinds: ['contest', 'festival', 'workshop', 'club', 'meeting', 'lesson'],
    topics: [
      'Живое слово',
      'Строки о родном озере',
      'Проба пера',
      'Сказки старого причала',
      'Чтецкий марафон',
      'Моя первая повесть',
      'Перо и чернила',
      'Ёлка в стихах',
      'Книга на вырост',
    ],
  },
  pedagogy: {
    kinds: ['contest', 'workshop', 'club', 'lesson', 'conference', 'meeting'],
    topics: [
      'Я — вожатый',
      'Школьная газета за день',
      'Медиаграмота',
      'Урок ведут старшие',
      'Юный педагог',
      'Голос лицея',
      'Репортаж с места',
      'Наставник рядом',
    ],
  },
  aesthetic: {
    kinds: ['excursion', 'exhibition', 'concert', 'lecture', 'workshop', 'play'],
    topics: [
      'Цвет и тишина',
      'Вечер камерной музыки',
      'Узоры северных сёл',
      'Красота в деталях',
      'Театр за кулисами',
      'Весенний вернисаж',
      'Музыка воды',
    ],
  },
  moral: {
    kinds: ['volunteering', 'volunteering', 'meeting', 'lesson', 'contest', 'lecture'],
    topics: [
      'Тёплые ладони',
      'Ветеран живёт рядом',
      'Добрая суббота',
      'Память улиц',
      'Письмо солдату',
      'Чистый берег',
      'Корзина добра',
      'Семейный альбом',
      'Помоги соседу',
    ],
  },
  art: {
    kinds: ['contest', 'festival', 'workshop', 'club', 'concert', 'exhibition'],
    topics: [
      'Краски Светлоозёрска',
      'Волшебная глина',
      'Танцевальная весна',
      'Хоровое утро',
      'Бумажный город',
      'Кукольных дел мастера',
      'Рождественский фонарь',
      'Голоса двора',
    ],
  },
  culture: {
    kinds: ['excursion', 'lecture', 'lesson', 'play', 'exhibition', 'volunteering', 'olympiad'],
    topics: [
      'Улицами старого города',
      'Музейная ночь',
      'История одной вещи',
      'Город на озере',
      'Тайны архива',
      'Библиосумерки',
      'Купеческий Светлоозёрск',
      'Ремёсла и люди',
    ],
  },
  information: {
    kinds: ['openday', 'meeting', 'lecture', 'excursion'],
    topics: [
      'Профессии завтрашнего дня',
      'Студент на один день',
      'Куда поступать',
      'Кафедра изнутри',
      'Инженерные классы',
    ],
  },
  method: {
    kinds: ['lecture', 'workshop', 'conference', 'school', 'olympiad'],
    topics: [
      'Как писать проект',
      'Первые шаги в науке',
      'Исследование от гипотезы до вывода',
      'Язык науки',
      'Статистика для всех',
    ],
  },
  practice: {
    kinds: ['practice', 'school', 'tournament', 'olympiad', 'research', 'club'],
    topics: [
      'Лаборатория выходного дня',
      'Инженерный старт',
      'Биохимия в пробирке',
      'Код и датчик',
      'Полевая практика',
      'Цифровой чертёж',
    ],
  },
};

/**
 * Kinds of events a direction offers.
 * @param {string} direction
 */
export function listKinds(direction) {
  return (repertoire[direction]?.kinds ?? []).map((key) => {
    const kind = kinds[key];
    if (!kind) throw new RangeError(`No kind ${key}`);
    return kind;
  });
}

/**
 * Topics a direction's titles are made of.
 * @param {string} direction
 */
export function listTopics(direction) {
  return repertoire[direction]?.topics ?? [];
}
