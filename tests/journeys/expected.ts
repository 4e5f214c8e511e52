import { readFileSync } from 'node:fs';

/** People or rows that something is true of, of how many. */
export interface Share {
  readonly x: number;
  readonly n: number;
}

interface Change {
  readonly before: Share;
  readonly after: Share;
  readonly difference: number;
  readonly lower: number;
  readonly upper: number;
}

interface Expected {
  readonly truths: {
    readonly realRise: { readonly total: Change };
    readonly mixOnly: {
      readonly total: Change;
      readonly kitagawaByGradeGroup: { readonly rate: number; readonly mix: number };
    };
    readonly maskedFall: {
      readonly total: Change;
      readonly grades: Readonly<Record<'7', Change>>;
    };
    readonly outlyingClass: {
      readonly class: string;
      readonly quarters: Readonly<Record<'2025/26-4', { own: Share; school: Share }>>;
    };
    readonly silentContracts: {
      readonly inForce: number;
      readonly silent: readonly string[];
      readonly activeIn2023: readonly string[];
    };
    readonly correctedFile: {
      readonly original: string;
      readonly corrected: string;
      readonly added: number;
      readonly changed: number;
      readonly removed: number;
    };
    readonly whiteSpot: {
      readonly direction: string;
      readonly events: Readonly<Record<'2024/25-1' | '2025/26-1', number>>;
    };
  };
  readonly files: readonly {
    readonly name: string;
    readonly dataRows: number;
    readonly rejectedRows: number;
  }[];
  readonly quarters: Readonly<
    Record<
      '2025/26-3' | '2025/26-4',
      {
        readonly roll: number;
        readonly reach: Share;
        readonly participations: number;
        readonly spectators: number;
      }
    >
  >;
}

/** What a correct reading of the sample files gives. */
export const expected = JSON.parse(
  readFileSync(new URL('../../data-samples/expected.json', import.meta.url), 'utf8'),
) as Expected;

/** A whole number as a Russian reader sees it, with plain spaces: 1121 → «1 121». */
export function sayCount(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ' ');
}

/** A share in per cent with one decimal: 428 of 1121 → «38,2 %». */
export function sayPercent({ x, n }: Share): string {
  return `${((x / n) * 100).toFixed(1).replace('.', ',')} %`;
}

/** «428 из 1 121». */
export function sayShare({ x, n }: Share): string {
  return `${sayCount(x)} из ${sayCount(n)}`;
}

/** A difference of shares in points with its sign: 0.0718 → «+7,2», −0.0001 → «0,0». */
export function sayPoints(share: number): string {
  const tenths = Math.round(share * 1000) / 10;
  const size = Math.abs(tenths).toFixed(1).replace('.', ',');
  return tenths > 0 ? `+${size}` : tenths < 0 ? `−${size}` : size;
}

/** The intervals that a text writes, in its own unit: «[−1,5; 11,1]» → [−1.5, 11.1]. */
export function intervalsOf(text: string): (readonly [number, number])[] {
  const read = (end = '') => Number(end.replace('−', '-').replace(',', '.'));
  return [...text.matchAll(/\[([−\d,]+); ([−\d,]+)\]/g)].map(
    ([, lower, upper]) => [read(lower), read(upper)] as const,
  );
}
