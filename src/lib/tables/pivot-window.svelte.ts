import {
  defaultRangeExtractor,
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
  type VirtualItem,
} from '@tanstack/virtual-core';
import { untrack } from 'svelte';

/** One side of a pivot: how many there are, how large each is in pixels, what stays before them, and which one stays in the document. */
export interface PivotSide {
  readonly count: number;
  readonly size: (index: number) => number;
  readonly before: number;
  readonly pinned: number;
}

/** Which rows, or which columns, of a scrolled element are in sight. */
export class PivotWindow {
  readonly #virtualizer: Virtualizer<HTMLElement, HTMLElement>;
  #moves = $state(0);

  constructor(element: HTMLElement, side: () => PivotSide, horizontal: boolean) {
    let sizes: PivotSide['size'] | null = null;
    const options = (now: PivotSide) => ({
      count: now.count,
      horizontal,
      getScrollElement: () => element,
      estimateSize: now.size,
      paddingStart: now.before,
      scrollPaddingStart: now.before,
      overscan: horizontal ? 3 : 6,
      observeElementRect,
      observeElementOffset,
      scrollToFn: elementScroll,
      rangeExtractor: (range: Parameters<typeof defaultRangeExtractor>[0]) => {
        const indexes = defaultRangeExtractor(range);
        const { pinned } = now;
        if (pinned < 0 || pinned >= now.count || indexes.includes(pinned)) return indexes;
        return [...indexes, pinned].sort((a, b) => a - b);
      },
      onChange: () => {
        this.#moves += 1;
      },
    });
    this.#virtualizer = untrack(() => new Virtualizer<HTMLElement, HTMLElement>(options(side())));
    $effect(() => this.#virtualizer._didMount());
    $effect(() => {
      const now = side();
      untrack(() => {
        this.#virtualizer.setOptions(options(now));
        this.#virtualizer._willUpdate();
        if (sizes !== null && sizes !== now.size) this.#virtualizer.measure();
        sizes = now.size;
        this.#moves += 1;
      });
    });
  }

  /** Those to be in the document, in order. */
  get items(): readonly VirtualItem[] {
    void this.#moves;
    return this.#virtualizer.getVirtualItems();
  }

  /** Size of all and of what stays before them. */
  get whole(): number {
    void this.#moves;
    return this.#virtualizer.getTotalSize();
  }

  /** Scrolls as little as brings one into sight. */
  show(index: number): void {
    if (index >= 0) this.#virtualizer.scrollToIndex(index, { align: 'auto' });
  }
}
