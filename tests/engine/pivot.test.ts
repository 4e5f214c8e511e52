import { askMeasure } from '#lib/analysis/answer.ts';
import {
  addsUp,
  isAdditive,
  levelsOf,
  timeFields,
  type PivotField,
  type PivotSpec,
} from '#lib/analysis/pivot.ts';
import { askPivot, mostCells, PivotTooFine } from '#lib/analysis/pivot-answer.ts';
import {
  cellAt,
  type PivotCell,
  type PivotMember,
  type PivotPath,
  type PivotTable,
} from '#lib/analysis/pivot-table.ts';
import type { Engine } from '#lib/engine/engine.ts';
import { measures, type MeasureId } from '#lib/measures/registry.ts';
import { dimensions, type Dimension, type Grain } from '#lib/model/dimension.ts';
import type { Programme } from '#lib/model/programme.ts';
import { defaultProgramme } from '#lib/programme/default.ts';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyClause } from './any-slice.ts';
import { openNodeDuckDB } from './node-duckdb.ts';
import { PlainMeasures } from './plain/plain-measures.ts';
import { loadSamples } from './samples.ts';
import { encodeSchool, multiply, schools, smallProgramme } from './small-school.ts';

const settings = { numRuns: 30, seed: 11, endOnFailure: true };
const asked: MeasureId[] = ['M01', 'M04', 'M05', 'M12', 'M16', 'M18', 'M21', 'M30', 'M43'];
const additive: MeasureId[] = ['M04', 'M16', 'M43'];

const fieldsOf = fc
  .shuffledSubarray<PivotField>([...dimensions.slice(0, 8), ...timeFields], {
    minLength: 1,
    maxLength: 4,
  })
  .chain((fields) =>
    fc
      .integer({ min: Math.max(0, fields.length - 2), max: Math.min(3, fields.length) })
      .map((at) => ({
        rows: fields.slice(0, at),
        columns: fields.slice(at),
      })),
  );

const specs: fc.Arbitrary<PivotSpec> = fc
  .record({
    fields: fieldsOf,
    measures: fc.subarray(asked, { minLength: 1, maxLength: 6 }),
    selection: fc.array(anyClause(['block', 'grade', 'sex']), { maxLength: 1 }),
    grain: fc.constantFrom<Grain>('term', 'year'),
    within: fc.constantFrom(null, 2023, 2024),
    term: fc.integer({ min: 0, max: 5 }),
  })
  .map(({ fields, measures: chosen, selection, grain, within, term }) => ({
    ...fields,
    measures: chosen,
    selection,
    grain,
    time: grain === 'term' ? term : term < 3 ? 2023 : 2024,
    within,
  }));

async function pivotOf(engine: Engine, spec: PivotSpec, programme: Programme): Promise<PivotTable> {
  const seen: PivotTable[] = [];
  const { signal } = new AbortController();
  await askPivot(engine, spec, programme, (table) => seen.push(table), signal);
  const last = seen.at(-1);
  if (!last) throw new Error('A pivot without levels');
  expect(seen).toHaveLength(levelsOf(spec).length);
  return last;
}

function pathsOf(members: readonly PivotMember[]): PivotPath[] {
  return members.flatMap(({ path, children }) => [path, ...pathsOf(children)]);
}

/** Every cell of a pivot that is answered, with where it stands. */
function cellsOf(table: PivotTable) {
  const { spec } = table;
  return [[], ...pathsOf(table.rows)].flatMap((row) =>
    [[], ...pathsOf(table.columns)].flatMap((column) =>
      spec.measures.flatMap((measure, index) => {
        const cell = cellAt(table, index, row, column);
        const fields = [...spec.rows.slice(0, row.length), ...spec.columns.slice(0, column.length)];
        return cell === null || typeof cell === 'string'
          ? []
          : [{ measure, row, column, fields, cell }];
      }),
    ),
  );
}

function membersOf(fields: readonly PivotField[], { members }: Pick<PivotCell, 'members'>) {
  const by = fields.filter((field): field is Dimension => field !== 'year' && field !== 'period');
  return Object.fromEntries(by.map((name, index) => [name, members[index] ?? null]));
}

