/** A linear axis with round steps. */
export interface Scale {
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly ticks: readonly number[];
}

const roundSteps = [1, 2, 2.5, 5, 10];

/** The smallest round step (1, 2, 2.5 or 5 times a power of ten) that divides a range into at most so many parts. */
function roundStep(range: number, parts: number): number {
  const power = 10 ** Math.floor(Math.log10(range / parts));
  const share = range / parts / power;
  return (roundSteps.find((step) => step >= share - 1e-9) ?? 10) * power;
}

/**
 * An axis that holds all values with round ends. Zero belongs to it when `zero` asks for that, or when the values
 * reach below half of their maximum, so that only a narrow range far from zero breaks off from it.
 */
export function niceScale(values: readonly number[], parts: number, zero: boolean): Scale {
  let low = Math.min(...values);
  let high = Math.max(...values);
  if (!Number.isFinite(low)) [low, high] = [0, 1];
  if (low >= 0 && (zero || low < high / 2)) low = 0;
  if (high <= 0 && (zero || high > low / 2)) high = 0;
  const size = Math.max(Math.abs(low), Math.abs(high));
  if (high - low <= 1e-12 + size * 1e-9) {
    const reach = size > 1e-12 ? size : 1;
    high = low + reach;
    if (low !== 0 && !zero) low -= reach;
  }
  const step = roundStep(high - low, parts);
  const first = Math.floor(low / step + 1e-9);
  const last = Math.ceil(high / step - 1e-9);
  const ticks = Array.from({ length: last - first + 1 }, (_, i) =>
    Number(((first + i) * step).toPrecision(12)),
  );
  return { min: ticks[0] ?? 0, max: ticks.at(-1) ?? 1, step, ticks };
}
