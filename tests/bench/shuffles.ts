import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { askEvidence } from '#lib/analysis/findings/ask-evidence.ts';
import type { Finding, FindingKind } from '#lib/analysis/findings/finding.ts';
import { findAll } from '#lib/analysis/findings/findings.ts';
import { encodeColumns } from '#lib/engine/arrow.ts';
import type { Engine } from '#lib/engine/engine.ts';
import { star as schema, type Star, type StarTable } from '#lib/engine/schema.ts';
import { openFile } from '#lib/ingest/reading.ts';
import { findRevisions } from '#lib/ingest/revision.ts';
import { deriveStar } from '#lib/ingest/star/star.ts';
import { defaultProgramme } from '#lib/programme/default.ts';
import { seeded } from '#lib/statistics/seeded.ts';
import { openNodeDuckDB } from '../engine/node-duckdb.ts';

/** Kinds of findings that say that something changed. */
const claims: readonly FindingKind[] = ['change', 'measure', 'retention', 'trend', 'masked', 'mix'];

const last = 11;

/** What is dealt anew: the terms of single pupils, or those of whole classes, whose pupils do as their classmates do. */
const ways = ['pupil', 'class'] as const;

type Way = (typeof ways)[number];

async function readStar(folder: string): Promise<Star> {
  const names = readdirSync(folder).filter((name) => /\.(?:csv|txt|xlsx|xls|ods)$/.test(name));
  const opened = await Promise.all(
    names.map(async (name, modified) => {
      const bytes = new Uint8Array(readFileSync(join(folder, name)));
      const setting = { programme: defaultProgramme, recipes: [] };
      const { records } = await openFile({ name, bytes, modified }, setting);
      return { id: name, name, modified: 0, records };
    }),
  );
  const revised = new Set([...findRevisions(opened, []).values()].map(({ of }) => of));
  return deriveStar(
    opened.filter(({ id }) => !revised.has(id)),
    defaultProgramme,
  ).star;
}

function encode(star: Star): Record<string, Uint8Array> {
  const tables = (Object.keys(schema) as StarTable[]).map((table) => [
    table,
    encodeColumns(schema[table] as never, star[table] as never),
  ]);
  return Object.fromEntries(tables) as Record<string, Uint8Array>;
}

/** One pupil on the roll of one period, with the rows of the participations of that term. */
interface PupilTerm {
  readonly person: number;
  readonly period: number;
  readonly class: string | null;
  readonly grade: number | null;
  readonly rows: number[];
}

function pupilTermsOf({ roll, participation }: Star): PupilTerm[] {
  const terms = new Map<string, PupilTerm>();
  for (let row = 0; row < roll.person.length; row += 1) {
    const [person, period] = [Number(roll.person[row]), Number(roll.period[row])];
    const place = { class: roll.class[row] ?? null, grade: roll.grade[row] ?? null };
    terms.set(`${person} ${period}`, { person, period, ...place, rows: [] });
  }
  for (let row = 0; row < participation.person.length; row += 1) {
    const { person, period } = participation;
    terms.get(`${Number(person[row])} ${Number(period[row])}`)?.rows.push(row);
  }
  return [...terms.values()];
}

/** Each pupil's term with the term of another pupil, of any period, that takes its place. */
function deal(terms: readonly PupilTerm[], way: Way, random: () => number): PupilTerm[] {
  if (way === 'pupil') {
    const left = [...terms];
    for (let last = left.length - 1; last > 0; last -= 1) {
      const other = Math.floor(random() * (last + 1));
      [left[last], left[other]] = [left[other] as PupilTerm, left[last] as PupilTerm];
    }
    return left;
  }
  const classes = new Map<string, PupilTerm[]>();
  for (const term of terms) {
    const key = `${term.class} ${term.period}`;
    const known = classes.get(key);
    if (known) known.push(term);
    else classes.set(key, [term]);
  }
  const groups = [...classes.values()];
  const choose = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
  const given = new Map([...classes.keys()].map((key) => [key, choose(groups)]));
  return terms.map((term) => choose(given.get(`${term.class} ${term.period}`) ?? terms));
}

