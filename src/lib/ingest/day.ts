const dayLength = 86_400_000;

/** Days since 1970-01-01 of «YYYY-MM-DD» (a time after it is ignored). */
export function dayOf(iso: string): number {
  return Math.round(Date.parse(`${iso.slice(0, 10)}T00:00:00Z`) / dayLength);
}

/** «YYYY-MM-DD» of days since 1970-01-01. */
export function isoOf(day: number): string {
  return new Date(day * dayLength).toISOString().slice(0, 10);
}

/** The school year of a day by the calendar year of its September; it turns on 1 August. */
export function schoolYearOf(day: number): number {
  const date = new Date(day * dayLength);
  return date.getUTCMonth() >= 7 ? date.getUTCFullYear() : date.getUTCFullYear() - 1;
}
