import { editionName, type ToServiceWorker } from './edition.ts';

/** Another version of the app: none, one that is complete and waits, or one that another tab has already turned to. */
type Newer = 'none' | 'waiting' | 'taken';

/** Where the app runs. */
export interface UpdatesSurroundings {
  /** The browser's service workers; undefined where it has none, as on a page without HTTPS. */
  readonly container: ServiceWorkerContainer | undefined;
  /** The path below which the app is served, without a slash at the end. */
  readonly base: string;
  /** The version of the page. */
  readonly version: string;
  /** Opens the page anew. */
  readonly reload: () => void;
}

const hour = 3_600_000;

/** Keeps the app in the browser for a start without the network, and knows when a newer version has come whole. */
export class Updates {
  newer = $state<Newer>('none');
  /** Whether the next start needs no network; null while that is not known. */
  isKept = $state<boolean | null>(null);
  /** Whether this page waits for the newer version, to be opened anew with it. */
  isTurning = $state(false);

  readonly version: string;
  readonly #around: UpdatesSurroundings;
  readonly #closing = new AbortController();
  #registration: ServiceWorkerRegistration | undefined;

  constructor(around: UpdatesSurroundings) {
    this.#around = around;
    this.version = around.version;
  }

  /** Has the browser fetch the app, and looks for a newer version now and then; does nothing where there are no service workers. */
  async start(): Promise<void> {
    const { container, base } = this.#around;
    this.#holdEdition();
    try {
      const registration = await container?.register(`${base}/service-worker.js`);
      if (!container || !registration) throw new Error('The browser keeps no service worker');
      if (this.#closing.signal.aborted) return;
      this.#registration = registration;
      this.#follow(container, registration);
    } catch {
      // The app works as well from the network; the screen says what is not kept.
      this.isKept = false;
    }
  }

  /** Turns to the version that waits: this page is opened anew with it, the other tabs are told. */
  turn(): void {
    if (this.newer === 'taken') {
      this.#around.reload();
      return;
    }
    this.isTurning = true;
    say(this.#registration?.waiting, 'take-over');
  }

  /** Stops looking. */
  close(): void {
    this.#closing.abort();
  }

  #follow(container: ServiceWorkerContainer, registration: ServiceWorkerRegistration): void {
    const { signal } = this.#closing;
    let former = container.controller;
    const look = (): void => {
      this.isKept = registration.active !== null;
      // A first version that waits for nothing is no news.
      if (registration.waiting && registration.active && this.newer === 'none')
        this.newer = 'waiting';
    };
    const watch = (worker: ServiceWorker | null): void => {
      worker?.addEventListener('statechange', look, { signal });
    };
    watch(registration.installing);
    registration.addEventListener('updatefound', () => watch(registration.installing), { signal });
    container.addEventListener(
      'controllerchange',
      () => {
        const isFirst = former === null;
        former = container.controller;
        if (isFirst) return;
        if (this.isTurning) this.#around.reload();
        else this.newer = 'taken';
      },
      { signal },
    );
    look();
    say(registration.active, 'started');
    this.#askNowAndThen(registration);
  }

  #askNowAndThen(registration: ServiceWorkerRegistration): void {
    const { signal } = this.#closing;
    let asked = Date.now();
    const ask = (): void => {
      if (document.hidden || Date.now() - asked < hour) return;
      asked = Date.now();
      // Without the network there is nothing newer to be had.
      registration.update().catch(() => undefined);
    };
    const timer = setInterval(ask, hour);
    document.addEventListener('visibilitychange', ask, { signal });
    signal.addEventListener('abort', () => clearInterval(timer));
  }

  /** While the page is open, the files of its version are not removed. */
  #holdEdition(): void {
    const { base, version } = this.#around;
    const { signal } = this.#closing;
    const open = new Promise<void>((resolve) => {
      signal.addEventListener('abort', () => resolve());
    });
    navigator.locks
      ?.request(editionName(base, version), { mode: 'shared' }, () => open)
      .catch(() => undefined);
  }
}

function say(worker: ServiceWorker | null | undefined, what: ToServiceWorker): void {
  worker?.postMessage(what);
}
