import loadHighs, { type Highs, type InitOptions, type ModelData } from 'highs';
import type { LinearProgram, Solution, Solver } from './solver.ts';

function modelOf(highs: Highs, { sense, columns, rows }: LinearProgram): ModelData {
  const { minimize, maximize } = highs.constants.objectiveSense;
  const starts = new Int32Array(rows.length + 1);
  for (const [place, row] of rows.entries()) {
    starts[place + 1] = (starts[place] ?? 0) + row.columns.length;
  }
  const { integer, continuous } = highs.constants.variableType;
  return {
    numCols: columns.length,
    numRows: rows.length,
    sense: sense === 'least' ? minimize : maximize,
    colCost: Float64Array.from(columns, ({ cost }) => cost),
    colLower: Float64Array.from(columns, ({ lower }) => lower),
    colUpper: Float64Array.from(columns, ({ upper }) => upper),
    rowLower: Float64Array.from(rows, ({ lower }) => lower),
    rowUpper: Float64Array.from(rows, ({ upper }) => upper),
    matrix: {
      format: 'csr',
      numRows: rows.length,
      numCols: columns.length,
      starts,
      indices: Int32Array.from(rows.flatMap((row) => row.columns)),
      values: Float64Array.from(rows.flatMap(({ weights }) => weights)),
    },
    integrality: columns.map(({ whole }) => (whole ? integer : continuous)),
  };
}

/** A solver by HiGHS, the open-source solver of the University of Edinburgh; it runs in the thread that asks. */
export async function createSolver(options: InitOptions = {}): Promise<Solver> {
  const highs = await loadHighs(options);
  const { optimal, infeasible, unboundedOrInfeasible } = highs.constants.modelStatus;
  return {
    solve(program, seconds) {
      return highs.withModel(modelOf(highs, program), (model): Solution => {
        model.options.set({ output_flag: false, time_limit: seconds, mip_rel_gap: 0 });
        model.run();
        const status = model.getModelStatus();
        if (status === infeasible || status === unboundedOrInfeasible) {
          return { kind: 'impossible' };
        }
        if (status !== optimal) return { kind: 'undecided' };
        return {
          kind: 'found',
          values: Array.from(model.getSolution().colValue),
          cost: model.getObjectiveValue(),
        };
      });
    },
  };
}
