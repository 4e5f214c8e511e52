import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CellValue } from '#lib/model/sheet.ts';
import { defaultProgramme } from '#lib/programme/default.ts';
import { Lexicon } from './lexicon.ts';
import { fingerprintOf, type Recipe } from './recipe.ts';
import type { RecordSet } from './record.ts';
import type { Statement } from './repair.ts';
import { tableOf } from './table-of.fixture.ts';
import { openTable } from './table-reading.ts';

const lexicon = new Lexicon(defaultProgramme);

function read(
  headings: readonly string[],
  rows: readonly (readonly CellValue[])[],
  around: {
    title?: readonly string[];
    sheet?: string;
    file?: string;
    sections?: readonly (string | null)[];
    recipes?: readonly Recipe[];
    stated?: Statement['values'];
    dismissed?: readonly number[];
  } = {},
) {
  const records: RecordSet = {};
  const table = tableOf(headings, rows, around);
  const { reading } = openTable(
    {
      table,
      id: '0',
      fingerprint: fingerprintOf(table),
      headings,
      fileName: around.file ?? 'файл.xlsx',
      recipes: around.recipes ?? [],
      stated: around.stated ?? {},
      dismissed: new Set(around.dismissed),
    },
    lexicon,
    records,
  );
  return { reading, records };
}

const heading = ['ФИО', 'Класс', 'Мероприятие', 'Дата', 'Уровень', 'Направление', 'Результат'];
const good = [
  'Агеева Анна',
  '5А',
  'Конкурс «Радуга»',
  '12.09.2025',
  'школьный',
  'эстетическое',
  'призёр',
];

