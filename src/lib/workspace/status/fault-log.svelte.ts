import { createContext } from 'svelte';
import { codeOf, placesOf } from './fault-code.ts';

/** A fault as it is remembered: when last (ms), its code, where in the program it arose, on which screen, and how often. */
export interface LoggedFault {
  readonly at: number;
  readonly code: string;
  readonly places: readonly string[];
  readonly screen: string;
  readonly times: number;
}

const storageKey = 'dinamika.faults';
const most = 30;

function isLogged(value: unknown): value is LoggedFault {
  if (typeof value !== 'object' || value === null) return false;
  const { at, code, places, screen, times } = value as Record<string, unknown>;
  return (
    typeof at === 'number' &&
    typeof code === 'string' &&
    typeof screen === 'string' &&
    typeof times === 'number' &&
    Array.isArray(places) &&
    places.every((place) => typeof place === 'string')
  );
}

function recall(): readonly LoggedFault[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isLogged).slice(0, most) : [];
  } catch {
    return [];
  }
}

/** The last faults of this browser, without anything of what they were about; kept, so that those before a restart can be told. */
export class FaultLog {
  /** The newest first. */
  faults = $state.raw<readonly LoggedFault[]>(recall());
  /** A fault that nobody expected and no screen shows. */
  unexpected = $state.raw<LoggedFault | null>(null);
  /** What was noted already: a fault that is shown at two places is one. */
  readonly #noted = new WeakSet();

  /** Notes a fault that a screen shows. What was given up on purpose is none. */
  note(cause: unknown, screen: string): LoggedFault | null {
    if (cause instanceof DOMException && cause.name === 'AbortError') return null;
    if (typeof cause === 'object' && cause !== null) {
      if (this.#noted.has(cause)) return null;
      this.#noted.add(cause);
    }
    const code = codeOf(cause);
    const places = placesOf(cause);
    const name = JSON.stringify([code, places, screen]);
    const isSame = (one: LoggedFault) =>
      JSON.stringify([one.code, one.places, one.screen]) === name;
    const former = this.faults.find(isSame);
    const fault = { at: Date.now(), code, places, screen, times: (former?.times ?? 0) + 1 };
    this.#keep([fault, ...this.faults.filter((one) => one !== former)].slice(0, most));
    return fault;
  }

  /** Notes a fault that nobody caught: it is to be shown. */
  noteUnexpected(cause: unknown, screen: string): void {
    this.unexpected = this.note(cause, screen) ?? this.unexpected;
  }

  /** Puts the unexpected fault away; it stays in the list. */
  dismiss(): void {
    this.unexpected = null;
  }

  /** Forgets all faults. */
  clear(): void {
    this.unexpected = null;
    this.#keep([]);
  }

  #keep(faults: readonly LoggedFault[]): void {
    this.faults = faults;
    try {
      localStorage.setItem(storageKey, JSON.stringify(faults));
    } catch {
      // Without storage they last as long as the page.
    }
  }
}

/** The last faults, for every component below the frame. */
export const [getFaultLog, setFaultLog] = createContext<FaultLog>();
