import { DuckDBSandbox } from '#lib/engine/duckdb/duckdb-sandbox.ts';
import { SandboxRefusal, type Sandbox, type SandboxAnswer } from '#lib/engine/sandbox.ts';
import type { LanguageTag } from '#lib/i18n/format.ts';
import { consoleContent } from './console-views.ts';
import type { Workspace } from './workspace.svelte.ts';

/** The last good answer, with the text that it answers and how long that took. */
export interface ConsoleAnswer {
  readonly text: string;
  readonly answer: SandboxAnswer;
  readonly milliseconds: number;
}

/** How the last run ended otherwise than well: refused for a reason, stopped, overtaken by other records, or failed. */
export type ConsoleFault =
  | { readonly kind: 'refused'; readonly refusal: SandboxRefusal; readonly text: string }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'renewed' }
  | { readonly kind: 'failed'; readonly cause: unknown };

/** Why a run is ended before its answer. */
class Ended extends Error {
  readonly kind: 'stopped' | 'renewed';

  constructor(kind: 'stopped' | 'renewed') {
    super(`The query was ended: ${kind}`);
    this.kind = kind;
  }
}

/** Queries that a person writes: the one that runs, how it ended, and the last good answer. */
export class Console {
  /** Since when a query runs, by `performance.now()`; null while none does. */
  since = $state<number | null>(null);
  /** Whether the copy of the tables is there. */
  isReady = $state(false);
  answered = $state.raw<ConsoleAnswer | null>(null);
  fault = $state.raw<ConsoleFault | null>(null);
  readonly #sandbox: Sandbox;
  #running: AbortController | null = null;

  /** `sandbox` answers. */
  constructor(sandbox: Sandbox) {
    this.#sandbox = sandbox;
  }

  /** Makes the copy of the tables, so that the first query need not wait for it. */
  async prepare(): Promise<void> {
    try {
      await this.#sandbox.prepare();
      this.isReady = true;
    } catch (cause) {
      this.fault ??= { kind: 'failed', cause };
    }
  }

  /** Runs a text; one that runs already is stopped first. */
  async run(text: string): Promise<void> {
    this.#running?.abort(new Ended('stopped'));
    const running = new AbortController();
    this.#running = running;
    let begun = performance.now();
    this.since = begun;
    this.fault = null;
    // What the copy of the tables takes is not the query's.
    const ready = this.#sandbox.prepare().then(
      () => {
        begun = performance.now();
        this.isReady = true;
      },
      () => undefined,
    );
    try {
      const answer = await this.#sandbox.run(text, running.signal);
      const milliseconds = performance.now() - begun;
      await ready;
      if (this.#running !== running) return;
      this.answered = { text, answer, milliseconds };
    } catch (cause) {
      if (this.#running !== running) return;
      if (cause instanceof SandboxRefusal) this.fault = { kind: 'refused', refusal: cause, text };
      else if (cause instanceof Ended) this.fault = { kind: cause.kind };
      else this.fault = { kind: 'failed', cause };
    } finally {
      if (this.#running === running) {
        this.#running = null;
        this.since = null;
      }
    }
  }

  /** Stops the query that runs; returns whether there was one. */
  stop(): boolean {
    this.#running?.abort(new Ended('stopped'));
    return this.#running !== null;
  }

  /** Takes a new copy of the tables, because the records have changed. */
  renew(): void {
    this.#running?.abort(new Ended('renewed'));
    this.#sandbox.renew();
    this.isReady = false;
    void this.prepare();
  }

  /** Frees everything. */
  close(): void {
    this.#running?.abort(new Ended('stopped'));
    this.#sandbox.close();
  }
}

/** A console over a copy of what the workspace holds. */
export function openConsole(workspace: Workspace, language: () => LanguageTag): Console {
  return new Console(
    new DuckDBSandbox(async () =>
      consoleContent(await workspace.engine(), workspace.programme, language()),
    ),
  );
}