describe('kinds are told and read', () => {
  test('a roll by sheets takes class and year from the names around it', () => {
    const { reading, records } = read(
      ['№', 'Фамилия, имя', 'Пол', 'Дата рождения', 'Выбыл'],
      [
        [1, 'Агеева Анна', 'Ж', '10.08.2014', null],
        [2, 'Бобров Илья', 'М', '31.12.2013', '04.11.2025'],
      ],
      { sheet: '5А', file: 'Списки классов 2025-2026.xlsx' },
    );
    expect(reading.kind).toBe('roll');
    expect(records.roll).toMatchObject({
      class: ['5А', '5А'],
      grade: [5, 5],
      school_year: [2025, 2025],
      sex: ['f', 'm'],
      birth_year: [2014, 2013],
      left: [null, 20396],
    });
  });

  test('a participation keeps ids of the programme and its place in the file', () => {
    const { reading, records } = read(heading, [good]);
    expect(reading.kind).toBe('participation');
    const level = defaultProgramme.levels[0]?.id;
    expect(records.participation).toMatchObject({
      key: ['агеева анна'],
      class: ['5А'],
      school_year: [2025],
      term: [1],
      level: [level],
      exact: [true],
      sheet: [0],
      row: [1],
      col: [null],
    });
  });

  test('several names in one cell become several records with their column', () => {
    const { records } = read(heading, [['Агеева Анна; Бобров Илья\nВагин Пётр', ...good.slice(1)]]);
    expect(records.participation).toMatchObject({
      key: ['агеева анна', 'бобров илья', 'вагин петр'],
      row: [1, 1, 1],
      col: [0, 0, 0],
    });
  });

  test('sections give the class of the rows below them', () => {
    const { records } = read(
      ['ФИО', 'Мероприятие', 'Дата', 'Результат'],
      [
        ['Агеева Анна', 'Конкурс', '12.09.2025', 'призёр'],
        ['Бобров Илья', 'Конкурс', '12.09.2025', 'участник'],
      ],
      { sections: ['5 «А» класс', '7 «Б» класс'] },
    );
    expect(records.participation?.class).toEqual(['5А', '7Б']);
  });

  test('counts by level × result turn into a headcount a level', () => {
    const { reading, records } = read(
      [
        'Мероприятие',
        'Дата',
        'Класс',
        'Школьный / участников',
        'Школьный / победителей',
        'Муниципальный / участников',
        'Муниципальный / победителей',
      ],
      [
        ['Неделя науки', '08.09.2025', '7А', 25, 2, 5, 1],
        ['Неделя книги', '10.09.2025', '7Б', '20 чел.', 0, 0, 0],
      ],
    );
    expect(reading.kind).toBe('headcount');
    expect(records.headcount).toMatchObject({
      n: [25, 5, 20],
      n_winners: [2, 1, 0],
      class: ['7А', '7А', '7Б'],
      col: [3, 5, 3],
    });
    expect(new Set(records.headcount?.level).size).toBe(2);
  });

  test('a column of hours a term turns into hours by term', () => {
    const { reading, records } = read(
      ['ФИО', 'Класс', 'I четв.', 'II четв.', 'Всего'],
      [['Агеева Анна', '8А', '4,5', null, '4,5']],
      { title: ['Волонтёрские часы за 2023/2024 учебный год'] },
    );
    expect(reading.kind).toBe('volunteering');
    expect(records.volunteering).toMatchObject({
      hours: [4.5],
      term: [1],
      school_year: [2023],
      col: [2],
    });
  });

  test('both waves side by side are told by the upper floor of the heading', () => {
    const { records } = read(
      [
        'ФИО',
        'Класс',
        'Входная / Беглость',
        'Входная / Гибкость',
        'Итоговая / Беглость',
        'Итоговая / Гибкость',
      ],
      [
        ['Агеева Анна', '5А', 10, 11, 12, 13],
        ['Бобров Илья', '5А', 9, 'н', 12, 14],
      ],
      { title: ['Тест Торренса, 2024/2025 учебный год'] },
    );
    expect(records.assessment).toMatchObject({
      instrument: Array<string>(7).fill('torrance'),
      wave: ['pre', 'pre', 'post', 'post', 'pre', 'post', 'post'],
      scale: [
        'fluency',
        'flexibility',
        'fluency',
        'flexibility',
        'fluency',
        'fluency',
        'flexibility',
      ],
      score: [10, 11, 12, 13, 9, 12, 14],
    });
  });

  test('answers in words and on stated scales run from 0 to 1', () => {
    const { reading, records } = read(
      [
        'Отметка времени',
        'Класс',
        'Я горжусь лицеем',
        'Оцените настроение (1 — плохое, 7 — хорошее)',
        'Мне интересно',
      ],
      [
        ['01.10.2025 10:00:00', '5А', 'скорее согласен', 4, 5],
        ['01.10.2025 10:01:00', '5Б', 'совсем не согласен', 7, 1],
        ['01.10.2025 10:02:00', '5Б', 'полностью согласен', 1, 3],
      ],
      { file: 'Анкета (Ответы).csv' },
    );
    expect(reading.kind).toBe('survey');
    expect(records.survey?.value).toEqual([0.75, 0.5, 1, 0, 1, 0, 1, 0, 0.5]);
  });

  test('partners take their contract’s days from words', () => {
    const { reading, records } = read(
      [
        'Наименование организации',
        'Сокращённое наименование',
        'Блок',
        'Договор №',
        'Срок действия договора',
      ],
      [['МБУ ДО «Дворец творчества»', 'ДТ', 'I', '12/25', 'с 01.09.2023 по 31.08.2026']],
    );
    expect(reading.kind).toBe('partner');
    expect(records.partner).toMatchObject({
      partner: ['МБУ ДО «Дворец творчества»'],
      short: ['ДТ'],
      block: ['I'],
      starts: [19601],
      ends: [20696],
    });
  });

  test('a table of something else is told as unknown, not guessed', () => {
    const { reading, records } = read(
      ['Товар', 'Цена', 'Склад'],
      [
        ['Мел', 12.5, 'А'],
        ['Бумага', 300, 'Б'],
      ],
    );
    expect(reading.kind).toBeNull();
    expect(reading.issueCounts['kind-unknown']).toBe(1);
    expect(reading.counts).toMatchObject({ read: 2, accepted: 0, quarantined: 2 });
    expect(records).toEqual({});
  });
});

