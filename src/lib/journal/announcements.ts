/** What a tab tells the others after it has written: the version of its journal and the build of its app. */
interface Announcement {
  readonly version: number;
  readonly app: string;
}

function isAnnouncement(message: unknown): message is Announcement {
  return (
    typeof message === 'object' &&
    message !== null &&
    'version' in message &&
    typeof message.version === 'number' &&
    'app' in message &&
    typeof message.app === 'string'
  );
}

/** Whether something newer than this wrote. Builds are compared by their moments, where their names are such. */
function isNewer(their: Announcement, own: Announcement): boolean {
  return their.version > own.version || Number(their.app) > Number(own.app);
}

/** Tells the other tabs on the same journal that something was written, and hears them. */
export class Announcements {
  readonly #channel: BroadcastChannel;
  readonly #own: Announcement;
  readonly #listeners = new Set<() => void>();

  /** `onnewer` hears when a newer version of the app has written. */
  constructor(name: string, version: number, app: string, onnewer: () => void) {
    this.#own = { version, app };
    this.#channel = new BroadcastChannel(`${name}.journal`);
    this.#channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (isAnnouncement(data) && isNewer(data, this.#own)) onnewer();
      for (const listener of this.#listeners) listener();
    });
  }

  /** Tells the others. */
  tell(): void {
    this.#channel.postMessage(this.#own);
  }

  /** Calls back when another tab has told; returns how to stop. */
  hear(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    this.#channel.close();
  }
}
