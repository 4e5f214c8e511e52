import type { Query } from '@uwdata/mosaic-sql';
import type { Answer, Engine } from '#lib/engine/engine.ts';
import type { Programme } from '#lib/model/programme.ts';
import { yearAgo } from '#lib/programme/calendar.ts';
import type { Count } from '#lib/statistics/interval.ts';
import type { DirectionEvents, EvidenceCounts, GradeReach, PeriodRecords } from './evidence.ts';
import { evidenceQueries } from './evidence-queries.ts';

type AnswerRow = Readonly<Record<string, number | string | boolean | null>>;

/**
 * The counts from which findings about one period (an index into the programme's periods) are drawn; reach is that of
 * measure M01: distinct pupils on the period's roll in a counted role. Rejects with the engine's error or the signal's reason.
 */
export async function askEvidenceCounts(
  engine: Engine,
  programme: Programme,
  period: number,
  signal?: AbortSignal,
): Promise<EvidenceCounts> {
  const before = yearAgo(programme, period);
  const queries = evidenceQueries(programme, period, before);
  const ask = async (query: Query) => rowsOf(await engine.ask(String(query), signal));
  const reach = await ask(queries.reach);
  const sizes = await ask(queries.sizes);
  const classes = await ask(queries.classes);
  const events = await ask(queries.events);
  const partners = await ask(queries.partners);
  const records = await ask(queries.records);
  const grades = (part: string, id: string | null) =>
    listGrades(sizes).map((grade): GradeReach => {
      const countAt = (time: number | null): Count => ({
        x: numberOf(
          reach.find(
            (row) =>
              row['part'] === part &&
              row['id'] === id &&
              row['time'] === time &&
              row['grade'] === grade,
          ),
          'x',
        ),
        n: numberOf(
          sizes.find((row) => row['time'] === time && row['grade'] === grade),
          'n',
        ),
      });
      return { grade, before: countAt(before), after: countAt(period) };
    });
  const recorded = fromFirstRecord(records);
  const isKnown = recorded.some((one) => one.period === before);
  return {
    period,
    yearAgo: isKnown ? before : null,
    parts: [
      { block: null, direction: null, grades: grades('total', null) },
      ...programme.blocks.map(({ id }) => ({
        block: id,
        direction: null,
        grades: grades('block', id),
      })),
      ...programme.directions.map(({ id, block }) => ({
        block,
        direction: id,
        grades: grades('direction', id),
      })),
    ],
    classes: classes.map((row) => ({
      name: String(row['class']),
      x: numberOf(row, 'x'),
      n: numberOf(row, 'n'),
    })),
    directions: countEvents(programme, events, period, before),
    partners: partners.map((row) => ({
      partner: numberOf(row, 'partner'),
      name: String(row['name'] ?? ''),
      thisYear: numberOf(row, 'this_year'),
      earlier: numberOf(row, 'earlier'),
    })),
    records: recorded,
  };
}

function rowsOf({ length, columns }: Answer): AnswerRow[] {
  return Array.from({ length }, (_, index) =>
    Object.fromEntries(
      Object.entries(columns).map(([name, values]) => [name, values[index] ?? null]),
    ),
  );
}

function numberOf(row: AnswerRow | undefined, column: string): number {
  return Number(row?.[column] ?? 0);
}

function listGrades(sizes: readonly AnswerRow[]): (number | null)[] {
  const grades = new Set(
    sizes.map((row) => (row['grade'] === null ? null : numberOf(row, 'grade'))),
  );
  return [...grades].sort((a, b) => (a ?? Infinity) - (b ?? Infinity));
}

function countEvents(
  { directions }: Programme,
  events: readonly AnswerRow[],
  period: number,
  before: number | null,
): DirectionEvents[] {
  const heldAt = (direction: string, time: number | null) =>
    numberOf(
      events.find((row) => row['direction'] === direction && row['period'] === time),
      'n',
    );
  return directions.map(({ id }) => ({
    direction: id,
    now: heldAt(id, period),
    yearAgo: heldAt(id, before),
  }));
}

function fromFirstRecord(rows: readonly AnswerRow[]): PeriodRecords[] {
  const records = rows.map((row) => ({
    period: numberOf(row, 'period'),
    roll: numberOf(row, 'roll'),
    participations: numberOf(row, 'participations'),
    unmatched: numberOf(row, 'unmatched'),
  }));
  const first = records.findIndex(({ roll, participations }) => roll > 0 || participations > 0);
  return first === -1 ? records.slice(-1) : records.slice(first);
}
