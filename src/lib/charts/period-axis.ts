import type { ChartPeriod } from './chart-input.ts';

/** A run of periods that share a group. */
export interface PeriodGroup {
  readonly label: string;
  readonly first: number;
  readonly last: number;
}

/** The runs of neighbouring periods of the same group; periods without a group belong to no run. */
export function periodGroups(periods: readonly ChartPeriod[]): PeriodGroup[] {
  const groups: { label: string; first: number; last: number }[] = [];
  periods.forEach((period, i) => {
    const open = groups.at(-1);
    if (open?.label === period.group && open.last === i - 1) open.last = i;
    else if (period.group !== null) groups.push({ label: period.group, first: i, last: i });
  });
  return groups;
}

/** Whether a period is the same term as the last one. */
export function isSameTerm(periods: readonly ChartPeriod[], index: number): boolean {
  return periods[index]?.label === periods.at(-1)?.label;
}
