import type { CheckedFile } from '../check/checked-file.ts';
import type { Outcome } from '../check/reader.ts';
import type { Score } from './truth.ts';

const slowestCount = 10;

/** What became of a folder of spreadsheets. */
export interface CorpusReport {
  readonly files: number;
  /** Objects of the output: a parcel has one for each member. */
  readonly objects: number;
  readonly opened: number;
  readonly refused: Readonly<Record<string, number>>;
  readonly failures: readonly {
    readonly file: string;
    readonly how: string;
    readonly cause: string | null;
  }[];
  readonly sheets: number;
  readonly tables: number;
  readonly withoutTable: readonly string[];
  readonly kinds: Readonly<Record<string, number>>;
  readonly rows: {
    readonly accepted: number;
    readonly quarantined: number;
    readonly setAside: number;
  };
  readonly seconds: number;
  readonly slowest: readonly { readonly file: string; readonly seconds: number }[];
  readonly scores: readonly Score[];
}

/** Adds up what became of files, one object after another. */
export class Tally {
  #files = 0;
  #objects = 0;
  #opened = 0;
  #sheets = 0;
  #tables = 0;
  readonly #withoutTable: string[] = [];
  readonly #refused = new Map<string, number>();
  readonly #kinds = new Map<string, number>();
  readonly #failures: CorpusReport['failures'][number][] = [];
  readonly #times: { file: string; seconds: number }[] = [];
  readonly #rows = { accepted: 0, quarantined: 0, setAside: 0 };

  /** Counts one more path. */
  countFile(): void {
    this.#files += 1;
  }

  /** Counts one object with how it came about. */
  count({ file, ending, cause, milliseconds }: Outcome, checked: CheckedFile): void {
    this.#objects += 1;
    this.#times.push({ file, seconds: Math.round(milliseconds) / 1000 });
    if (ending !== 'read') this.#failures.push({ file, how: ending, cause });
    if (checked.refusal) return increase(this.#refused, checked.refusal.code);
    this.#opened += 1;
    this.#sheets += checked.sheets.length;
    const tables = checked.sheets.flatMap((sheet) => sheet.tables);
    this.#tables += tables.length;
    if (tables.length === 0) this.#withoutTable.push(file);
    for (const { kind, accepted, quarantined, setAside } of tables) {
      increase(this.#kinds, kind);
      this.#rows.accepted += accepted;
      this.#rows.quarantined += quarantined;
      this.#rows.setAside += Object.values(setAside).reduce((sum, count) => sum + count, 0);
    }
  }

  /** The whole report; `milliseconds` is how long the run took. */
  report(milliseconds: number, scores: readonly Score[]): CorpusReport {
    return {
      files: this.#files,
      objects: this.#objects,
      opened: this.#opened,
      refused: byCount(this.#refused),
      failures: this.#failures,
      sheets: this.#sheets,
      tables: this.#tables,
      withoutTable: this.#withoutTable,
      kinds: byCount(this.#kinds),
      rows: this.#rows,
      seconds: Math.round(milliseconds) / 1000,
      slowest: this.#times.toSorted((a, b) => b.seconds - a.seconds).slice(0, slowestCount),
      scores,
    };
  }
}

function increase(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function byCount(counts: ReadonlyMap<string, number>): Record<string, number> {
  return Object.fromEntries([...counts].sort((a, b) => b[1] - a[1]));
}

const listed = (counts: Readonly<Record<string, number>>) =>
  Object.entries(counts)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ') || 'none';

/** The report as lines of text; of a score's faults at most `most` are shown. */
export function printReport(report: CorpusReport, most: number): string {
  const { rows } = report;
  const lines = [
    `files ${report.files}, objects ${report.objects}: opened ${report.opened}, refused ${report.objects - report.opened}`,
    `refused: ${listed(report.refused)}`,
    `sheets ${report.sheets}, tables ${report.tables}, opened without a table ${report.withoutTable.length}`,
    `kinds: ${listed(report.kinds)}`,
    `rows: accepted ${rows.accepted}, quarantined ${rows.quarantined}, set aside ${rows.setAside}`,
    `failures: ${report.failures.length}`,
    ...report.failures.map(
      ({ file, how, cause }) => `  ${how} ${file}${cause === null ? '' : `: ${cause}`}`,
    ),
    `time: ${report.seconds} s`,
    ...report.slowest.map(({ file, seconds }) => `  ${seconds.toFixed(2)} s ${file}`),
  ];
  for (const { folder, truth, cases, figures, wrong } of report.scores) {
    lines.push(`${folder} (${truth}, ${cases} cases): ${listed(figures)}`);
    lines.push(...wrong.slice(0, most).map((one) => `  ${one}`));
    if (wrong.length > most) lines.push(`  and ${wrong.length - most} more`);
  }
  return `${lines.join('\n')}\n`;
}
