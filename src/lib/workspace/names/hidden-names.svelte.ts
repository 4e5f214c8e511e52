import { createContext } from 'svelte';
import type { Engine } from '#lib/engine/engine.ts';
import type { Hiding } from './hiding.ts';

const storageKey = 'dinamika.names-hidden';

function recall(): boolean {
  try {
    return localStorage.getItem(storageKey) === 'yes';
  } catch {
    return false;
  }
}

/** Whether names are hidden on every screen, for a projector or an open room; kept in this browser, the same in all its tabs. */
export class HiddenNames {
  #on = $state(recall());
  #hiding: Hiding | null = null;
  #root: HTMLElement | null = null;
  #engine: (() => Promise<Engine>) | null = null;
  #isLearnt = false;
  #following: Promise<void> = Promise.resolve();

  constructor() {
    // What comes before the names are found is not readable.
    if (this.#on) this.#blur(true);
  }

  /** Whether names are hidden. */
  get on(): boolean {
    return this.#on;
  }

  /** Hides names on a page for as long as they are to be hidden; gives how to stop. */
  watch(root: HTMLElement): () => void {
    this.#root = root;
    const follow = (event: StorageEvent): void => {
      if (event.key === storageKey || event.key === null) this.#set(recall());
    };
    addEventListener('storage', follow);
    this.#set(this.#on);
    return () => {
      removeEventListener('storage', follow);
      this.#root = null;
      this.#set(this.#on);
    };
  }

  /** Hides names, or shows them again. */
  toggle(): void {
    const on = !this.#on;
    try {
      if (on) localStorage.setItem(storageKey, 'yes');
      else localStorage.removeItem(storageKey);
    } catch {
      // Without storage it lasts as long as the page.
    }
    this.#set(on);
  }

  /** Says where to ask who there is: other files count now. */
  learn(engine: () => Promise<Engine>): void {
    this.#engine = engine;
    this.#isLearnt = false;
    if (this.#on) this.#set(true);
  }

  #set(on: boolean): void {
    this.#on = on;
    if (on && !this.#hiding) this.#blur(true);
    // One step after the other: a key that is pressed twice ends where it began.
    this.#following = this.#following.then(() => this.#follow()).catch(() => undefined);
  }

  async #follow(): Promise<void> {
    const isWanted = this.#on && this.#root !== null;
    if (!isWanted) {
      this.#hiding?.stop();
      this.#hiding = null;
      this.#blur(false);
      return;
    }
    if (!this.#hiding) {
      const { Hiding } = await import('./hiding.ts');
      if (!this.#root) return;
      this.#hiding = new Hiding(this.#root);
      this.#isLearnt = false;
    }
    this.#blur(false);
    if (this.#isLearnt || !this.#engine) return;
    this.#isLearnt = true;
    await this.#hiding.learn(await this.#engine());
  }

  #blur(isPending: boolean): void {
    document.documentElement.toggleAttribute('data-names-pending', isPending);
  }
}

/** Whether names are hidden, for every component below the frame. */
export const [getHiddenNames, setHiddenNames] = createContext<HiddenNames>();
