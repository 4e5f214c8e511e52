import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, parse } from 'node:path';
import type { CheckedFile, CheckedTable } from '../check/checked-file.ts';
import { walkFiles } from '../check/walk.ts';
import { measureLoading, nothingLoaded, scoreOf } from './loading-score.ts';
import { parsePlainCsv, readPlainText } from './plain-csv.ts';
import type { Score, Truth } from './truth.ts';

type Rows = readonly (readonly string[])[];

interface Case {
  readonly input: string;
  readonly clean: string;
  readonly weight: number;
}

const truthFolders = new Set(['clean', 'parameters']);

/**
 * A folder with `clean/`: each file there is what loading the input of the same name (from any other folder beside it, with
 * any extension) should give. A JSON file of numbers by name, here or one folder up, gives the inputs their weights.
 */
export function loadingTruth(folder: string, weightsFile: string | null): Truth | null {
  const clean = join(folder, 'clean');
  if (!existsSync(clean)) return null;
  const inputs = readdirSync(folder)
    .filter((name) => !truthFolders.has(name))
    .flatMap((name) => walkFiles([join(folder, name)]));
  const names = walkFiles([clean]);
  const weighing = weightsFile ?? weightsBeside(folder, names);
  const weights = weighing === null ? null : readWeights(weighing);
  const cases = names.flatMap((path): Case[] => {
    const { base, name } = parse(path);
    const input =
      inputs.find((one) => parse(one).base === base) ??
      inputs.find((one) => parse(one).name === name);
    return input ? [{ input, clean: path, weight: weights?.get(base) ?? 1 }] : [];
  });
  if (cases.length === 0) return null;
  return {
    folder,
    files: cases.map(({ input }) => input),
    sources: [clean, join(folder, 'parameters'), ...(weighing === null ? [] : [weighing])],
    needsRows: true,
    score: (checked) => score(folder, cases, weights !== null, checked),
  };
}

function score(
  folder: string,
  cases: readonly Case[],
  isWeighted: boolean,
  checked: ReadonlyMap<string, CheckedFile>,
): Score {
  const judged = cases.map(({ input, clean, weight }) => {
    const source = parsePlainCsv(readPlainText(clean));
    const file = checked.get(input);
    return {
      input,
      weight,
      main: scoreLoaded(source, file, mainRows),
      joined: scoreLoaded(source, file, allRows),
    };
  });
  const mean = (of: 'main' | 'joined', weigh: (weight: number) => number) => {
    const whole = judged.reduce((sum, { weight }) => sum + weigh(weight), 0);
    const sum = judged.reduce((all, one) => all + weigh(one.weight) * scoreOf(one[of]), 0);
    return Math.round((1000 * sum) / whole) / 1000;
  };
  const same = () => 1;
  const own = (weight: number) => weight;
  return {
    folder,
    truth: 'clean',
    cases: cases.length,
    figures: {
      simple: mean('main', same),
      ...(isWeighted ? { weighted: mean('main', own) } : {}),
      simpleAllTables: mean('joined', same),
      ...(isWeighted ? { weightedAllTables: mean('joined', own) } : {}),
    },
    wrong: judged
      .filter(({ main }) => scoreOf(main) < 9.995)
      .sort((a, b) => scoreOf(a.main) - scoreOf(b.main))
      .map(({ input, main }) => {
        const [, , , header = 0, , , records = 0, , , cells = 0] = main;
        const parts = [header, records, cells].map((part) => part.toFixed(3));
        return `${scoreOf(main).toFixed(2)} ${parse(input).base} (F1 header ${parts[0]}, records ${parts[1]}, cells ${parts[2]})`;
      }),
  };
}

function scoreLoaded(
  source: Rows,
  file: CheckedFile | undefined,
  rowsOf: (file: CheckedFile) => Rows,
) {
  return file?.status === 'ok' ? measureLoading(source, rowsOf(file)) : nothingLoaded;
}

function tablesOf(file: CheckedFile): readonly Rows[] {
  const tables: readonly CheckedTable[] = file.sheets.flatMap((sheet) => sheet.tables);
  return tables.map(({ rows }) => [...(rows ?? [])]);
}

/** The rows of the table with most rows: a file's other tables are not what the benchmark asks for. */
function mainRows(file: CheckedFile): Rows {
  return tablesOf(file).reduce((best, rows) => (rows.length > best.length ? rows : best), []);
}

/** The rows of all tables one below another. */
function allRows(file: CheckedFile): Rows {
  return tablesOf(file).flat();
}

/** The file with the weights of these names, here or one folder up. */
function weightsBeside(folder: string, names: readonly string[]): string | null {
  for (const place of [folder, dirname(folder)]) {
    for (const name of readdirSync(place)) {
      if (!name.endsWith('.json')) continue;
      const path = join(place, name);
      const weights = readWeights(path);
      if (weights && names.some((one) => weights.has(parse(one).base))) return path;
    }
  }
  return null;
}

/** The numbers of a JSON object by their names; null when the file holds anything else. */
function readWeights(path: string): ReadonlyMap<string, number> | null {
  const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const entries: [string, unknown][] = Object.entries(value);
  const isNumber = (entry: [string, unknown]): entry is [string, number] =>
    typeof entry[1] === 'number';
  return entries.every(isNumber) ? new Map(entries.filter(isNumber)) : null;
}
