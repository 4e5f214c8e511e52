/** @import { Engine } from '../../src/lib/engine/engine.ts' */
import { askMeasures } from '../../src/lib/analysis/answer.ts';
import { IndexAppraiser } from '../../src/lib/analysis/index-appraiser.ts';
import { auditInWorker } from '../../src/lib/disclosure/auditor.ts';
import { rememberAnswers } from '../../src/lib/engine/answer-cache.ts';
import { encodeColumns } from '../../src/lib/engine/arrow.ts';
import { openDuckDB } from '../../src/lib/engine/duckdb/duckdb.ts';
import { star as schema } from '../../src/lib/engine/schema.ts';
import { openFile } from '../../src/lib/ingest/reading.ts';
import { findRevisions } from '../../src/lib/ingest/revision.ts';
import { deriveStar } from '../../src/lib/ingest/star/star.ts';
import { preparedFacts } from '../../src/lib/measures/facts.ts';
import { measures } from '../../src/lib/measures/registry.ts';
import { defaultProgramme } from '../../src/lib/programme/default.ts';
import { cityStar } from './city-star.js';
import { councilRegister } from './council.ts';

/**
 * Every measure over all terms, by direction where it can be divided so.
 * @param {'none' | 'year-ago'} compare
 */
function questionsOf(compare) {
  return /** @type {(keyof typeof measures)[]} */ (Object.keys(measures)).map((measure) => ({
    measure,
    by: measures[measure].by.includes('direction') ? [/** @type {const} */ ('direction')] : [],
    grain: /** @type {const} */ ('term'),
    times: /** @type {const} */ ('all'),
    selection: [],
    compare,
  }));
}

/** @param {Engine} engine */
async function timeQuestions(engine) {
  const time = async (/** @type {Engine} */ asked, /** @type {'none' | 'year-ago'} */ compare) => {
    const started = performance.now();
    await askMeasures(asked, questionsOf(compare), defaultProgramme);
    return performance.now() - started;
  };
  const cached = rememberAnswers(engine);
  return {
    count: questionsOf('none').length,
    cold: await time(cached, 'none'),
    warm: await time(cached, 'none'),
    compared: await time(engine, 'year-ago'),
  };
}

/** @param {Record<string, any>} tables */
function encode(tables) {
  return Object.fromEntries(
    /** @type {(keyof typeof schema)[]} */ (Object.keys(schema)).map((table) => [
      table,
      encodeColumns(schema[table], /** @type {never} */ (tables[table])),
    ]),
  );
}

/**
 * How long all measures by direction and term take over these files, cold and from memory, in milliseconds.
 * @param {readonly File[]} files
 */
async function measureSamples(files) {
  const opened = [];
  for (const [modified, file] of files.entries()) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const setting = { programme: defaultProgramme, recipes: [] };
    const { records } = await openFile({ name: file.name, bytes, modified }, setting);
    opened.push({ id: file.name, name: file.name, modified: 0, records });
  }
  const revised = new Set([...findRevisions(opened, []).values()].map(({ of }) => of));
  const kept = opened.filter(({ id }) => !revised.has(id));
  const { star } = deriveStar(kept, defaultProgramme);
  const engine = await openDuckDB();
  await engine.load(encode(star), preparedFacts());
  const times = await timeQuestions(engine);
  await engine.close();
  return times;
}

/**
 * The same over a city with so many participations.
 * @param {number} participations
 */
async function measureCity(participations) {
  const engine = await openDuckDB();
  await engine.load(encode(cityStar(defaultProgramme, participations)), preparedFacts());
  const times = await timeQuestions(engine);
  await engine.close();
  return times;
}

/** How long 2,000 variants of an index of six parts take beside twelve other cells, the start of the worker included, in milliseconds. */
async function measureDraws() {
  const parts = [0, 1, 2, 3, 4, 5];
  const cells = Array.from({ length: 13 }, (_, cell) =>
    parts.map((part) => 0.3 + ((cell * 7 + part * 5) % 11) / 20),
  );
  const started = performance.now();
  const appraiser = new IndexAppraiser();
  const robustness = await appraiser.appraise({
    aggregation: 'arithmetic',
    goalposts: parts.map(() => ({ low: 0, high: 1, weight: 1 })),
    cells,
    about: 12,
    others: Array.from({ length: 12 }, (_, cell) => cell),
  });
  const took = performance.now() - started;
  return { took, draws: robustness?.draws ?? 0 };
}

/** How long the audit of a council's snapshot takes in its worker, in milliseconds, and what it found. */
async function measureAudit() {
  const register = councilRegister();
  const started = performance.now();
  const audited = await auditInWorker(register, { width: 5, zeros: true }, { patience: 600_000 });
  const took = performance.now() - started;
  if (audited.kind !== 'passed') throw new Error('The audit gave somebody away');
  const { sensitive, hidden, primary } = audited;
  const numbers = register.numbers.length;
  return { took, numbers, sensitive, primary: primary.size, further: hidden.size - primary.size };
}

Object.assign(window, { measureSamples, measureCity, measureDraws, measureAudit });
