import { parseArgs } from 'node:util';
import type { CheckedFile } from '../check/checked-file.ts';
import { parseOutcome } from '../check/parse-outcome.ts';
import { readInOrder } from '../check/pool.ts';
import { Output } from '../check/standard-output.ts';
import { isFolder, walkFiles } from '../check/walk.ts';
import { findTruths, isTruth } from './find-truths.ts';
import { printReport, Tally } from './report.ts';

const usage = `Usage: npm run --silent corpus -- DIR… [--json] [--weights FILE]
  DIR         a folder of spreadsheets; folders with ground truth in it are scored
  --json      the report as JSON, with every fault
  --weights   a JSON object with the weight of each file of a benchmark by its name
`;
const shownFaults = 40;

interface Wish {
  readonly folders: readonly string[];
  readonly asJson: boolean;
  readonly weights: string | null;
}

function readWish(words: readonly string[]): Wish | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false }, weights: { type: 'string' } },
    });
    if (positionals.length === 0 || !positionals.every(isFolder)) return null;
    return { folders: positionals, asJson: values.json, weights: values.weights ?? null };
  } catch {
    return null;
  }
}

/**
 * Reads whole folders and reports counts, times, failures and scores: `words` is the command line, `reader` the program that
 * reads files. Answers the exit code: 0 when the run itself worked, 2 for a wrong command line.
 */
export async function main(words: readonly string[], reader: string): Promise<number> {
  const wish = readWish(words);
  if (wish === null) {
    process.stderr.write(usage);
    return 2;
  }
  const truths = wish.folders.flatMap((folder) => findTruths(folder, wish.weights));
  const judged = new Set(truths.flatMap(({ files }) => files));
  const rowsWanted = new Set(
    truths.filter(({ needsRows }) => needsRows).flatMap(({ files }) => files),
  );
  const walked = walkFiles(wish.folders).filter((path) => !isTruth(path, truths));
  const paths = [...new Set([...walked, ...judged])];
  const kept = new Map<string, CheckedFile>();
  const tally = new Tally();
  const started = performance.now();
  let at = 0;
  for await (const outcomes of readInOrder(paths, (path) => rowsWanted.has(path), {
    program: reader,
  })) {
    tally.countFile();
    for (const outcome of outcomes) {
      const checked = parseOutcome(outcome);
      tally.count(outcome, checked);
      if (judged.has(outcome.file)) kept.set(outcome.file, checked);
    }
    at += 1;
    if (process.stderr.isTTY) process.stderr.write(`\r${at} / ${paths.length}`);
  }
  if (process.stderr.isTTY) process.stderr.write('\n');
  const milliseconds = performance.now() - started;
  const report = tally.report(
    milliseconds,
    truths.map((truth) => truth.score(kept)),
  );
  const output = new Output(process.stdout);
  await output.write(
    wish.asJson ? `${JSON.stringify(report, null, 1)}\n` : printReport(report, shownFaults),
  );
  return 0;
}
