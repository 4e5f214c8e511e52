import type { Engine } from '../engine.ts';
import { EngineUnavailable } from '../engine-unavailable.ts';

/** The worker of an engine, as far as one must know it to notice its end. */
export interface WatchedWorker extends EventTarget {
  terminate(): void;
}

/** How an engine is watched. */
export interface Watch {
  readonly worker: WatchedWorker;
  /** Asks the worker for any sign of life. */
  readonly ping: () => Promise<unknown>;
  /** How long it may give none while it has something to do (ms); one long step of its work takes no longer. */
  readonly silence: number;
  /** Hears, once, that the engine has ended and will answer nothing more. */
  readonly onlost: (cause: EngineUnavailable) => void;
}

/**
 * An engine that is noticed to end: when its worker breaks, as for want of memory, or falls silent, whoever waits for an answer
 * and whoever asks afterwards is told with an EngineUnavailable.
 */
export function watchEngine(engine: Engine, { worker, ping, silence, onlost }: Watch): Engine {
  let lost: EngineUnavailable | null = null;
  let isClosed = false;
  let timer: ReturnType<typeof setTimeout> | null = null;
  const waiting = new Set<(cause: EngineUnavailable) => void>();

  const stop = () => {
    if (timer) clearTimeout(timer);
    timer = null;
  };
  const lose = (cause: unknown) => {
    if (lost || isClosed) return;
    lost = new EngineUnavailable('lost', cause);
    stop();
    worker.terminate();
    for (const tell of [...waiting]) tell(lost);
    onlost(lost);
  };
  const listen = () => {
    if (timer || waiting.size === 0) return;
    timer = setTimeout(() => lose(new Error('The engine is silent')), silence);
    const heard = () => {
      stop();
      // The next sign is asked for after a while: a worker that has much to do is not asked all the time.
      if (!lost && waiting.size > 0) timer = setTimeout(again, silence / 4);
    };
    ping().then(heard, lose);
  };
  const again = () => {
    stop();
    listen();
  };
  worker.addEventListener('error', (event) => lose(event));
  worker.addEventListener('messageerror', (event) => lose(event));

  const guard = async <T>(work: () => Promise<T>): Promise<T> => {
    if (lost) throw lost;
    let tell: (cause: EngineUnavailable) => void = () => undefined;
    const ended = new Promise<never>((_resolve, reject) => (tell = reject));
    waiting.add(tell);
    listen();
    try {
      return await Promise.race([work(), ended]);
    } finally {
      waiting.delete(tell);
      if (waiting.size === 0) stop();
    }
  };

  return {
    load: (tables, prepared) => guard(() => engine.load(tables, prepared)),
    ask: (sql, signal) => guard(() => engine.ask(sql, signal)),
    copy: (tables) => guard(() => engine.copy(tables)),
    close: async () => {
      isClosed = true;
      stop();
      if (!lost) await engine.close();
    },
  };
}
