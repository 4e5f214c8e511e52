import { describe, expect, test } from 'vitest';
import type { CellValue } from '#lib/model/sheet.ts';
import { read } from './read-table.fixture.ts';

const headings = ['ФИО', 'Класс', 'Мероприятие', 'Дата', 'Результат'];

describe('several people in one row', () => {
  test.each<[string, CellValue, CellValue, readonly string[], readonly (string | null)[]]>([
    ['lines', 'Агеева Анна\nБобров Илья', '5А', ['агеева анна', 'бобров илья'], ['5А', '5А']],
    [
      'commas and classes of their own',
      'Агеева Анна (5А), Бобров Илья (7Б)',
      null,
      ['агеева анна', 'бобров илья'],
      ['5А', '7Б'],
    ],
    [
      'numbers',
      '1. Агеева Анна 2. Бобров Илья',
      '5А',
      ['агеева анна', 'бобров илья'],
      ['5А', '5А'],
    ],
    ['one name with its class', 'Агеева Анна, 5А', null, ['агеева анна'], ['5А']],
  ])('%s', (_what, name, named, keys, classes) => {
    const { records } = read(headings, [[name, named, 'Конкурс «Радуга»', '12.09.2025', 'призёр']]);
    expect(records.participation).toMatchObject({
      key: [...keys].map((key) => key.split(' ').toSorted().join(' ')),
      class: classes,
    });
  });

  test.each<[string, number, string | null]>([
    ['Учащиеся 5А (25 чел.)', 25, '5А'],
    ['Команда 7Б, 6 человек', 6, '7Б'],
  ])('«%s» is a count of the event', (name, n, named) => {
    const { records } = read(headings, [
      ['Агеева Анна', '5А', 'Поход', '12.09.2025', null],
      [name, null, 'Поход', '12.09.2025', null],
    ]);
    expect(records.headcount).toMatchObject({ n: [n], class: [named], title: ['Поход'] });
    expect(records.participation?.key).toEqual(['агеева анна']);
  });

  test('a team that says no number waits in quarantine', () => {
    const { reading } = read(headings, [
      ['Агеева Анна', '5А', 'Поход', '12.09.2025', null],
      ['команда', '5А', 'Поход', '12.09.2025', null],
    ]);
    expect(reading.issues.map(({ code }) => code)).toEqual(['name-missing']);
  });
});

describe('times without days', () => {
  const around = { title: ['Участие в 2025/2026 учебном году'] };
  test.each<[string, readonly (number | null)[]]>([
    ['II четверть', [2, null]],
    ['в течение года', [null, null]],
    ['ежемесячно', [null, null]],
    ['1 полугодие', [1, 20332]],
    ['октябрь', [1, 20362]],
  ])('«%s»', (date, [term, starts]) => {
    const { records } = read(headings, [['Агеева Анна', '5А', 'Конкурс', date, 'призёр']], around);
    expect(records.participation).toMatchObject({
      school_year: [2025],
      term: [term],
      starts: [starts],
      exact: [false],
    });
  });
});

test('a list of a club’s members needs no more than a year', () => {
  const { reading, records } = read(
    ['№', 'Фамилия, имя', 'Класс'],
    [
      [1, 'Агеева Анна', '5А'],
      [2, 'Бобров Илья', '6Б'],
    ],
    { title: ['Список обучающихся кружка «Робототехника» на 2025-2026 учебный год'] },
  );
  expect(reading.kind).toBe('participation');
  expect(records.participation).toMatchObject({
    title: ['Робототехника', 'Робототехника'],
    event_kind: ['club', 'club'],
    school_year: [2025, 2025],
    term: [null, null],
  });
});

test('hours by months fall into the terms of the year', () => {
  const { reading, records } = read(
    ['ФИО', 'Класс', 'Сентябрь', 'Октябрь', 'Ноябрь', 'Итого'],
    [
      ['Агеева Анна', '8А', 2, '1,5', null, '3,5'],
      ['Бобров Илья', '8А', null, '30 мин', 4, '4,5'],
    ],
    { title: ['Учёт волонтёрских часов, 2025/2026 учебный год'] },
  );
  expect(reading.kind).toBe('volunteering');
  expect(records.volunteering).toMatchObject({
    hours: [2, 1.5, 0.5, 4],
    term: [1, 1, 1, 2],
    col: [2, 3, 3, 4],
  });
});

test('counts are read out of words, and several classes are no mistake', () => {
  const { reading, records } = read(
    ['Мероприятие', 'Дата', 'Класс', 'Количество участников'],
    [
      ['День науки', '12.09.2025', '5А, 5Б', '100: 25 35 15 25'],
      ['День книги', '15.09.2025', '5–7 классы', 'Учащиеся (48 чел.)'],
      ['День школы', '16.09.2025', '5А', '25 чел.'],
    ],
  );
  expect(reading.kind).toBe('headcount');
  expect(reading.counts.quarantined).toBe(0);
  expect(records.headcount).toMatchObject({ n: [100, 48, 25], class: [null, null, '5А'] });
});

test('a row that calls itself a total is set aside in every kind', () => {
  const roll = read(
    ['ФИО', 'Класс', 'Пол'],
    [
      ['Агеева Анна', '5А', 'ж'],
      ['Итого по классу', '5А', null],
    ],
    { file: 'Списки классов 2025-2026.xlsx' },
  );
  expect(roll.reading.counts.setAside.total).toBe(1);
  const counts = read(
    ['Мероприятие', 'Дата', 'Количество участников'],
    [
      ['Поход', '12.09.2025', 20],
      ['Всего', null, 20],
      ['Итоговая линейка', '22.05.2026', 300],
    ],
  );
  expect(counts.reading.counts).toMatchObject({ accepted: 2, quarantined: 0 });
});

test('statements that speak of events and clubs are questions of a survey', () => {
  const answers = ['да', 'скорее да', 'нет', 'скорее нет'];
  const { reading, records } = read(
    [
      'Отметка времени',
      'Ваш класс',
      'Я участвую в мероприятиях школы',
      'Считаешь ли ты интересными дела класса?',
    ],
    answers.map((answer, at) => [`01.10.2025 10:0${at}:00`, '5А', answer, answers[3 - at] ?? '']),
  );
  expect(reading.kind).toBe('survey');
  expect(records.survey?.value).toHaveLength(8);
});

test('a protocol of the olympiad of all schools names its event in the title', () => {
  const { reading, records } = read(
    ['№', 'Фамилия', 'Имя', 'Класс', 'Предмет', 'Дата', 'Балл', 'Статус участника'],
    [
      [1, 'Агеева', 'Анна', '9А', 'Химия', '12.10.2025', 45, 'призёр'],
      [2, 'Бобров', 'Илья', '9Б', 'Физика', '14.10.2025', 35, 'участник'],
    ],
    { title: ['Протокол школьного этапа всероссийской олимпиады школьников'] },
  );
  expect(reading.kind).toBe('participation');
  expect(records.participation).toMatchObject({ event_kind: ['Химия', 'Физика'], term: [1, 1] });
});