function valueOf(cell: ReturnType<typeof cellAt>): number | null {
  if (cell === null || typeof cell === 'string') return null;
  return cell.outcome?.kind === 'estimate' ? cell.outcome.value : null;
}

describe('a pivot', { timeout: 120_000 }, () => {
  let engine: Engine;

  beforeAll(async () => {
    engine = await openNodeDuckDB();
  }, 60_000);

  afterAll(() => engine.close());

  it('says at every level what a plain loop over the rows counts', async () => {
    const met = { number: 0, total: 0, absent: 0 };
    await fc.assert(
      fc.asyncProperty(schools, specs, fc.constantFrom(1, 4, 4), async (small, spec, copies) => {
        const school = copies === 1 ? small : multiply(small, copies);
        await engine.load(encodeSchool(school));
        const table = await pivotOf(engine, spec, smallProgramme);
        const hasTimes = [...spec.rows, ...spec.columns].some(
          (field) => field === 'year' || field === 'period',
        );
        const plain = (grain: Grain) =>
          new PlainMeasures(school, smallProgramme, grain, spec.selection);
        const byGrain = { term: plain('term'), half: plain('half'), year: plain('year') };
        for (const { measure, row, column, fields, cell } of cellsOf(table)) {
          if (cell.outcome === null || cell.time === null) continue;
          const grain = fields.includes('period') ? 'term' : hasTimes ? 'year' : spec.grain;
          const expected = byGrain[grain].outcome(measure, cell.time, membersOf(fields, cell));
          const where = `${measure} ${JSON.stringify([fields, row, column])}`;
          if (typeof expected === 'string') {
            expect(cell.outcome, where).toMatchObject({ kind: 'absent', reason: expected });
            met.absent += 1;
          } else if (cell.outcome.kind === 'estimate') {
            expect(cell.outcome.value, where).toBeCloseTo(expected?.value ?? NaN, 9);
            expect(cell.outcome.n, where).toBe(expected?.n);
            met[fields.length < spec.rows.length + spec.columns.length ? 'total' : 'number'] += 1;
          } else {
            expect(cell.outcome.reason, where).toBe('too-few');
            expect(expected?.n ?? 0, where).toBeLessThan(measures[measure].minimum);
          }
        }
      }),
      settings,
    );
    expect(Math.min(...Object.values(met))).toBeGreaterThan(40);
  });

  it('adds up where its measure does: on both axes, over the unknown member, and over years', async () => {
    let checked = 0;
    await fc.assert(
      fc.asyncProperty(schools, specs, async (school, drawn) => {
        await engine.load(encodeSchool(school));
        const spec = { ...drawn, measures: additive };
        const table = await pivotOf(engine, spec, smallProgramme);
        const check = (
          members: readonly PivotMember[],
          above: PivotPath,
          at: (path: PivotPath) => readonly [row: PivotPath, column: PivotPath],
        ): void => {
          const [row, column] = at(above);
          const level = { rows: row.length, columns: column.length };
          additive.forEach((id, measure) => {
            if (members[0]?.field === 'period' && !addsUp(spec, id, level)) return;
            const whole = valueOf(cellAt(table, measure, row, column));
            const parts = members.map(({ path }) => cellAt(table, measure, ...at(path)));
            if (whole === null || parts.includes('not-divisible') || parts.length === 0) return;
            const sum = parts.reduce<number>((total, part) => total + (valueOf(part) ?? 0), 0);
            expect(sum, id).toBeCloseTo(whole, 9);
            checked += 1;
          });
          members.forEach(({ path, children }) => {
            if (children.length > 0) check(children, path, at);
          });
        };
        for (const row of [[], ...pathsOf(table.rows)]) {
          check(table.columns, [], (column) => [row, column]);
        }
        for (const column of [[], ...pathsOf(table.columns)]) {
          check(table.rows, [], (row) => [row, column]);
        }
      }),
      settings,
    );
    expect(additive.every(isAdditive)).toBe(true);
    expect(checked).toBeGreaterThan(200);
  });

  it('says the same in every order of its fields', async () => {
    await fc.assert(
      fc.asyncProperty(schools, specs, async (small, spec) => {
        await engine.load(encodeSchool(multiply(small, 4)));
        const turned = {
          ...spec,
          rows: spec.rows.toReversed(),
          columns: spec.columns.toReversed(),
        };
        const finest = (table: PivotTable) =>
          new Map(
            cellsOf(table)
              .filter(({ fields }) => fields.length === spec.rows.length + spec.columns.length)
              .map(({ measure, fields, cell: { time, outcome, members } }) => [
                JSON.stringify([
                  measure,
                  time,
                  Object.entries(membersOf(fields, { members })).sort(),
                ]),
                outcome,
              ]),
          );
        const table = await pivotOf(engine, spec, smallProgramme);
        const other = await pivotOf(engine, turned, smallProgramme);
        expect(finest(other)).toEqual(finest(table));
        spec.measures.forEach((_, measure) => {
          expect(cellAt(other, measure, [], [])).toEqual(cellAt(table, measure, [], []));
        });
      }),
      settings,
    );
  });

  it('says what the measures of the samples come to, and does not divide what cannot be divided', async () => {
    await loadSamples(engine);
    const expected = JSON.parse(readFileSync('data-samples/expected.json', 'utf8')) as {
      quarters: Record<
        string,
        { reach: { x: number; n: number }; byBlock: Record<string, { x: number; n: number }> }
      >;
    };
    const spec: PivotSpec = {
      measures: ['M01', 'M25'],
      rows: ['block', 'class'],
      columns: ['year', 'period'],
      selection: [],
      grain: 'term',
      time: null,
      within: null,
    };
    const table = await pivotOf(engine, spec, defaultProgramme);
    let checked = 0;
    for (const [quarter, { reach, byBlock }] of Object.entries(expected.quarters)) {
      const year = Number(quarter.slice(0, 4));
      const period = defaultProgramme.periods.findIndex(
        (one) => one.schoolYear === year && one.term === Number(quarter.slice(-1)),
      );
      const at = (row: PivotPath) => cellAt(table, 0, row, [year, period]);
      expect(at([]), quarter).toMatchObject({ outcome: { x: reach.x, n: reach.n } });
      for (const [block, { x, n }] of Object.entries(byBlock)) {
        expect(at([block]), `${quarter} ${block}`).toMatchObject({ outcome: { x, n } });
        checked += 1;
      }
      const sum = Object.values(byBlock).reduce((total, { x }) => total + x, 0);
      expect(sum).toBeGreaterThan(reach.x);
    }
    expect(checked).toBeGreaterThan(12);
    const [year] = table.columns;
    const whole = await askMeasure(
      engine,
      {
        measure: 'M01',
        by: [],
        grain: 'year',
        times: [Number(year?.key)],
        selection: [],
        compare: 'none',
      },
      defaultProgramme,
    );
    expect(cellAt(table, 0, [], year?.path ?? [])).toMatchObject({
      outcome: whole.cells[0]?.outcome,
    });
    // Reach of several years together is neither asked nor added up.
    expect(cellAt(table, 0, [], [])).toMatchObject({ outcome: null, time: null });
    expect(measures.M25.by).not.toContain('class');
    const [block] = table.rows;
    const [inClass] = block?.children ?? [];
    expect(cellAt(table, 1, inClass?.path ?? [], year?.path ?? [])).toBe('not-divisible');
  });

  it('is not asked where it would be too fine, and stops where it is told to', async () => {
    await loadSamples(engine);
    const fine: PivotSpec = {
      measures: ['M01', 'M04', 'M05', 'M07', 'M12', 'M16'],
      rows: ['partner', 'direction', 'class'],
      columns: ['level', 'period'],
      selection: [],
      grain: 'term',
      time: null,
      within: null,
    };
    const seen: PivotTable[] = [];
    const told = askPivot(
      engine,
      fine,
      defaultProgramme,
      (table) => seen.push(table),
      new AbortController().signal,
    );
    await expect(told).rejects.toBeInstanceOf(PivotTooFine);
    expect(mostCells).toBeGreaterThan(100_000);
    const stop = new AbortController();
    const stopped = askPivot(
      engine,
      { ...fine, rows: ['block'], columns: ['period'] },
      defaultProgramme,
      (table) => {
        seen.push(table);
        stop.abort();
      },
      stop.signal,
    );
    await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
    expect(seen).toHaveLength(1);
  });
});
