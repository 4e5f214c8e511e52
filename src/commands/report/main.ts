import { join } from 'node:path';
import { openThreadDuckDB } from '#lib/engine/duckdb/thread-duckdb.ts';
import { locales, type Locale } from '#lib/i18n/locale.ts';
import { derive, encodeRecords } from '#lib/ingest/derivation.ts';
import { preparedFacts } from '#lib/measures/facts.ts';
import type { Programme } from '#lib/model/programme.ts';
import { packageLetters } from '#lib/snapshot/html/package-letters.ts';
import { Output } from '../check/standard-output.ts';
import { gatherFiles } from './gather-files.ts';
import { choosePeriod, loadProgramme } from './load-programme.ts';
import { AuditTooLong, makeSnapshot } from './make-snapshot.ts';
import { namesIn } from './names-in.ts';
import { addToLedger, readLedger } from './release-ledger.ts';
import { certificateLines, exposedLines, filesLines, leftOutLines } from './snapshot-words.ts';
import { causeOf, complain, Stop } from './stop.ts';
import { readWish, usage, type Wish } from './wish.ts';
import { assertWritable, putFile, writeFormats, type Formats } from './write-formats.ts';

/** Does what writes to a path; stops where it cannot. */
function writing<T>(path: string, { t }: Locale, write: () => T): T {
  try {
    return write();
  } catch (thrown) {
    throw new Stop([t.reporting.notWritten(path, causeOf(thrown))]);
  }
}

/** Puts the files of a snapshot into the folder; gives a line about each. */
function putFormats({ folder, language }: Wish, name: string, { files }: Formats): string[] {
  const locale = locales[language];
  return files.map(([ending, bytes]) => {
    const own = `${name}.${ending}`;
    const path = writing(join(folder, own), locale, () => putFile(folder, own, bytes));
    return `  ${path} — ${locale.format.bytes(bytes.length)}`;
  });
}

async function run(wish: Wish, programme: Programme, root: string): Promise<void> {
  const locale = locales[wish.language];
  const { t, format } = locale;
  const earlier = readLedger(wish.ledger, locale);
  const files = await gatherFiles(wish, programme, locale);
  const imports = files.counted.map(({ sha256, records }) => ({
    id: sha256.slice(0, 16),
    records: encodeRecords(records),
  }));
  const { tables, extent, report } = derive(imports, { programme });
  const own = report.ownDimensions;
  const period = choosePeriod(wish.period, extent, programme, locale);
  const engine = await openThreadDuckDB(join(root, 'package.json'));
  try {
    await engine.load(tables, preparedFacts());
    const isWatched = process.stderr.isTTY;
    const { draft, frozen } = await makeSnapshot(
      wish,
      { engine, programme, own, period, files: files.counted, earlier },
      (done, all) => {
        const told = t.reporting.checking(format.number(done), format.number(all));
        if (isWatched) process.stderr.write(`\r${told}`);
      },
    );
    if (isWatched) process.stderr.write('\r\x1b[K');
    if (frozen.kind === 'exposed') {
      throw new Stop(exposedLines(draft, frozen.pieces, own, locale));
    }
    const { document, refused, statements } = frozen;
    const names = await namesIn(document, engine);
    if (names.length > 0) complain([t.reporting.names(format.list(names))]);
    const letters = packageLetters(JSON.stringify(document), join(root, 'node_modules'));
    const formats = await writeFormats(document, wish.language, letters);
    const name = `${wish.template}-${programme.periods[period]?.id ?? ''}`;
    const { ledger } = wish;
    if (ledger !== null) {
      const release = {
        id: formats.content,
        draft: draft.id,
        title: draft.name,
        formats: formats.files.map(([ending]) => ending),
        statements,
      };
      // Written first: what is shared without standing here could give somebody away the next time.
      writing(ledger, locale, () => addToLedger(ledger, earlier, release));
    }
    const written = putFormats(wish, name.replace(/[^\w-]/g, '-'), formats);
    const parts = [
      [draft.name],
      filesLines(files, locale),
      leftOutLines(draft, refused, own, locale),
      certificateLines(document, formats.content, ledger !== null, locale),
      [t.reporting.written, ...written],
    ];
    const said = parts.filter(({ length }) => length > 0).map((lines) => lines.join('\n'));
    await new Output(process.stdout).write(`${said.join('\n\n')}\n`);
  } finally {
    await engine.close();
  }
}

/**
 * Makes a snapshot of files without the app: `words` is the command line, `root` the folder of the app. Standard output gets
 * the certificate and what was written. Answers the exit code: 1 where no snapshot could be made, 2 for a wrong command line.
 */
export async function main(words: readonly string[], root: string): Promise<number> {
  const wish = readWish(words);
  if (wish === null) {
    process.stderr.write(usage);
    return 2;
  }
  const locale = locales[wish.language];
  const { reporting, councilShare } = locale.t;
  try {
    const programme = loadProgramme(wish.programme, locale);
    if (wish.period !== null && !programme.periods.some(({ id }) => id === wish.period)) {
      const known = programme.periods.map(({ id }) => id).join(', ');
      throw new Stop([reporting.period.unknown(wish.period, known)], 2);
    }
    // Seen at the end only, it would cost whoever waits all the time before.
    writing(wish.folder, locale, () => assertWritable(wish.folder));
    await run(wish, programme, root);
    return 0;
  } catch (thrown) {
    if (thrown instanceof Stop) {
      complain([thrown.message]);
      return thrown.code;
    }
    if (thrown instanceof AuditTooLong) {
      complain([councilShare.tooLong.title, councilShare.tooLong.text]);
      return 1;
    }
    const cause = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
    complain([reporting.failed(cause)]);
    return 1;
  }
}
