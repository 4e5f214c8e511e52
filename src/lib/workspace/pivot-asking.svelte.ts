import type { PivotTable } from '#lib/analysis/pivot-table.ts';

/** Tells a pivot as far as it is answered; how many of its levels are still to be counted. */
export type TellPivot = (table: PivotTable, left: number) => void;

/**
 * The answer to a pivot that comes level by level: asked again when what it reads changes, the former questions cancelled,
 * the last good answer kept until the first level of the next is there. Made while a component initialises.
 */
export class PivotAsking {
  table = $state.raw<PivotTable | null>(null);
  fault = $state.raw<unknown>(null);
  /** Levels still to be counted; null while the first is awaited. */
  left = $state<number | null>(null);
  isAsking = $state(false);
  isStopped = $state(false);
  #tries = $state(0);
  #controller: AbortController | null = null;

  /** `ask` reads what it depends on before its first await, and answers null while there is nothing to ask. */
  constructor(ask: (tell: TellPivot, signal: AbortSignal) => Promise<void> | null) {
    $effect(() => {
      void this.#tries;
      const controller = new AbortController();
      const { signal } = controller;
      const answering = ask((table, left) => {
        if (signal.aborted) return;
        this.table = table;
        this.left = left;
      }, signal);
      if (!answering) return;
      this.#controller = controller;
      this.isAsking = true;
      this.fault = null;
      this.isStopped = false;
      this.left = null;
      const end = (fault: unknown): void => {
        if (signal.aborted) return;
        this.fault = fault;
        this.isAsking = false;
      };
      answering.then(() => end(null), end);
      return () => controller.abort();
    });
  }

  /** Stops what is being counted; what is there stays. */
  stop(): void {
    this.#controller?.abort();
    this.isAsking = false;
    this.isStopped = true;
  }

  /** Asks once more, after a fault or a stop. */
  again(): void {
    this.#tries += 1;
  }
}
