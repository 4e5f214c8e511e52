const second = 1000;

/** How long a talk has lasted, and how much longer than it was to last, both in whole seconds. */
export interface TalkTime {
  readonly gone: number;
  readonly over: number;
}

/** The time of a talk by its beginning and the moment in milliseconds; `minutes` is the length it was given, if any. */
export function talkTime(began: number, now: number, minutes: number | null): TalkTime {
  const gone = Math.max(0, Math.floor((now - began) / second));
  return { gone, over: minutes === null || minutes <= 0 ? 0 : Math.max(0, gone - minutes * 60) };
}

/** Minutes and seconds, with hours where there are any: «7:05», «1:07:05». */
export function writeTime(seconds: number): string {
  const two = (part: number) => String(part).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const rest = two(seconds % 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${rest}` : `${minutes}:${rest}`;
}

/** The speaker's clock: how long the talk lasts, against the length that the speaker gave it. */
export class TalkClock {
  /** Length of the talk; null where none is set. */
  minutes = $state<number | null>(null);
  #began = $state(0);
  #now = $state(0);
  readonly time = $derived(talkTime(this.#began, this.#now, this.minutes));

  /** The moment that it shows, in milliseconds. */
  get now(): number {
    return this.#now;
  }

  /** Begins anew; returns what stops it. */
  start(): () => void {
    this.#began = Date.now();
    this.#now = this.#began;
    const timer = setInterval(() => (this.#now = Date.now()), second / 2);
    return () => clearInterval(timer);
  }
}
