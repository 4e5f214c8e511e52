/** @import { Engine } from '../../src/lib/engine/engine.ts' */
/** @import { Question } from '../../src/lib/analysis/question.ts' */
/** @import { Selection } from '../../src/lib/model/selection.ts' */
import { askMeasures } from '../../src/lib/analysis/answer.ts';
import { Planner } from '../../src/lib/analysis/cubes/planner.ts';
import { encodeColumns } from '../../src/lib/engine/arrow.ts';
import { openDuckDB } from '../../src/lib/engine/duckdb/duckdb.ts';
import { star as schema } from '../../src/lib/engine/schema.ts';
import { preparedFacts } from '../../src/lib/measures/facts.ts';
import { defaultProgramme } from '../../src/lib/programme/default.ts';
import { cityStar } from './city-star.js';

const directions = defaultProgramme.directions.map(({ id }) => id);
const terms = [...defaultProgramme.periods.keys()];

/** @typedef {{ chosen: readonly string[], span: readonly number[] }} Step Where a pointer is: directions from one to another, and terms taken together. */

/**
 * How a hand brushes: it starts on one bar, drags over the others, comes back a little, trembles and lets go; then the
 * same along the axis of time; and all of it thrice, from other bars and other terms.
 * @returns {Step[]}
 */
function trace() {
  const drag = [0, 0, 1, 1, 2, 3, 3, 4, 5, 6, 6, 7, 6, 7, 6, 5, 6, 5, 6, 6];
  const slide = [11, 10, 10, 9, 8, 7, 7, 6, 7, 6, 5, 6, 5, 4, 4, 3, 4, 4];
  return [0, 1, 2].flatMap((stroke) => {
    const start = [1, 0, 2][stroke] ?? 0;
    const last = terms.length - ([0, 3, 5][stroke] ?? 0);
    const over = terms.slice(last - 1, last);
    const among = directions.slice(start, start + 4);
    return [
      ...drag.map((to) => ({ chosen: directions.slice(start, start + 1 + to), span: over })),
      ...slide.map((from) => ({
        chosen: among,
        span: terms.slice(Math.min(from, last - 1), last),
      })),
    ];
  });
}

/**
 * The five panels that follow while the sixth is brushed: two of distinct pupils by event and by pupil, a sum, a mean, two
 * lines over time.
 * @param {Step} step
 * @returns {Question[]}
 */
function follow({ chosen, span }) {
  /** @type {Selection} */
  const selection = [{ dimension: 'direction', values: chosen, excluded: false }];
  const panel = (
    /** @type {Question['measure']} */ measure,
    /** @type {Question['by']} */ by,
    /** @type {'over time' | 'together'} */ kind,
  ) => ({
    measure,
    by,
    grain: /** @type {const} */ ('term'),
    times: /** @type {const} */ ('all'),
    ...(kind === 'together' ? { span } : {}),
    selection,
    compare: /** @type {const} */ ('none'),
  });
  return [
    panel('M01', ['block'], 'over time'),
    panel('M01', ['grade'], 'together'),
    panel('M04', ['partner'], 'together'),
    panel('M05', ['block'], 'together'),
    panel('M19', ['sex'], 'over time'),
  ];
}

