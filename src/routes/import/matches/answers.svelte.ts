import { SvelteSet } from 'svelte/reactivity';
import { pairOf, type Decision, type Pair } from '#lib/ingest/decision.ts';
import type { Match } from '#lib/ingest/star/matches/match.ts';
import { keyOf } from './match-groups.ts';

/** What a person says of a pair; null takes the answer back. */
export type Answer = Decision['answer'] | null;

/** A pair with what was said of it. */
export interface Answered {
  readonly match: Match;
  readonly answer: Answer;
}

/** The answers that are being written: what was answered leaves the screen at once, and comes back where it was not written. */
export class Answers {
  /** Keys of pairs whose answers are on their way. */
  readonly waiting = new SvelteSet<string>();
  fault = $state.raw<unknown>(null);
  /** The last answer that can be taken back. */
  last = $state.raw<Answered | null>(null);

  readonly #decide: (pair: Pair, answer: Answer) => Promise<void>;

  /** `decide` writes an answer, and ends when the matches follow it. */
  constructor(decide: (pair: Pair, answer: Answer) => Promise<void>) {
    this.#decide = decide;
  }

  /** Says that a pair is one or is two, or takes that back. */
  async give(match: Match, answer: Answer): Promise<void> {
    const key = keyOf(match);
    const before = this.last;
    this.fault = null;
    this.waiting.add(key);
    this.last = answer === null ? null : { match, answer };
    try {
      await this.#decide(pairOf(match.about, match.a.key, match.b.key), answer);
    } catch (cause) {
      this.fault = cause;
      this.last = before;
    } finally {
      this.waiting.delete(key);
    }
  }

  /** Takes the last answer back. */
  async takeBack(): Promise<void> {
    if (this.last) await this.give(this.last.match, null);
  }
}
