import type { CalendarDay, CalendarInput, CalendarYear } from '../calendar-input.ts';
import type { Frame } from '../chart-form.ts';
import { dayNumber, dayOf, mondayOf, weekday } from '../day-number.ts';
import type { Box } from '../hatch.ts';

/** One day, in pixels. */
export interface PlacedDay {
  readonly year: number;
  readonly date: string;
  readonly box: Box;
  readonly day: CalendarDay | null;
  readonly isTerm: boolean;
}

/** Words beside the days: a school year, a month, a day of the week. */
export interface CalendarWord {
  readonly kind: 'year' | 'month' | 'weekday';
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** Where everything of a calendar lies, in pixels. */
export interface CalendarLayout {
  readonly height: number;
  readonly words: readonly CalendarWord[];
  /** Rows of days as the keyboard walks them. */
  readonly rows: readonly (readonly PlacedDay[])[];
  /** Days have room for the number of their events. */
  readonly hasNumbers: boolean;
  /** How many school years are left out. */
  readonly hidden: number;
}

const yearHeight = 24;
const monthHeight = 18;
const yearGap = 18;
const weekdayRoom = 26;
const leastStrip = 11;
const mostStrip = 20;

interface Days {
  readonly input: CalendarInput;
  readonly year: CalendarYear;
  readonly index: number;
  readonly known: ReadonlyMap<string, CalendarDay>;
}

function daysOf(input: CalendarInput, index: number): Days | null {
  const year = input.years[index];
  if (!year) return null;
  return { input, year, index, known: new Map(year.days.map((day) => [day.date, day])) };
}

function placeDay({ year, index, known }: Days, number: number, box: Box): PlacedDay {
  const date = dayOf(number);
  const isTerm = year.terms.some(({ starts, ends }) => starts <= date && date <= ends);
  return { year: index, date, box, day: known.get(date) ?? null, isTerm };
}

function weeksOf({ first, last }: CalendarYear): number {
  return (mondayOf(dayNumber(last)) - mondayOf(dayNumber(first))) / 7 + 1;
}

/** A school year as weeks side by side, seven days below each other. */
function layStrip(days: Days, top: number, cell: number) {
  const { input, year } = days;
  const { calendar } = input.locale.t.charts;
  const monday = mondayOf(dayNumber(year.first));
  const weeks = weeksOf(year);
  const start = top + yearHeight + monthHeight;
  const words: CalendarWord[] = [{ kind: 'year', text: year.label, x: 0, y: top + 11 }];
  [0, 2, 4, 6].forEach((row) => {
    const y = start + (row + 0.5) * cell;
    words.push({ kind: 'weekday', text: calendar.weekdays[row] ?? '', x: 0, y });
  });
  for (let week = 0; week < weeks; week += 1) {
    const numbers = Array.from({ length: 7 }, (_, row) => dayOf(monday + week * 7 + row));
    const opening = numbers.find((date) => date.endsWith('-01'));
    const isFirst = week === 0 && !opening;
    const nextOpens = numbers.some((date) => Number(date.slice(8)) > 21);
    const date = opening ?? (isFirst && !nextOpens ? numbers[0] : undefined);
    if (!date || date > year.last) continue;
    const text = calendar.months[Number(date.slice(5, 7)) - 1] ?? '';
    words.push({ kind: 'month', text, x: weekdayRoom + week * cell, y: start - 9 });
  }
  const size = cell - (cell > 14 ? 2 : 1.5);
  const rows = Array.from({ length: 7 }, (_, row) =>
    Array.from({ length: weeks }, (__, week) => {
      const box = {
        x: weekdayRoom + week * cell,
        y: start + row * cell,
        width: size,
        height: size,
      };
      return placeDay(days, monday + week * 7 + row, box);
    }),
  );
  return { words, rows, bottom: start + 7 * cell };
}

interface Month {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

function monthsOf({ input, year }: Days): Month[] {
  const { months } = input.locale.t.charts.calendar;
  const found: Month[] = [];
  const last = dayNumber(year.last);
  let from = dayNumber(year.first);
  while (from <= last) {
    const [y = 0, m = 1] = dayOf(from).split('-').map(Number);
    const to = Math.min(last, Math.round(Date.UTC(y, m, 0) / 86_400_000));
    found.push({ name: months[m - 1] ?? '', from, to });
    from = to + 1;
  }
  return found;
}

/** A school year as months, two in a row, each with its weeks below each other. */
function layMonths(days: Days, top: number, width: number) {
  const columns = 2;
  const gap = 18;
  const block = (width - gap) / columns;
  const cell = Math.min(24, block / 7);
  const words: CalendarWord[] = [{ kind: 'year', text: days.year.label, x: 0, y: top + 11 }];
  const rows: PlacedDay[][] = [];
  const months = monthsOf(days);
  let y = top + yearHeight;
  for (let at = 0; at < months.length; at += columns) {
    const pair = months.slice(at, at + columns);
    let tallest = 0;
    pair.forEach(({ name, from, to }, column) => {
      const x = column * (block + gap);
      words.push({ kind: 'month', text: name, x, y: y + 9 });
      const monday = mondayOf(from);
      const weeks = (mondayOf(to) - monday) / 7 + 1;
      tallest = Math.max(tallest, weeks);
      for (let week = 0; week < weeks; week += 1) {
        const row: PlacedDay[] = [];
        for (let i = 0; i < 7; i += 1) {
          const number = monday + week * 7 + i;
          if (number < from || number > to) continue;
          const box = {
            x: x + weekday(number) * cell,
            y: y + monthHeight + week * cell,
            width: cell - 2,
            height: cell - 2,
          };
          row.push(placeDay(days, number, box));
        }
        rows.push(row);
      }
    });
    y += monthHeight + tallest * cell + 12;
  }
  return { words, rows, bottom: y };
}

/** Lays school years out: weeks side by side where they have room, else months, of which only the latest year unless all are asked for. */
export function layCalendar(input: CalendarInput, frame: Frame): CalendarLayout {
  const weeks = Math.max(1, ...input.years.map(weeksOf));
  const cell = Math.min(mostStrip, (frame.width - weekdayRoom) / weeks);
  const isStrip = cell >= leastStrip;
  const shown = isStrip || frame.most === Infinity ? input.years.length : 1;
  const words: CalendarWord[] = [];
  const rows: (readonly PlacedDay[])[] = [];
  let y = 0;
  for (let index = 0; index < Math.min(shown, input.years.length); index += 1) {
    const days = daysOf(input, index);
    if (!days) continue;
    const year = isStrip ? layStrip(days, y, cell) : layMonths(days, y, frame.width);
    words.push(...year.words);
    rows.push(...year.rows);
    y = year.bottom + yearGap;
  }
  return {
    height: Math.max(40, y - yearGap + 30),
    words,
    rows,
    hasNumbers: !isStrip || cell >= 17,
    hidden: Math.max(0, input.years.length - shown),
  };
}
