import {
  defaultRangeExtractor,
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
  type VirtualItem,
} from '@tanstack/virtual-core';
import { untrack } from 'svelte';

/** Which rows of a tall scrolled element are in sight; heights are in pixels. */
export class RowWindow {
  readonly #virtualizer: Virtualizer<HTMLElement, HTMLElement>;
  #moves = $state(0);

  /** `pinned` is a row that stays in the document wherever the scroll is. */
  constructor(
    element: HTMLElement,
    count: () => number,
    pinned: () => number,
    height: { row: number; head: number },
  ) {
    const options = () => ({
      count: count(),
      getScrollElement: () => element,
      estimateSize: () => height.row,
      paddingStart: height.head,
      scrollPaddingStart: height.head,
      overscan: 8,
      observeElementRect,
      observeElementOffset,
      scrollToFn: elementScroll,
      rangeExtractor: (range: Parameters<typeof defaultRangeExtractor>[0]) => {
        const indexes = defaultRangeExtractor(range);
        const kept = pinned();
        if (kept < 0 || kept >= count() || indexes.includes(kept)) return indexes;
        return [...indexes, kept].sort((a, b) => a - b);
      },
      onChange: () => {
        this.#moves += 1;
      },
    });
    this.#virtualizer = untrack(() => new Virtualizer<HTMLElement, HTMLElement>(options()));
    $effect(() => this.#virtualizer._didMount());
    $effect(() => {
      const now = options();
      untrack(() => {
        this.#virtualizer.setOptions(now);
        this.#virtualizer._willUpdate();
        this.#moves += 1;
      });
    });
  }

  /** The rows to be in the document, from the top. */
  get items(): readonly VirtualItem[] {
    void this.#moves;
    return this.#virtualizer.getVirtualItems();
  }

  /** Height of all rows and the head. */
  get height(): number {
    void this.#moves;
    return this.#virtualizer.getTotalSize();
  }

  /** First and last row in sight; null when there are none. */
  get sight(): { first: number; last: number } | null {
    void this.#moves;
    const range = this.#virtualizer.range;
    return range ? { first: range.startIndex, last: range.endIndex } : null;
  }

  /** Scrolls as little as brings a row into sight. */
  show(row: number): void {
    if (row >= 0) this.#virtualizer.scrollToIndex(row, { align: 'auto' });
  }
}
