/** How many steps can be taken back. */
const mostSteps = 100;

/** What is chosen, each step of which can be taken back and taken again. */
export class PivotSteps<T extends object> {
  now = $state.raw() as T;
  #past = $state.raw<readonly T[]>([]);
  #future = $state.raw<readonly T[]>([]);

  readonly canUndo = $derived(this.#past.length > 0);
  readonly canRedo = $derived(this.#future.length > 0);

  constructor(first: T) {
    this.now = first;
  }

  /** Changes what is chosen, as one step. */
  take(change: Partial<T>): void {
    this.#past = [...this.#past, this.now].slice(-mostSteps);
    this.#future = [];
    this.now = { ...this.now, ...change };
  }

  /** Takes the last step back. */
  undo(): void {
    const former = this.#past.at(-1);
    if (!former) return;
    this.#past = this.#past.slice(0, -1);
    this.#future = [this.now, ...this.#future];
    this.now = former;
  }

  /** Takes a step that was taken back again. */
  redo(): void {
    const [next, ...rest] = this.#future;
    if (!next) return;
    this.#future = rest;
    this.#past = [...this.#past, this.now];
    this.now = next;
  }
}
