const pageSize = 100;
const keptPages = 60;
const settle = 50;

interface Page<R> {
  readonly rows: readonly R[] | null;
}

/**
 * Rows fetched by the page as they come into sight. Pages that a quick scroll only passes are not asked for, replies
 * to what is no longer asked are dropped, and the pages farthest from sight are forgotten.
 */
export class PagedRows<R> {
  readonly #fetch: (offset: number, limit: number) => Promise<readonly R[]>;
  readonly #changed: (failure: unknown) => void;
  readonly #pages = new Map<number, Page<R>>();
  #wanted: readonly [number, number] = [0, 0];
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `changed` is called when rows have arrived, with null, or when fetching them failed, with the cause. */
  constructor(
    fetch: (offset: number, limit: number) => Promise<readonly R[]>,
    changed: (failure: unknown) => void,
  ) {
    this.#fetch = fetch;
    this.#changed = changed;
  }

  /** The row at an index, or null until it has arrived. */
  at(index: number): R | null {
    return this.#pages.get(Math.floor(index / pageSize))?.rows?.[index % pageSize] ?? null;
  }

  /** Says which rows are in sight; they are fetched as soon as the scroll settles. */
  want(first: number, last: number): void {
    this.#wanted = [Math.floor(first / pageSize), Math.floor(last / pageSize)];
    clearTimeout(this.#timer);
    if (this.#pages.size === 0) this.#fill();
    else this.#timer = setTimeout(() => this.#fill(), settle);
  }

  /** Drops what is under way. */
  close(): void {
    clearTimeout(this.#timer);
    this.#pages.clear();
  }

  #fill(): void {
    for (let page = this.#wanted[0]; page <= this.#wanted[1]; page += 1) {
      if (!this.#pages.has(page)) void this.#load(page);
    }
    this.#forget();
  }

  async #load(page: number): Promise<void> {
    const asked: Page<R> = { rows: null };
    this.#pages.set(page, asked);
    try {
      const rows = await this.#fetch(page * pageSize, pageSize);
      if (this.#pages.get(page) !== asked) return;
      this.#pages.set(page, { rows });
      this.#changed(null);
    } catch (cause) {
      if (this.#pages.get(page) !== asked) return;
      this.#pages.delete(page);
      this.#changed(cause);
    }
  }

  #forget(): void {
    const middle = (this.#wanted[0] + this.#wanted[1]) / 2;
    const far = [...this.#pages.keys()].sort((a, b) => Math.abs(b - middle) - Math.abs(a - middle));
    for (const page of far.slice(0, Math.max(0, far.length - keptPages))) this.#pages.delete(page);
  }
}