describe('what cannot be accepted says where and why', () => {
  test.each<[string, number, CellValue, string]>([
    ['no name', 0, null, 'name-missing'],
    ['a class that is none', 1, '13Щ', 'class-unknown'],
    ['a dash for a class', 1, '—', 'class-missing'],
    ['no event', 2, null, 'event-missing'],
    ['a date that no calendar has', 3, '31.09.2025', 'date-impossible'],
    ['a date that is none', 3, 'скоро', 'date-unknown'],
    ['a date outside the calendar', 3, '12.09.2019', 'period-unknown'],
    ['no date', 3, null, 'date-missing'],
    ['an unknown level', 4, 'сельский', 'level-unknown'],
    ['an unknown direction', 5, 'спортивное', 'direction-unknown'],
    ['an unknown result', 6, 'см. протокол', 'result-unknown'],
  ])('%s', (_what, column, cell, code) => {
    const rows = [
      good,
      good.with(column, cell as string),
      good.with(0, 'Бобров Илья'),
      good.with(0, 'Вагин Пётр'),
    ];
    const { reading } = read(heading, rows, { file: 'x.xlsx' });
    expect(reading.counts).toMatchObject({ read: 4, accepted: 3, quarantined: 1 });
    expect(reading.issues.map((issue) => ({ code: issue.code, at: issue.at }))).toEqual([
      { code, at: { sheet: 'Лист1', row: 2, column: code === 'date-missing' ? 3 : column } },
    ]);
  });

  test('missing optional values keep nothing out', () => {
    const { reading, records } = read(heading, [
      good,
      ['Бобров Илья', '5А', 'Конкурс «Радуга»', '12.09.2025', '–', null, 'н/д'],
    ]);
    expect(reading.counts).toMatchObject({ accepted: 2, quarantined: 0 });
    expect(records.participation).toMatchObject({
      direction: [expect.any(String), null],
      result: [expect.any(String), null],
    });
  });

  test('a repeated heading, a reply sent twice and a blank row are set aside by name', () => {
    const form = ['Отметка времени', ...heading];
    const { reading } = read(form, [
      ['01.10.2025 10:00:00', ...good],
      ['01.10.2025 10:00:09', ...good],
      form,
      form.map(() => null),
      ['01.10.2025 10:01:00', 'Бобров Илья', ...good.slice(1)],
    ]);
    expect(reading.counts.accepted).toBe(2);
    expect(reading.counts.setAside).toMatchObject({ duplicate: 1, 'repeated-header': 1, blank: 1 });
  });

  test('a recipe decides kind and fields for its layout only', () => {
    const headings = ['Кто', 'Что', 'Когда', 'Кл'];
    const rows = [
      ['А. Б.', 'Поход', '12.09.2025', '5А'],
      ['В. Г.', 'Поход', '12.09.2025', '5А'],
    ];
    const fingerprint = fingerprintOf(tableOf(headings, rows));
    const recipe: Recipe = {
      fingerprint,
      kind: 'participation',
      fields: { Кто: 'student_name', Что: 'event_name', Когда: 'event_date', Кл: null },
    };
    const { reading, records } = read(headings, rows, { recipes: [recipe] });
    expect(reading.kind).toBe('participation');
    expect(reading.matches.map(({ confidence }) => confidence)).toEqual([
      'recipe',
      'recipe',
      'recipe',
      'recipe',
    ]);
    expect(records.participation?.class).toEqual([null, null]);
    expect(fingerprintOf(tableOf(['Кто', 'Что', 'Когда', 'Класс'], rows))).not.toBe(fingerprint);
  });
});

