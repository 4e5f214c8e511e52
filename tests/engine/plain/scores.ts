import {
  chosen,
  fits,
  groups,
  isPupilSide,
  mean,
  type Members,
  type PlainOutcome,
  type PlainSchool,
} from './plain-school.ts';

type ScoreMeasure = 'M26' | 'M27' | 'M28';

/** What an assessment says of one pupil. */
export interface PlainScore {
  readonly person: number;
  readonly value: number | null;
  readonly line: string;
}

/** A measure of scores in one cell. */
export function scoreOutcome(
  plain: PlainSchool,
  measure: ScoreMeasure,
  time: number,
  members: Members,
): PlainOutcome {
  const scores = scoresOf(plain, measure, time, members);
  if (scores === null) return 'no-records';
  if (scores.length === 0) return measure === 'M28' ? 'no-records' : 'no-pairs';
  const known = scores.flatMap(({ value }) => (value === null ? [] : [value]));
  return known.length === 0 ? 'no-spread' : { value: mean(known), n: known.length };
}

/** The pupils of a cell with what the measure says of each; null where nothing was assessed at that time. */
export function scoresOf(
  plain: PlainSchool,
  measure: ScoreMeasure,
  time: number,
  members: Members,
): PlainScore[] | null {
  const wanted = measure === 'M28' ? ['johnson'] : ['torrance', 'johnson', 'williams'];
  const rows = plain.school.assessment.filter(
    (row) => row.score !== null && wanted.includes(row.instrument ?? ''),
  );
  const line = (row: (typeof rows)[number]) => `${row.instrument} ${row.version}`;
  const scales = new Map<string, number>();
  const sheets = groups(rows, (row) => `${row.person}|${row.school_year}|${row.wave}|${line(row)}`);
  const partsOf = (list: typeof rows) =>
    groups(
      list.filter(({ scale }) => scale !== 'total'),
      ({ scale }) => scale ?? '',
    );
  for (const list of sheets) {
    const [first] = list;
    if (!first) continue;
    scales.set(line(first), Math.max(scales.get(line(first)) ?? 0, partsOf(list).length));
  }
  const last = (list: typeof rows) =>
    list.reduce((a, b) => ((a.date ?? 0) > (b.date ?? 0) ? a : b)).score ?? 0;
  const marks = sheets.flatMap((list) => {
    const [first] = list;
    if (!first) return [];
    const parts = partsOf(list);
    const stated = list.filter(({ scale }) => scale === 'total');
    const full = scales.get(line(first)) ?? 0;
    const score =
      full > 0 && parts.length === full
        ? parts.reduce((sum, part) => sum + last(part), 0)
        : stated.length > 0
          ? last(stated)
          : null;
    const periods = list.map(({ period }) => period).filter((period) => period !== null);
    const period = periods.length === 0 ? null : Math.max(...periods);
    return score === null ? [] : [{ ...first, period, score, line: line(first) }];
  });
  const values =
    measure === 'M28'
      ? marks.map((mark) => ({ ...mark, value: mark.score, first: 0 }))
      : marks
          .filter(({ wave }) => wave === 'post')
          .flatMap((post) => {
            const pre = marks.find(
              (mark) =>
                mark.wave === 'pre' &&
                mark.person === post.person &&
                mark.school_year === post.school_year &&
                mark.line === post.line,
            );
            return pre ? [{ ...post, value: post.score - pre.score, first: pre.score }] : [];
          });
  const when = (row: { period: number | null; school_year: number | null }) =>
    plain.grain === 'year' ? row.school_year : plain.time(row.period);
  const most = (list: typeof values, key: (mark: (typeof values)[number]) => string) =>
    groups(list, key).sort((x, y) => y.length - x.length || compareLines(x[0], y[0]))[0]?.[0];
  const instrument = most(values, (mark) => mark.instrument ?? '')?.instrument;
  const ofInstrument = values.filter(
    (mark) => mark.instrument === instrument && when(mark) === time,
  );
  const line0 = most(ofInstrument, (mark) => mark.line)?.line;
  const assessed = groups(
    rows,
    (row) => `${row.person}|${row.school_year}|${row.wave}|${line(row)}|${row.scale}`,
  );
  const known = assessed.some((list) => {
    const periods = list.map(({ period }) => period).filter((period) => period !== null);
    const period = periods.length === 0 ? null : Math.max(...periods);
    return when({ period, school_year: list[0]?.school_year ?? null }) === time;
  });
  if (!known) return null;
  const roll = plain.roll(time);
  const here = ofInstrument.filter((mark) => mark.line === line0);
  const waves = ['post', 'mid', 'pre'];
  const latest = groups(here, (mark) => String(mark.person)).map(
    (list) => list.sort((a, b) => waves.indexOf(a.wave ?? '') - waves.indexOf(b.wave ?? ''))[0],
  );
  const placed = (measure === 'M28' ? latest : here).filter((mark) => {
    if (!mark) return false;
    const pupil = roll.get(mark.person ?? -1);
    const sex = plain.school.participant[mark.person ?? -1]?.sex ?? null;
    const side = { class: mark.class, grade: mark.grade, ...pupil, sex };
    return fits(members, side) && chosen(plain.selection, side, isPupilSide);
  });
  const every = here.map(({ first }) => first);
  const deviation = Math.sqrt(
    every.reduce((sum, value) => sum + (value - mean(every)) ** 2, 0) / (every.length - 1),
  );
  const values28 = (value: number) => (value >= plain.programme.creativityCut ? 1 : 0);
  return placed.flatMap((mark) => {
    if (!mark) return [];
    const reliability =
      plain.programme.reliability[mark.instrument as keyof typeof plain.programme.reliability];
    const error = deviation * Math.sqrt(2 * (1 - reliability));
    const grown = error > 0 ? (mark.value > 1.96 * error ? 1 : 0) : null;
    const value = measure === 'M26' ? mark.value : measure === 'M28' ? values28(mark.value) : grown;
    return [{ person: mark.person ?? -1, value, line: mark.line }];
  });
}

function compareLines(
  a: { instrument: string | null; version: string | null } | undefined,
  b: { instrument: string | null; version: string | null } | undefined,
): number {
  const byInstrument = (a?.instrument ?? '').localeCompare(b?.instrument ?? '');
  if (byInstrument !== 0) return byInstrument;
  if (a?.version === b?.version) return 0;
  if (a?.version === null || a?.version === undefined) return 1;
  if (b?.version === null || b?.version === undefined) return -1;
  return a.version.localeCompare(b.version);
}