/** Rows of a table by their numbers, with some columns anew. */
function take<T extends Record<string, ArrayLike<unknown>>>(
  table: T,
  rows: readonly number[],
  anew: Partial<Record<keyof T, readonly unknown[]>>,
): T {
  const columns = Object.entries(table).map(([name, column]) => [
    name,
    anew[name] ?? rows.map((row) => column[row] ?? null),
  ]);
  return Object.fromEntries(columns) as T;
}

/**
 * The star with what every pupil did in a term dealt anew over all pupils and periods, so that no period differs from
 * another but by chance. An event happens in each period to which somebody's participation was dealt.
 */
function shuffle(star: Star, terms: readonly PupilTerm[], way: Way, random: () => number): Star {
  const { event, participation } = star;
  const dealt = deal(terms, way, random);
  const held = new Map<string, { row: number; period: number; event: number }>();
  const eventIn = (row: number, period: number) => {
    const key = `${row} ${period}`;
    const known = held.get(key) ?? { row, period, event: held.size };
    held.set(key, known);
    return known.event;
  };
  const rowOf = new Map(Array.from(event.event, (id, row) => [Number(id), row]));
  const rows: { row: number; term: PupilTerm; event: number }[] = [];
  for (const [index, term] of terms.entries()) {
    for (const row of dealt[index]?.rows ?? []) {
      const source = rowOf.get(Number(participation.event[row]));
      if (source !== undefined) rows.push({ row, term, event: eventIn(source, term.period) });
    }
  }
  const copies = [...held.values()];
  return {
    ...star,
    event: take(
      event,
      copies.map(({ row }) => row),
      { event: copies.map((copy) => copy.event), period: copies.map(({ period }) => period) },
    ),
    headcount: take(star.headcount, [], {}),
    participation: take(
      participation,
      rows.map(({ row }) => row),
      {
        event: rows.map((copy) => copy.event),
        person: rows.map(({ term }) => term.person),
        period: rows.map(({ term }) => term.period),
        class: rows.map(({ term }) => term.class),
        grade: rows.map(({ term }) => term.grade),
      },
    ),
  };
}

async function discover(engine: Engine, star: Star): Promise<Finding[]> {
  await engine.load(encode(star));
  return findAll(await askEvidence(engine, defaultProgramme, last));
}

function placeOf({ kind, slice }: Finding): string {
  const places = slice.flatMap(({ values }) => values).slice(0, 2);
  return [kind, ...places].join(' ');
}

/**
 * How often findings speak of a change where periods differ by chance alone, and what they find in the sample data as
 * they are. Lines of a report.
 */
export async function* report(folder: string, runs: number): AsyncGenerator<string> {
  const star = await readStar(folder);
  const terms = pupilTermsOf(star);
  const engine = await openNodeDuckDB();
  yield `as they are: ${(await discover(engine, star)).map(placeOf).join('; ')}`;
  for (const way of ways) {
    const random = seeded(20261123);
    const alarms: Record<string, number> = {};
    let any = 0;
    for (let run = 0; run < runs; run += 1) {
      const found = await discover(engine, shuffle(star, terms, way, random));
      const wrong = found.filter(({ kind }) => claims.includes(kind));
      const kinds = new Set(wrong.map(({ kind, measure }) => `${kind} ${measure}`));
      for (const kind of kinds) alarms[kind] = (alarms[kind] ?? 0) + 1;
      any += kinds.size > 0 ? 1 : 0;
    }
    const share = ((100 * any) / runs).toFixed(1);
    yield `terms dealt anew by ${way}, ${runs} runs: ${any} with a change (${share} %) ${JSON.stringify(alarms)}`;
  }
  await engine.close();
}
