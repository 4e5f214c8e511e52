import { parseArgs } from 'node:util';
import { locales } from '#lib/i18n/locale.ts';
import { parseOutcome } from './parse-outcome.ts';
import { readInOrder } from './pool.ts';
import { Output } from './standard-output.ts';
import { summarise } from './summary.ts';
import { walkFiles } from './walk.ts';

const usage = `Usage: npm run --silent check -- FILE… [--json [--rows]] [--lang ru|en]
  FILE      a spreadsheet, a ZIP of spreadsheets or a folder
  --json    an array with one object a file instead of a summary
  --rows    with the rows of every table as raw text
  --lang    language of the summary
`;

interface Wish {
  readonly paths: readonly string[];
  readonly asJson: boolean;
  readonly withRows: boolean;
  readonly language: 'ru' | 'en';
}

/** What the command line asks for, or null when it makes no sense. */
function readWish(words: readonly string[]): Wish | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        rows: { type: 'boolean', default: false },
        lang: { type: 'string', default: 'ru' },
      },
    });
    const { json, rows, lang } = values;
    if (positionals.length === 0 || (lang !== 'ru' && lang !== 'en')) return null;
    return { paths: positionals, asJson: json, withRows: rows && json, language: lang };
  } catch {
    return null;
  }
}

/**
 * Checks files without the app: `words` is the command line, `reader` the program that reads files. Standard output gets the
 * JSON or the summary and nothing else. Answers the exit code: 0 also when files are refused, 2 for a wrong command line.
 */
export async function main(words: readonly string[], reader: string): Promise<number> {
  const wish = readWish(words);
  if (wish === null) {
    process.stderr.write(usage);
    return 2;
  }
  const output = new Output(process.stdout);
  const locale = locales[wish.language];
  let before = '[\n';
  for await (const outcomes of readInOrder(walkFiles(wish.paths), () => wish.withRows, {
    program: reader,
  })) {
    if (output.isGone) break;
    for (const outcome of outcomes) {
      if (outcome.ending === 'fault') process.stderr.write(`${outcome.file}: ${outcome.cause}\n`);
      if (wish.asJson) {
        await output.write(before);
        for (const piece of outcome.json) await output.write(piece);
        before = ',\n';
      } else {
        await output.write(`${summarise(parseOutcome(outcome), locale)}\n`);
      }
    }
  }
  if (wish.asJson) await output.write(before === '[\n' ? '[]\n' : '\n]\n');
  return 0;
}
