import { fork, type ChildProcess } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { refusalOf, refusedFile } from './checked-issue.ts';
import { hashFile } from './hash-file.ts';
import { lateSignal } from './guard.js';
import { patienceFor } from './limits.ts';
import type { Report, Task } from './protocol.ts';
import { writeJson } from './write-json.ts';

/** How the reading of one object came to its end: as it should, out of time, out of memory, or by a fault of the program. */
export type Ending = 'read' | 'time' | 'memory' | 'fault';

/** One object of the output as JSON in pieces, with how it came about. */
export interface Outcome {
  readonly file: string;
  readonly json: readonly Uint8Array[];
  readonly ending: Ending;
  /** What broke, for an ending by a fault. */
  readonly cause: string | null;
  readonly milliseconds: number;
}

/** The program that reads, and the milliseconds by the clock that so many bytes may take it. */
export interface ReaderOptions {
  readonly program: string;
  readonly patience?: (size: number) => number;
}

type Begun = Extract<Report, { kind: 'begin' }>;

/** How far one attempt at a task came. */
type Attempt =
  | { readonly isDone: true }
  | {
      readonly isDone: false;
      readonly ending: Exclude<Ending, 'read'>;
      readonly cause: string | null;
      readonly begun: Begun | null;
      readonly milliseconds: number;
    };

const heapMegabytes = 3500;

/** Reads files in a process of its own, one at a time, so that no file can harm the run: a process that dies is replaced. */
export class Reader {
  readonly #program: string;
  readonly #patience: (size: number) => number;
  #child: ChildProcess | null = null;

  constructor({ program, patience = patienceFor }: ReaderOptions) {
    this.#program = program;
    this.#patience = patience;
  }

  /** The objects that one path becomes: one for a file, one a member for a parcel; what is cut off is refused. */
  async read(path: string, withRows: boolean): Promise<readonly Outcome[]> {
    const outcomes: Outcome[] = [];
    for (;;) {
      const attempt = await this.#attempt({ path, withRows, from: outcomes.length }, outcomes);
      if (attempt.isDone) return outcomes;
      const { ending, cause, begun, milliseconds } = attempt;
      const file = begun?.file ?? path;
      const refusal =
        ending === 'fault'
          ? refusalOf('file-unreadable', cause?.split('\n')[0] ?? '')
          : refusalOf('file-too-large', ending);
      const refused = refusedFile(file, begun ? begun.sha256 : await hashFile(path), refusal);
      outcomes.push({ file, json: [...writeJson(refused)], ending, cause, milliseconds });
      // Before its first member a parcel would die again at the same place.
      if (begun === null || begun.isLast) return outcomes;
    }
  }

  /** Ends the process. */
  close(): void {
    this.#child?.kill('SIGKILL');
    this.#child = null;
  }

  async #attempt(task: Task, outcomes: Outcome[]): Promise<Attempt> {
    const size = await stat(task.path).then(
      (found) => found.size,
      () => 0,
    );
    this.#child ??= await start(this.#program);
    const child = this.#child;
    let begun: Begun | null = null;
    let pieces: Uint8Array[] = [];
    let fault: string | null = null;
    let isLate = false;
    let since = performance.now();
    const giveUp = () => {
      isLate = true;
      child.kill('SIGKILL');
    };
    let timer = setTimeout(giveUp, this.#patience(size));
    return new Promise<Attempt>((resolve, reject) => {
      const settle = (attempt: Attempt) => {
        clearTimeout(timer);
        child.off('message', hear).off('exit', bury).off('error', reject);
        resolve(attempt);
      };
      const lose = (ending: Exclude<Ending, 'read'>) => {
        this.close();
        const milliseconds = performance.now() - since;
        settle({ isDone: false, ending, cause: fault, begun, milliseconds });
      };
      const bury = (code: number | null, signal: NodeJS.Signals | null) => {
        this.#child = null;
        if (code === 1) fault ??= 'The reading process ended by itself';
        lose(isLate || signal === lateSignal ? 'time' : fault === null ? 'memory' : 'fault');
      };
      const hear = (report: Report) => {
        if (report.kind === 'begin') {
          begun = report;
          pieces = [];
          since = performance.now();
          clearTimeout(timer);
          timer = setTimeout(giveUp, this.#patience(Math.max(report.size, 1)));
        } else if (report.kind === 'piece') {
          pieces.push(report.bytes);
          timer.refresh();
        } else if (report.kind === 'end') {
          const milliseconds = performance.now() - since;
          const file = begun?.file ?? task.path;
          outcomes.push({ file, json: pieces, ending: 'read', cause: null, milliseconds });
          begun = null;
        } else if (report.kind === 'failed') {
          fault = report.cause;
        } else if (report.kind === 'done') {
          if (fault !== null) return lose('fault');
          if (report.isTired) this.close();
          settle({ isDone: true });
        }
      };
      child.on('message', hear).on('exit', bury).on('error', reject);
      child.send(task);
    });
  }
}

/** Starts the reading process and waits until it listens. */
function start(program: string): Promise<ChildProcess> {
  const child = fork(program, {
    serialization: 'advanced',
    execArgv: [`--max-old-space-size=${heapMegabytes}`],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  return new Promise((resolve, reject) => {
    const fail = (code: number | null) =>
      reject(new Error(`The reading process did not start (${code})`));
    child.once('exit', fail);
    child.once('message', () => {
      child.off('exit', fail);
      resolve(child);
    });
  });
}
