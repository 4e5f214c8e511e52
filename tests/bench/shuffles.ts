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

/** Who keeps together when periods are shuffled: a pupil, a class, or all who came to an event. */
const ways = ['pupil', 'class', 'event'] as const;

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

/** What of a star is needed to move participations to other periods. */
interface Rolls {
  /** The periods in which each pupil is on the roll. */
  readonly periods: ReadonlyMap<number, readonly number[]>;
  /** The class in which each pupil was last. */
  readonly lastClass: ReadonlyMap<number, string>;
}

function rollsOf({ roll }: Star): Rolls {
  const periods = new Map<number, number[]>();
  const lastClass = new Map<number, string>();
  const lastPeriod = new Map<number, number>();
  for (let row = 0; row < roll.person.length; row += 1) {
    const [person, period] = [Number(roll.person[row]), Number(roll.period[row])];
    periods.set(person, [...(periods.get(person) ?? []), period]);
    if (period < (lastPeriod.get(person) ?? -1)) continue;
    lastPeriod.set(person, period);
    lastClass.set(person, String(roll.class[row]));
  }
  return { periods, lastClass };
}

/** The star with every participation in another period of its pupil's, so that no period differs from another but by chance. */
function shuffle(star: Star, { periods, lastClass }: Rolls, way: Way, random: () => number): Star {
  const keys = new Map<string, readonly number[]>();
  const keysOf = (unit: string) => {
    const known = keys.get(unit) ?? Array.from({ length: last + 1 }, () => random());
    keys.set(unit, known);
    return known;
  };
  const moves = new Map<string, ReadonlyMap<number, number>>();
  const moveOf = (person: number, unit: string) => {
    const name = `${person} ${unit}`;
    const known = moves.get(name);
    if (known) return known;
    const own = [...(periods.get(person) ?? [])].sort((a, b) => a - b);
    const order = keysOf(unit);
    const shuffled = own.toSorted((a, b) => (order[a] ?? 0) - (order[b] ?? 0));
    const move = new Map(own.map((period, index) => [period, shuffled[index] ?? period]));
    moves.set(name, move);
    return move;
  };
  const { participation } = star;
  const moved = Array.from(participation.period, (period, row) => {
    const person = Number(participation.person[row]);
    if (period === null) return period;
    const unit =
      way === 'pupil'
        ? `p${person}`
        : way === 'class'
          ? `c${lastClass.get(person) ?? ''}`
          : `e${Number(participation.event[row])}`;
    return moveOf(person, unit).get(Number(period)) ?? period;
  });
  return { ...star, participation: { ...participation, period: moved } } as Star;
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
 * How often findings speak of a change where the periods of the sample data were shuffled, by who keeps together, and
 * what they find in the data as they are. Lines of a report.
 */
export async function* report(folder: string, runs: number): AsyncGenerator<string> {
  const star = await readStar(folder);
  const rolls = rollsOf(star);
  const engine = await openNodeDuckDB();
  yield `as they are: ${(await discover(engine, star)).map(placeOf).join('; ')}`;
  for (const way of ways) {
    const random = seeded(20261123);
    const alarms: Partial<Record<FindingKind, number>> = {};
    let any = 0;
    for (let run = 0; run < runs; run += 1) {
      const found = await discover(engine, shuffle(star, rolls, way, random));
      const kinds = new Set(found.map(({ kind }) => kind).filter((kind) => claims.includes(kind)));
      for (const kind of kinds) alarms[kind] = (alarms[kind] ?? 0) + 1;
      any += kinds.size > 0 ? 1 : 0;
    }
    const share = ((100 * any) / runs).toFixed(1);
    yield `periods shuffled by ${way}, ${runs} runs: ${any} with a change (${share} %) ${JSON.stringify(alarms)}`;
  }
  await engine.close();
}