describe('columns of a person’s own', () => {
  const headings = [...heading, 'Номер телефона', 'Кружок'];
  const rows = [
    [...good, '+7 900 000-00-00', 'хор'],
    [...good.with(0, 'Бобров Илья'), '+7 900 000-00-01', '—'],
  ];
  const fingerprint = fingerprintOf(tableOf(headings, rows));

  test('a personal identifier is reported as left out unless it is kept on purpose', () => {
    expect(read(headings, rows).reading.issueCounts['identifier-dropped']).toBe(1);
    const own = { 'номер телефона': { name: 'Телефон', dimension: false } };
    const kept = read(headings, rows, { recipes: [{ fingerprint, fields: {}, own }] });
    expect(kept.reading.issueCounts['identifier-dropped']).toBeUndefined();
    expect(kept.records.participation?.own?.[0]).toBe('{"Телефон":"+7 900 000-00-00"}');
  });

  test('what says that there is no value is no value', () => {
    const own = { Кружок: { name: '__proto__', dimension: true } };
    const { records } = read(headings, rows, { recipes: [{ fingerprint, fields: {}, own }] });
    expect(records.participation?.own).toEqual(['{"__proto__":"хор"}', null]);
  });
});

test('rows read = accepted + quarantined + set aside, whatever the cells hold', () => {
  const cell: fc.Arbitrary<CellValue> = fc.oneof(
    fc.constant(null),
    fc.constantFrom(
      '—',
      '',
      'н/д',
      '5А',
      '13Ж',
      'Агеева Анна',
      'призёр',
      '31.02.2026',
      '12.09.2025',
      'эстетическое',
      'ФИО',
      'Итого',
      '-5',
      '25 чел.',
      '<5',
    ),
    fc.string({ maxLength: 12 }),
    fc.double({ noNaN: true, min: -1e6, max: 1e6 }),
    fc.boolean(),
    fc.constant({ date: '2025-10-01' }),
    fc.constant({ error: '#N/A' }),
  );
  const headings = fc.shuffledSubarray(
    [
      'ФИО',
      'Класс',
      'Мероприятие',
      'Дата',
      'Результат',
      'Направление',
      'Количество участников',
      'Беглость',
      'Часы',
      'Партнёр',
      'Договор',
      'Отметка времени',
      'Вопрос 1',
      '__proto__',
    ],
    { minLength: 1 },
  );
  const table = headings.chain((names) =>
    fc.tuple(
      fc.constant(names),
      fc.array(fc.array(cell, { minLength: names.length, maxLength: names.length }), {
        maxLength: 12,
      }),
    ),
  );
  fc.assert(
    fc.property(table, ([names, rows]) => {
      const { reading, records } = read(names, rows);
      const aside = Object.values(reading.counts.setAside).reduce((sum, count) => sum + count, 0);
      expect(reading.counts.read).toBe(rows.length);
      expect(reading.counts.accepted + reading.counts.quarantined + aside).toBe(rows.length);
      const used = new Set(Object.values(records).flatMap((columns) => columns.row));
      expect(used.size).toBe(reading.counts.accepted);
    }),
    { numRuns: 300 },
  );
});

test('a directory of institutions is a list of partners, not of events', () => {
  const { reading } = read(
    ['Название', 'Адрес', 'Телефон', 'Электронная почта'],
    [
      ['Музей воды', 'Саринский проезд, 13', '(495) 276-01-02', 'voda@example.org'],
      ['Музей леса', '5-я Монетчиковская, 4', '(495) 276-01-03', 'les@example.org'],
    ],
  );
  expect(reading.kind).toBe('partner');
  expect(reading.counts.accepted).toBe(2);
});

test('ten thousand columns are read without understanding each', () => {
  const headings = Array.from({ length: 10_000 }, (_, index) => `Показатель участия ${index}`);
  const { reading } = read(
    ['ФИО', 'Класс', 'Мероприятие', 'Дата', ...headings],
    [[...good.slice(0, 4), ...headings.map((_, index) => index)]],
  );
  expect(reading.matches).toHaveLength(10_004);
  expect(reading.counts).toMatchObject({ read: 1, accepted: 1 });
});
