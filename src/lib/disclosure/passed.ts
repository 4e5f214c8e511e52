import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { protect, type OnProtecting, type Witness } from './protect.ts';
import type { Rules } from './few.ts';
import type { DeedWorld, Few, Register } from './register.ts';

/** What the audit of a register let pass. */
export interface Passed {
  readonly kind: 'passed';
  /** Numbers that are withheld, and those of them that the rules withhold by themselves. */
  readonly hidden: ReadonlySet<number>;
  readonly primary: ReadonlySet<number>;
  /** How many small numbers were shown to stay unknown. */
  readonly sensitive: number;
  /** How many values the narrowest of them can have at least; null where there is none. */
  readonly narrowest: number | null;
  /** SHA-256 of the worlds that show it. */
  readonly worlds: string;
}

/** What an audit came to: it passed, or somebody would be given away whatever else is hidden. */
export type Audited = Passed | { readonly kind: 'refused'; readonly few: Few };

function writeWorld(world: DeedWorld): unknown {
  return [...world].map(([pupil, deeds]) => [pupil, [...deeds].sort((a, b) => a - b)]);
}

function hashOf(witnesses: readonly Witness[]): string {
  const worlds = witnesses.map(({ few, least, most, still, closed }) => [
    few,
    writeWorld(least),
    writeWorld(most),
    [...still],
    closed,
  ]);
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(worlds))));
}

/** Audits a register: see `protect`. */
export function audit(register: Register, rules: Rules, onProtecting?: OnProtecting): Audited {
  const found = protect(register, rules, onProtecting);
  if (found.kind === 'refused') return found;
  const { hidden, primary, witnesses } = found;
  const own = witnesses.filter(({ implied }) => !implied);
  const widths = own.map(({ width }) => width);
  return {
    kind: 'passed',
    hidden,
    primary,
    sensitive: own.length,
    narrowest: widths.length === 0 ? null : 1 + widths.reduce((a, b) => Math.min(a, b)),
    worlds: hashOf(witnesses),
  };
}
