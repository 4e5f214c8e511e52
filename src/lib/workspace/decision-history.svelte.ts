import type { Decided } from './decided.ts';

/** A decision that was left behind. */
export interface Step {
  /** What is decided once it is gone to. */
  readonly decided: Decided;
  /** Files whose reading changes on the way. */
  readonly changed: readonly string[];
}

/** Goes to what a step decided; false when that failed and everything stayed as it was. */
type Turn = (step: Step) => Promise<boolean>;

/** The decisions about files under review that can be taken back, and those taken back that can be taken up again. */
export class DecisionHistory {
  #past = $state.raw<readonly Step[]>([]);
  #future = $state.raw<readonly Step[]>([]);

  readonly hasPast = $derived(this.#past.length > 0);
  readonly hasFuture = $derived(this.#future.length > 0);

  /** Forgets everything. */
  clear(): void {
    this.#past = [];
    this.#future = [];
  }

  /** Keeps what was decided before a new decision; what was taken back before cannot be taken up again. */
  record(before: Step): void {
    this.#past = [...this.#past, before];
    this.#future = [];
  }

  /** Takes the last decision back, from what is decided now. */
  async undo(now: Decided, turn: Turn): Promise<void> {
    const step = this.#past.at(-1);
    if (!step || !(await turn(step))) return;
    this.#past = this.#past.slice(0, -1);
    this.#future = [...this.#future, { decided: now, changed: step.changed }];
  }

  /** Takes up again the last decision that was taken back, from what is decided now. */
  async redo(now: Decided, turn: Turn): Promise<void> {
    const step = this.#future.at(-1);
    if (!step || !(await turn(step))) return;
    this.#future = this.#future.slice(0, -1);
    this.#past = [...this.#past, { decided: now, changed: step.changed }];
  }
}
