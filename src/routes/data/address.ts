import type { RecordTable } from '#lib/analysis/record-tables.ts';

/** The parameters of an address that show these records; empty for the records that are shown first. */
export function writeAddress(chosen: {
  readonly table: RecordTable;
  readonly search: string;
  readonly period: string;
}): string {
  const parameters = new URLSearchParams();
  if (chosen.table !== 'participation') parameters.set('records', chosen.table);
  if (chosen.search !== '') parameters.set('search', chosen.search);
  if (chosen.period !== '') parameters.set('period', chosen.period);
  return parameters.toString();
}
