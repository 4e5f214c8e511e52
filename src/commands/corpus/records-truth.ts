import { existsSync, readdirSync } from 'node:fs';
import { join, parse } from 'node:path';
import type { CheckedFile } from '../check/checked-file.ts';
import { readPlainText } from './plain-csv.ts';
import { share, type Truth } from './truth.ts';

/** A folder with `json/` beside `csvs/`: each JSON file is the list of records, texts by heading, that the CSV file holds. */
export function recordsTruth(folder: string): Truth | null {
  const inputs = join(folder, 'csvs');
  const truths = join(folder, 'json');
  if (!existsSync(inputs) || !existsSync(truths)) return null;
  const cases = readdirSync(inputs).flatMap((name) => {
    const truth = join(truths, `${parse(name).name}.json`);
    return existsSync(truth) ? [{ input: join(inputs, name), truth }] : [];
  });
  return {
    folder,
    files: cases.map(({ input }) => input),
    sources: [truths],
    needsRows: true,
    score: (checked) => {
      const wrong = cases.filter(
        ({ input, truth }) => JSON.stringify(recordsOf(checked.get(input))) !== recordsIn(truth),
      );
      return {
        folder,
        truth: 'json',
        cases: cases.length,
        figures: { right: share(cases.length - wrong.length, cases.length) },
        wrong: wrong.map(({ input }) => input),
      };
    },
  };
}

function recordsIn(path: string): string {
  return JSON.stringify(JSON.parse(readPlainText(path)));
}

function recordsOf(file: CheckedFile | undefined): Record<string, string>[] {
  const [names = [], ...rows] = [...(file?.sheets[0]?.tables[0]?.rows ?? [])];
  return rows.map((row) => Object.fromEntries(names.map((name, at) => [name, row[at] ?? ''])));
}
