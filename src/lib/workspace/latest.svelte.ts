/**
 * An answer that follows its question: asked again when what it reads changes, the former question cancelled, the last
 * good answer kept until the next one is there. Made while a component initialises.
 */
export class Latest<T> {
  value = $state.raw<T | null>(null);
  fault = $state.raw<unknown>(null);
  pending = $state(true);
  /** Whether the last question was given up before its answer. */
  isStopped = $state(false);
  #controller: AbortController | null = null;
  #tries = $state(0);

  /** `ask` reads what it depends on before its first await, and answers null while there is nothing to ask. */
  constructor(ask: (signal: AbortSignal) => Promise<T> | null) {
    $effect(() => {
      void this.#tries;
      const controller = new AbortController();
      this.#controller = controller;
      this.isStopped = false;
      const promise = ask(controller.signal);
      if (!promise) return;
      this.pending = true;
      promise.then(
        (value) => {
          if (controller.signal.aborted) return;
          this.value = value;
          this.fault = null;
          this.pending = false;
        },
        (cause: unknown) => {
          if (controller.signal.aborted) return;
          this.fault = cause;
          this.pending = false;
        },
      );
      return () => controller.abort();
    });
  }

  /** Gives the question up; the last good answer stays. */
  stop(): void {
    if (!this.pending) return;
    this.#controller?.abort();
    this.pending = false;
    this.isStopped = true;
  }

  /** Asks once more, after a fault or a stop. */
  again(): void {
    this.#tries += 1;
  }
}
