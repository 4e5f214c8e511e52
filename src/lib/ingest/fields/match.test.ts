import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { en } from '#lib/i18n/en/catalogue.ts';
import { ru } from '#lib/i18n/ru/catalogue.ts';
import type { CellValue } from '#lib/model/sheet.ts';
import { defaultProgramme } from '#lib/programme/default.ts';
import { Lexicon } from '../lexicon.ts';
import { assignBest } from './assign.ts';
import { fieldIds, fields, type FieldId } from './catalogue.ts';
import { scoreHeading } from './likeness.ts';
import { judgeColumns, matchFields } from './match.ts';
import { tableOf } from '../table-of.fixture.ts';

const lexicon = new Lexicon(defaultProgramme);

function match(
  headings: readonly string[],
  rows: readonly (readonly CellValue[])[],
  fixed?: ReadonlyMap<string, FieldId | null>,
) {
  const table = tableOf(headings, rows);
  return matchFields(table, judgeColumns(table, lexicon), null, fixed).map(
    ({ field, confidence }) => [field, confidence],
  );
}

test('every field has a name in both languages', () => {
  const named: Record<FieldId, string> = ru.issues.fields;
  expect(Object.keys(named).toSorted()).toEqual([...fieldIds].toSorted());
  expect(Object.keys(en.issues.fields)).toEqual(Object.keys(named));
});

test('every known heading names its field first, whatever its case and trailing blanks', () => {
  const strayed = fieldIds.flatMap((id) =>
    fields[id].names.flatMap((name) => {
      const scores = scoreHeading(`${name.toUpperCase()}  `);
      const best = Math.max(...scores.values());
      return (scores.get(id) ?? 0) >= Math.min(best, 0.99) ? [] : [`${name} is no ${id}`];
    }),
  );
  expect(strayed).toEqual([]);
});

describe('headings nobody has listed', () => {
  const people = ['Агеева Анна', 'Бобров Илья', 'Вагин Пётр', 'Громова Яна'];
  test.each<[string, readonly CellValue[], FieldId]>([
    ['Фамилия и имя ученика (как в журнале)', people, 'student_name'],
    ['Кого отправляли', people, 'student_name'],
    [
      'К какому направлению программы относится мероприятие?',
      ['эстетическое', 'методическое', 'эстетическое', 'практическое'],
      'direction',
    ],
    [
      'Какого масштаба событие',
      ['школьный', 'региональный', 'школьный', 'муниципальный'],
      'event_level',
    ],
    ['Чем закончилось', ['призёр', 'участник', 'победитель', 'участник'], 'result'],
    ['Откуда ребёнок', ['5А', '7Б', '5А', '11В'], 'class'],
    [
      'Участие очное, заочное или дистанционное?',
      ['очно', 'заочно', 'очно', 'дистанционно'],
      'attendance_mode',
    ],
    ['Дата, когда прошло', ['12.09.2025', '14.10.2025', '01.11.2025', '02.12.2025'], 'event_date'],
  ])('«%s» is found', (heading, cells, field) => {
    const found = match(
      [heading, 'Название мероприятия'],
      cells.map((cell) => [cell, 'Конкурс «Радуга»']),
    );
    expect(found[0]?.[0]).toBe(field);
  });
});

test('a column goes to one field only, and the better heading wins it', () => {
  const found = match(
    ['ФИО участника', 'ФИО руководителя', 'Класс', 'Форма'],
    [
      ['Агеева Анна', 'Иванова Мария Петровна', '5А', 'очно'],
      ['Бобров Илья', 'Петрова Анна Ильинична', '5Б', 'заочно'],
      ['Вагин Пётр', 'Петрова Анна Ильинична', '5Б', 'заочно'],
    ],
  );
  expect(found).toEqual([
    ['student_name', 'exact'],
    ['teacher', 'exact'],
    ['class', 'exact'],
    ['attendance_mode', 'exact'],
  ]);
});

test('what the cells hold overrules a heading that they contradict', () => {
  const [first, second] = match(
    ['Класс', 'Участник'],
    [
      ['Агеева Анна', '5А'],
      ['Бобров Илья', '7Б'],
      ['Вагин Пётр', '7В'],
    ],
  );
  expect(second?.[0]).toBe('class');
  expect(first?.[0]).not.toBe('class');
});

test('a column of places is not taken for people', () => {
  const found = match(
    ['Название', 'Адрес', 'Административный округ'],
    [
      ['Музей часов', 'ул. Садовая, д. 7', 'Центральный АО'],
      ['Музей хлеба', 'ул. Лесная, д. 2', 'Северный АО'],
      ['Школа искусств № 4', 'ул. Новая, д. 11', 'Западный АО'],
    ],
  );
  expect(found[2]?.[0]).not.toBe('student_name');
});

test('personal identifiers are recognised, by heading or by look', () => {
  const found = match(
    ['ФИО', 'Номер сертификата', 'Связь', 'Куда писать'],
    [
      ['Агеева Анна', '1234567890', '+7 912 345-67-89', 'anna@example.org'],
      ['Бобров Илья', '1234567891', '8 (912) 345-67-80', 'ilya@example.org'],
      ['Вагин Пётр', '1234567892', '89123456781', 'petr@example.org'],
    ],
  );
  expect(found.slice(1).map(([field]) => field)).toEqual(['student_id', 'phone', 'email']);
});

test('a person’s correction stands over everything', () => {
  const found = match(
    ['ФИО', 'Дата', 'Что-то'],
    [['Агеева Анна', '01.09.2025', 'Конкурс']],
    new Map([
      ['что то', 'event_name'],
      ['дата', null],
    ]),
  );
  expect(found).toEqual([
    ['student_name', 'exact'],
    [null, 'recipe'],
    ['event_name', 'recipe'],
  ]);
});

test('hostile headings stay headings', () => {
  expect(
    match(['__proto__', 'constructor', ''], [['1', '2', null]]).map(([field]) => field),
  ).toEqual([null, null, null]);
});

function bestByTrial(
  scores: readonly (readonly number[])[],
  row = 0,
  used: ReadonlySet<number> = new Set(),
): number {
  if (row === scores.length) return 0;
  let best = bestByTrial(scores, row + 1, used);
  for (const [column, score] of (scores[row] ?? []).entries()) {
    if (!used.has(column))
      best = Math.max(best, score + bestByTrial(scores, row + 1, new Set([...used, column])));
  }
  return best;
}

test('the assignment is one to one and as good as the best of all trials', () => {
  const matrix = fc.integer({ min: 1, max: 5 }).chain((width) =>
    fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: width, maxLength: width }), {
      minLength: 1,
      maxLength: 5,
    }),
  );
  fc.assert(
    fc.property(matrix, (scores) => {
      const chosen = assignBest(scores);
      const taken = chosen.filter((column) => column !== null);
      expect(new Set(taken).size).toBe(taken.length);
      const total = chosen.reduce<number>(
        (sum, column, row) => sum + (column === null ? 0 : (scores[row]?.[column] ?? 0)),
        0,
      );
      expect(total).toBe(bestByTrial(scores));
    }),
  );
});
