import type { CalendarInput, CalendarYear } from './calendar-input.ts';
import { dayNumber, dayOf, weekday } from './day-number.ts';
import { exampleCounts } from './example-within.ts';

/** A school year of four terms in which events fall on some schooldays by a rule. */
function year(start: number, every: number): CalendarYear {
  const terms = [
    { starts: `${start}-09-01`, ends: `${start}-10-26` },
    { starts: `${start}-11-05`, ends: `${start}-12-30` },
    { starts: `${start + 1}-01-12`, ends: `${start + 1}-03-27` },
    { starts: `${start + 1}-04-06`, ends: `${start + 1}-05-26` },
  ];
  const days = terms.flatMap(({ starts, ends }) => {
    const [from, to] = [dayNumber(starts), dayNumber(ends)];
    return Array.from({ length: to - from + 1 }, (_, i) => from + i)
      .filter((number) => weekday(number) < 5 && number % every < 3)
      .map((number) => ({
        date: dayOf(number),
        events: 1 + (number % 13 === 0 ? 8 : number % 3),
        // Now and then one of them began the day before.
        began: (number % 13 === 0 ? 8 : number % 3) + Number(number % 7 > 0),
        participations: 10 + (number % 17),
      }));
  });
  return {
    label: exampleCounts.locale.format.schoolYear(start),
    first: `${start}-09-01`,
    last: `${start + 1}-05-31`,
    terms,
    days,
  };
}

/** Two school years of events, the later with more of them, and holidays between the terms. */
export const exampleDays: CalendarInput = {
  name: 'События по дням',
  years: [year(2025, 5), year(2024, 9)],
  values: exampleCounts.values,
  locale: exampleCounts.locale,
};
