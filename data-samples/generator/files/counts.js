/** @import { Headcount, SampleFile, SchoolEvent } from '../types.js' */
/** @import { Context } from './context.js' */
import { printSchoolYear, quarters } from '../calendar.js';
import { headcountYear } from '../headcounts.js';
import { printEventDate } from './columns.js';
import { createFile } from './context.js';
import { encodeBook } from './encode.js';
import { addLine, addRow, createSheet, printThousands } from './table.js';

/**
 * Participants counted by event and class, without names.
 * @param {Context} context
 * @returns {SampleFile}
 */
export function writeHeadcounts(context) {
  const random = context.createOwnRandom(60);
  const header = [
    '№',
    'Мероприятие',
    'Дата',
    'Направление',
    'Партнёр',
    'Уровень',
    'Класс',
    'Количество участников',
    'Победителей',
    'Призёров',
  ];
  const sheet = createSheet('Массовые мероприятия', [5, 42, 14, 28, 28, 16, 8, 14, 12, 12]);
  addLine(
    sheet,
    'title',
    `Количество участников массовых мероприятий, ${printSchoolYear(headcountYear)} уч. год`,
    header.length,
  );
  addRow(sheet, 'blank', []);
  addRow(sheet, 'header', header);
  /** @type {Map<SchoolEvent, Headcount[]>} */
  const byEvent = new Map();
  for (const row of context.school.headcounts) {
    byEvent.set(row.event, [...(byEvent.get(row.event) ?? []), row]);
  }
  let number = 0;
  let everyone = 0;
  const events = [...byEvent].sort((left, right) => left[0].start - right[0].start);
  for (const [event, rows] of events) {
    for (const row of rows) {
      number += 1;
      everyone += row.count;
      addRow(sheet, 'data', [
        number,
        event.title,
        printEventDate(event, 'cell'),
        event.direction.name,
        event.partner?.short ?? '',
        event.level,
        row.className,
        random.chance(0.08) ? `${row.count} чел.` : row.count,
        event.competitive ? row.winners : null,
        event.competitive ? row.prizes : null,
      ]);
    }
    if (number > 150 && number < 200) {
      addRow(
        sheet,
        'rejected',
        [
          null,
          event.title,
          { day: event.start },
          event.direction.name,
          event.partner?.short ?? '',
          event.level,
          '—',
          14,
        ],
        {
          reason: 'unknown-class',
          value: '—',
        },
      );
    }
    const sum = rows.reduce((total, row) => total + row.count, 0);
    addRow(sheet, 'total', [null, `Итого по мероприятию: ${sum} чел.`]);
  }
  addRow(sheet, 'total', [null, `ВСЕГО: ${printThousands(everyone)} чел.`]);
  return createFile({
    name: 'Массовые мероприятия 2025-2026, количество участников.xlsx',
    kind: 'headcounts',
    quarters: quarters.filter(({ year }) => year === headcountYear).map(({ key }) => key),
    layout:
      'event × class counts without names; «25 чел.» in some cells; a total row per event; six events are also known by name and two of those counts disagree',
    sheets: [sheet],
    bytes: encodeBook([sheet], 'xlsx'),
  });
}
