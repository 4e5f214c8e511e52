import type { ChainEnd, Link } from './chain.ts';
import type {
  CheckedColumns,
  JournalStore,
  SourceBytes,
  StoreChange,
  StoredChain,
} from './journal-store.ts';

interface Held {
  end: ChainEnd | null;
  readonly links: Map<number, Link>;
  readonly sources: Map<string, SourceBytes>;
  readonly columns: Map<string, CheckedColumns>;
}

function copy({ end, links, sources, columns }: Held): Held {
  return {
    end,
    links: new Map(links),
    sources: new Map(sources),
    columns: new Map(columns),
  };
}

/** A store that lasts as long as the page, for a browser that keeps nothing. */
export class MemoryStore implements JournalStore {
  readonly isLasting = false;
  #held: Held = { end: null, links: new Map(), sources: new Map(), columns: new Map() };
  #changing: Promise<unknown> = Promise.resolve();

  async chain(): Promise<StoredChain> {
    return { links: inOrder(this.#held), end: this.#held.end };
  }

  async columns(importIds: readonly string[]): Promise<CheckedColumns[]> {
    return importIds.flatMap((id) => this.#held.columns.get(id) ?? []);
  }

  async source(sha256: string): Promise<Blob | null> {
    return this.#held.sources.get(sha256)?.bytes ?? null;
  }

  change<T>(act: (change: StoreChange) => Promise<T>): Promise<T> {
    const changed = this.#changing.then(async () => {
      const next = copy(this.#held);
      const result = await act(changeOf(next));
      this.#held = next;
      return result;
    });
    this.#changing = changed.catch(() => undefined);
    return changed;
  }

  close(): void {
    this.#held = { end: null, links: new Map(), sources: new Map(), columns: new Map() };
  }
}

function inOrder({ links }: Held): Link[] {
  return [...links.values()].sort((a, b) => a.seq - b.seq);
}

function changeOf(held: Held): StoreChange {
  return {
    end: async () => held.end,
    links: async (after) => inOrder(held).filter(({ seq }) => seq > after),
    link: async (seq) => held.links.get(seq) ?? null,
    last: async () => inOrder(held).at(-1) ?? null,
    putEnd: async (end) => (held.end = end),
    putLink: async (link) => held.links.set(link.seq, structuredClone(link)),
    removeLink: async (seq) => held.links.delete(seq),
    putSource: async (source) => held.sources.set(source.sha256, source),
    putColumns: async (columns) => held.columns.set(columns.importId, columns),
    clear: async (sources, importIds) => {
      held.links.clear();
      for (const sha256 of [...held.sources.keys()])
        if (!sources.has(sha256)) held.sources.delete(sha256);
      for (const id of [...held.columns.keys()]) if (!importIds.has(id)) held.columns.delete(id);
    },
  };
}