/** @param {number[]} list @param {number} share */
function quantile(list, share) {
  const sorted = [...list].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

/** @param {() => Promise<unknown>} work */
async function timeOf(work) {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** @param {number[]} list */
const spread = (list) => ({ p50: quantile(list, 0.5), p95: quantile(list, 0.95) });

/**
 * Mosaic's way with the additive panel: its SQL for a bar chart under a selection, and its table pre-aggregated by the bars
 * and the active selection, on the same records in the same engine.
 * @param {Engine} engine
 * @param {Step[]} steps
 */
async function replayMosaic(engine, steps) {
  const where = (/** @type {Step} */ { chosen, span }, /** @type {string} */ time) =>
    `direction IN (${chosen.map((id) => `'${id}'`).join(', ')}) AND ${time} BETWEEN ${span[0]} AND ${span.at(-1)}`;
  const direct = [];
  for (const step of steps) {
    const sql = `SELECT "partner", count(*)::DOUBLE AS "y" FROM prepared_deeds WHERE ${where(step, 'period')} GROUP BY "partner"`;
    direct.push(await timeOf(() => engine.ask(sql)));
  }
  const build = await timeOf(() =>
    engine.load(
      {},
      {
        preaggregated: `SELECT "partner", "direction" AS active0, "period" AS active1, count(*)::INTEGER AS count0 FROM prepared_deeds GROUP BY ALL`,
      },
    ),
  );
  const updated = [];
  for (const step of steps) {
    const sql = `SELECT "partner", sum(count0)::DOUBLE AS "y" FROM preaggregated WHERE ${where(step, 'active1').replace('direction', 'active0')} GROUP BY "partner"`;
    updated.push(await timeOf(() => engine.ask(sql)));
  }
  return { direct: spread(direct), build, updated: spread(updated) };
}

/**
 * Memory that the tables of an engine take, in bytes.
 * @param {Engine} engine
 */
async function memoryOf(engine) {
  const { columns } = await engine.ask(
    'SELECT sum(memory_usage_bytes)::DOUBLE AS bytes FROM duckdb_memory()',
  );
  return Number(columns.bytes?.[0] ?? 0);
}

/**
 * How long a board of six takes to its first answers, and the five panels that follow while one is brushed: from cubes, by
 * direct queries, and one of them Mosaic's way; in milliseconds.
 * @param {number} participations
 * @param {number} people
 */
async function measureBoard(participations, people) {
  const engine = await openDuckDB();
  const tables = encode(cityStar(defaultProgramme, participations, people));
  const load = await timeOf(() => engine.load(tables, preparedFacts()));
  const held = await memoryOf(engine);
  const steps = trace();
  const [start] = steps;
  if (!start) throw new Error('The trace has no start');
  const planner = new Planner(engine, defaultProgramme);
  const panels = follow(start).map((one) => ({ ...one, selection: [] }));
  const brushed = panels.slice(0, 1).map((one) => ({
    ...one,
    by: [/** @type {const} */ ('direction')],
    span: terms.slice(-1),
  }));
  const board = [...panels, ...brushed];
  const first = await timeOf(async () => {
    await planner.prepare(board, []);
    for (const question of board) planner.answerNow(question);
  });
  const touch = await timeOf(() => planner.prepare(follow(start), ['direction']));
  const cubes = [];
  const moves = [];
  const met = new Set();
  /** @type {number[]} */
  const additive = [];
  for (const step of steps) {
    const isNew = met.size < met.add(JSON.stringify(step)).size;
    const started = performance.now();
    for (const question of follow(step)) {
      const began = performance.now();
      if (!planner.answerNow(question)) throw new Error(`${question.measure} is not at hand`);
      if (question.measure === 'M04' && isNew) additive.push(performance.now() - began);
    }
    moves.push(performance.now() - started);
    // Where the hand has been before, the answers are still there.
    if (isNew) cubes.push(performance.now() - started);
    // A hand moves about once a frame.
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  const direct = [];
  for (const step of steps.filter((_, index) => index % 16 === 0)) {
    direct.push(await timeOf(() => askMeasures(engine, follow(step), defaultProgramme)));
  }
  const mosaic = await replayMosaic(engine, steps);
  await engine.close();
  return {
    first,
    touch,
    cubes: spread(cubes),
    moves: spread(moves),
    places: cubes.length,
    direct: spread(direct),
    additive: spread(additive),
    mosaic,
    load,
    megabytes: { tables: held / 1e6, cubes: planner.size / 1e6 },
  };
}

/** @param {Record<string, any>} tables */
function encode(tables) {
  return Object.fromEntries(
    /** @type {(keyof typeof schema)[]} */ (Object.keys(schema)).map((table) => {
      const bytes = encodeColumns(schema[table], /** @type {never} */ (tables[table]));
      // Millions of rows are not to be held twice.
      tables[table] = null;
      return [table, bytes];
    }),
  );
}

Object.assign(window, { measureBoard });
