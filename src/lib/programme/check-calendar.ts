import type { Period } from '#lib/model/programme.ts';
import { issue, type ProgrammeIssue } from './issue.ts';

/**
 * What is wrong with a calendar: periods must follow each other without overlap, lie within their school year
 * (1 July to 31 August of the next year) and be numbered from one in each year.
 */
export function checkCalendar(periods: readonly Period[]): ProgrammeIssue[] {
  return periods.flatMap((period, index) => [
    ...checkDates(period, index),
    ...checkPlace(period, periods[index - 1], index),
  ]);
}

function checkDates({ starts, ends, schoolYear }: Period, index: number): ProgrammeIssue[] {
  if (ends < starts) return [issue(['periods', index, 'ends'], 'period-reversed')];
  const from = `${schoolYear}-07-01`;
  const to = `${schoolYear + 1}-08-31`;
  if (starts < from) return [issue(['periods', index, 'starts'], 'period-outside', { from, to })];
  if (ends > to) return [issue(['periods', index, 'ends'], 'period-outside', { from, to })];
  return [];
}

function checkPlace(period: Period, former: Period | undefined, index: number): ProgrammeIssue[] {
  const issues: ProgrammeIssue[] = [];
  if (former && period.schoolYear < former.schoolYear) {
    issues.push(issue(['periods', index, 'schoolYear'], 'period-order'));
  } else {
    const expected = former?.schoolYear === period.schoolYear ? former.term + 1 : 1;
    if (period.term !== expected) {
      issues.push(issue(['periods', index, 'term'], 'period-term', { term: expected }));
    }
  }
  if (former && period.starts <= former.ends) {
    issues.push(issue(['periods', index, 'starts'], 'period-overlap', { id: former.id }));
  }
  return issues;
}
