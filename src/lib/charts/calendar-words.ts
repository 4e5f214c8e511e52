import {
  dayAt,
  type CalendarDay,
  type CalendarInput,
  type CalendarMark,
} from './calendar-input.ts';
import type { ChartWords } from './chart-form.ts';
import { dayNumber, weekday } from './day-number.ts';
import { countCell } from './outcome-words.ts';
import type { MarkedRow } from './table-behind.ts';

function eventWords({ locale }: CalendarInput, count: number): string {
  return locale.t.charts.calendar.events(count, locale.format.number(count));
}

function titleOf({ locale }: CalendarInput, { date }: CalendarMark): string {
  const day = locale.t.charts.calendar.weekdays[weekday(dayNumber(date))] ?? '';
  return `${locale.format.date(date)}, ${day}`;
}

function phrases(input: CalendarInput, mark: CalendarMark): string[] {
  const { calendar } = input.locale.t.charts;
  const day = dayAt(input, mark);
  if (!day) return [calendar.none];
  const { format } = input.locale;
  const people =
    day.began === day.events
      ? calendar.participations(day.participations, format.number(day.participations))
      : calendar.participationsOfBegun(day.participations, format.number(day.participations));
  return [
    eventWords(input, day.events),
    ...(day.began < day.events ? [calendar.began(day.began, format.number(day.began))] : []),
    ...(day.participations > 0 ? [people] : []),
  ];
}

/** How many events on how many days, in words. */
export function stateDays(input: CalendarInput): string {
  const days = input.years.flatMap((year) => year.days);
  const events = days.reduce((sum, day) => sum + day.began, 0);
  return input.locale.t.charts.calendar.size(eventWords(input, events), days.length);
}

function describe(input: CalendarInput): string {
  const { charts } = input.locale.t;
  const lead = charts.describe(charts.kinds.calendar, input.name, stateDays(input));
  const busiest = input.years
    .flatMap((year) => year.days)
    .reduce<CalendarDay | null>(
      (most, day) => (most && most.events >= day.events ? most : day),
      null,
    );
  if (!busiest) return lead;
  const date = input.locale.format.date(busiest.date);
  return `${lead} ${charts.calendar.busiest(date, eventWords(input, busiest.events))}`;
}

/** A row a day with events. */
function table(input: CalendarInput) {
  const { columns, network } = input.locale.t.charts;
  const { format } = input.locale;
  return {
    columns: [
      { head: columns.day, figure: false },
      { head: columns.period, figure: false },
      { head: columns.events, figure: true },
      { head: columns.began, figure: true },
      { head: network.heads.participations, figure: true },
    ],
    rows: input.years.flatMap(({ label, days }, series) =>
      days.map((day): MarkedRow<CalendarMark> => ({
        key: day.date,
        mark: { series, date: day.date },
        none: null,
        cells: [
          format.date(day.date),
          label,
          countCell(input, day.events),
          countCell(input, day.began),
          countCell(input, day.participations),
        ],
      })),
    ),
  };
}

/** What a calendar says to those who read it. */
export const calendarWords: ChartWords<CalendarInput, CalendarMark> = {
  describe,
  keys: ({ locale }) => locale.t.charts.keysDays,
  title: titleOf,
  phrases,
  lead: titleOf,
  table,
};
