import { normalUpperTail } from './normal.ts';

/** Members whose first measurement fell beyond a cut, out of a normal distribution; all but the correlation in its units. */
export interface Selection {
  readonly mean: number;
  readonly sd: number;
  readonly cut: number;
  /** Correlation of two measurements of one member, 0 to 1. */
  readonly correlation: number;
  readonly selected: 'below' | 'above';
}

/**
 * Change that the selected are expected to show at the next measurement though nothing happened: (1 − ρ)·σ·C(z) with
 * C(z) = φ(z)/(1 − Φ(z)) and z the cut's distance from the mean on the selected side, in standard deviations. Above 0 for
 * those selected below a cut, below 0 for those above. Null without spread or with numbers out of range.
 * Barnett, van der Pols & Dobson 2005, Int J Epidemiol 34:215–220.
 */
export function regressionToMean(selection: Selection): number | null {
  const { mean, sd, cut, correlation, selected } = selection;
  const z = selected === 'below' ? (mean - cut) / sd : (cut - mean) / sd;
  if (!(sd > 0 && correlation >= 0 && correlation <= 1) || !Number.isFinite(z)) return null;
  const size = (1 - correlation) * sd * selectionFactor(z);
  return selected === 'below' ? size : 0 - size;
}

/** Mean of a standard normal variable beyond z: φ(z)/(1 − Φ(z)), which tends to z. */
export function selectionFactor(z: number): number {
  // There the tail is too thin for a number, and its asymptotic series is exact to nine digits.
  if (z > 30) return z + 1 / z - 2 / z ** 3 + 10 / z ** 5;
  return Math.exp(-(z * z) / 2) / Math.sqrt(2 * Math.PI) / normalUpperTail(z);
}
