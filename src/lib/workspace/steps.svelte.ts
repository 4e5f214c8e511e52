/** How many steps can be taken back. */
const mostSteps = 100;

/** What takes steps back and takes them again. */
export interface Steppable {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  undo(): void;
  redo(): void;
}

/** What is chosen, each step of which can be taken back and taken again. */
export class Steps<T extends object> implements Steppable {
  now = $state.raw() as T;
  #past = $state.raw<readonly T[]>([]);
  #future = $state.raw<readonly T[]>([]);

  readonly canUndo = $derived(this.#past.length > 0);
  readonly canRedo = $derived(this.#future.length > 0);

  constructor(first: T) {
    this.now = first;
  }

  /** Changes what is chosen, as one step; what changes nothing is none. */
  take(change: Partial<T>): void {
    const next = { ...this.now, ...change };
    if (JSON.stringify(next) === JSON.stringify(this.now)) return;
    this.#past = [...this.#past, this.now].slice(-mostSteps);
    this.#future = [];
    this.now = next;
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
