const length = 86_400_000;

/** Days from 1 January 1970 to a day «YYYY-MM-DD». */
export function dayNumber(date: string): number {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / length);
}

/** The day «YYYY-MM-DD» of a number of days from 1 January 1970. */
export function dayOf(number: number): string {
  return new Date(number * length).toISOString().slice(0, 10);
}

/** The day of the week from 0 (Monday) to 6. */
export function weekday(number: number): number {
  // 1 January 1970 was a Thursday.
  return (((number + 3) % 7) + 7) % 7;
}

/** The Monday of the week of a day. */
export function mondayOf(number: number): number {
  return number - weekday(number);
}
