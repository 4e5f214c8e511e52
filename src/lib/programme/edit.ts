import type { Goalpost, Period, Programme } from '#lib/model/programme.ts';
import type { Rules } from './default-rules.ts';
import { addYears } from './day.ts';
import { issue, type ProgrammeIssue } from './issue.ts';
import { parseProgramme, type ParsedProgramme } from './schema.ts';

/** A list of the programme whose entries have ids. */
export type ProgrammeList =
  'tasks' | 'blocks' | 'directions' | 'periods' | 'levels' | 'results' | 'roles';

type Entry<L extends ProgrammeList> = Programme[L][number];

/** Fields of the programme that hold one value. */
export type ProgrammeSetting = Pick<
  Programme,
  'name' | 'school' | 'gapBelongsTo' | 'remoteFactor' | 'teamFactor' | 'creativityCut' | keyof Rules
>;

/** The programme with some of its single values replaced, or what is wrong with that. */
export function changeSettings(
  programme: Programme,
  change: Partial<ProgrammeSetting>,
): ParsedProgramme {
  return parseProgramme({ ...programme, ...change });
}

/** The programme with one entry of a list changed: its name, weight, dates, spellings … */
export function changeEntry<L extends ProgrammeList>(
  programme: Programme,
  list: L,
  id: string,
  change: Partial<Omit<Entry<L>, 'id'>>,
): ParsedProgramme {
  const entries: readonly { readonly id: string }[] = programme[list];
  if (!entries.some((entry) => entry.id === id))
    return refuse(issue([list], 'step-absent', { id }));
  const changed = entries.map((entry) => (entry.id === id ? { ...entry, ...change } : entry));
  return parseProgramme({ ...programme, [list]: changed });
}

/** The programme with an entry more at the end of a list. */
export function addEntry<L extends ProgrammeList>(
  programme: Programme,
  list: L,
  entry: Entry<L>,
): ParsedProgramme {
  return parseProgramme({ ...programme, [list]: [...programme[list], entry] });
}

/** The programme without one entry of a list. */
export function removeEntry(
  programme: Programme,
  list: ProgrammeList,
  id: string,
): ParsedProgramme {
  const entries: readonly { readonly id: string }[] = programme[list];
  if (!entries.some((entry) => entry.id === id))
    return refuse(issue([list], 'step-absent', { id }));
  return parseProgramme({ ...programme, [list]: entries.filter((entry) => entry.id !== id) });
}

/** The programme with other goalposts or another weight for one part of an index. */
export function changeGoalpost(
  programme: Programme,
  index: keyof Programme['indices'],
  part: string,
  change: Partial<Goalpost>,
): ParsedProgramme {
  const former = Object.entries(programme.indices[index]).find(([name]) => name === part)?.[1];
  if (!former) return refuse(issue(['indices', index], 'step-absent', { id: part }));
  const goalposts = { ...programme.indices[index], [part]: { ...former, ...change } };
  return parseProgramme({ ...programme, indices: { ...programme.indices, [index]: goalposts } });
}

/** The programme with one school year more: the nearest year's periods, moved by whole years. */
export function addSchoolYear(programme: Programme, schoolYear: number): ParsedProgramme {
  const { periods } = programme;
  if (periods.some((period) => period.schoolYear === schoolYear)) {
    return refuse(issue(['periods'], 'year-present', { year: schoolYear }));
  }
  const model = nearestYear(periods, schoolYear);
  const added = periods
    .filter((period) => period.schoolYear === model)
    .map((period) => shift(period, schoolYear));
  const later = periods.findIndex((period) => period.schoolYear > schoolYear);
  const at = later === -1 ? periods.length : later;
  return parseProgramme({ ...programme, periods: periods.toSpliced(at, 0, ...added) });
}

/** The programme without one school year; the last one stays. */
export function removeSchoolYear(programme: Programme, schoolYear: number): ParsedProgramme {
  const { periods } = programme;
  const kept = periods.filter((period) => period.schoolYear !== schoolYear);
  if (kept.length === periods.length) {
    return refuse(issue(['periods'], 'year-absent', { year: schoolYear }));
  }
  if (kept.length === 0) return refuse(issue(['periods'], 'year-last'));
  return parseProgramme({ ...programme, periods: kept });
}

function nearestYear(periods: readonly Period[], wanted: number): number {
  const distance = (period: Period) => Math.abs(period.schoolYear - wanted);
  return periods.reduce(
    (best, period) => (distance(period) < Math.abs(best - wanted) ? period.schoolYear : best),
    periods[0]?.schoolYear ?? wanted,
  );
}

function shift(period: Period, schoolYear: number): Period {
  const years = schoolYear - period.schoolYear;
  return {
    id: `${schoolYear}-${period.term}`,
    schoolYear,
    term: period.term,
    starts: addYears(period.starts, years),
    ends: addYears(period.ends, years),
  };
}

function refuse(found: ProgrammeIssue): ParsedProgramme {
  return { ok: false, issues: [found] };
}
