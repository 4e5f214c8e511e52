import { IndexAppraiser } from '#lib/analysis/index-appraiser.ts';
import type { IndexRobustness } from '#lib/analysis/index-robustness.ts';
import type { SampledIndex } from '#lib/analysis/index-sample.ts';
import { onDestroy } from 'svelte';
import { Latest } from './latest.svelte.ts';

/** A sample with its robustness; null where nothing can be said. */
export interface Appraised {
  readonly sampled: SampledIndex;
  readonly robustness: IndexRobustness | null;
}

/** The robustness of the index that a person looks at, computed aside; a person can stop it. Made while a component initialises. */
export class IndexAppraisal {
  stopped = $state(false);
  readonly #sampled: () => SampledIndex | null;
  readonly #answer: Latest<Appraised>;

  /** `sampled` reads what is looked at; the same object as long as that is the same. */
  constructor(sampled: () => SampledIndex | null) {
    const appraiser = new IndexAppraiser();
    this.#sampled = sampled;
    this.#answer = new Latest((signal) => {
      const asked = sampled();
      if (!asked || this.stopped) return null;
      return appraiser
        .appraise(asked.sample, signal)
        .then((robustness) => ({ sampled: asked, robustness }));
    });
    onDestroy(() => appraiser.dismiss(new DOMException('The panel was closed', 'AbortError')));
  }

  /** What is known of what is looked at now; an answer about something else is not shown under its names. */
  get shown(): Appraised | null {
    const { value } = this.#answer;
    return value && value.sampled === this.#sampled() ? value : null;
  }

  /** Why the last computation broke. */
  get fault(): unknown {
    return this.#answer.fault;
  }

  /** Computes once more, after a fault. */
  again(): void {
    this.#answer.again();
  }
}
