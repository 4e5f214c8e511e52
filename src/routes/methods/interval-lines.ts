import type { IntervalWorking, ShareInterval } from '#lib/analysis/working.ts';
import type { ValueFormat } from '#lib/charts/chart-input.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import type { Line } from './example-line.ts';

const noBreak = '\u00a0';

type Writer<M extends IntervalWorking['method']> = (
  interval: Extract<IntervalWorking, { method: M }>,
  number: (value: number, decimals?: number) => string,
) => string;

/** One arm of Newcombe's interval: √((p − l)² + (u − p)²). */
function arm(near: ShareInterval, far: ShareInterval, number: (value: number) => string): string {
  return `√((${number(near.share)} − ${number(near.lower)})² + (${number(far.upper)} − ${number(far.share)})²)`;
}

/** Each method's formula with its real numbers. */
const writers: { readonly [M in IntervalWorking['method']]: Writer<M> } = {
  wilson: ({ share, n, z, centre, half }, number) => {
    const [p, q, size, quantile] = [number(share), number(1 - share), number(n, 0), number(z, 2)];
    const spread = `√(${p} × ${q} ÷ ${size} + ${quantile}² ÷ (4 × ${size}²))`;
    return `(${p} + ${quantile}² ÷ (2 × ${size}) ± ${quantile} × ${spread}) ÷ (1 + ${quantile}² ÷ ${size}) =${noBreak}${number(centre)}${noBreak}±${noBreak}${number(half)}`;
  },
  student: ({ mean, sd, n, t }, number) =>
    `${number(mean)} ± ${number(t, 3)} × ${number(sd)} ÷ √${number(n, 0)} =${noBreak}${number(mean)}${noBreak}±${noBreak}${number((t * sd) / Math.sqrt(n))}`,
  newcombe: ({ first, second }, number) => {
    const d = number(first.share - second.share);
    return `${d} − ${arm(first, second, number)}; ${d} + ${arm(second, first, number)}`;
  },
};

function write<M extends IntervalWorking['method']>(
  interval: Extract<IntervalWorking, { method: M }> & { readonly method: M },
  locale: Locale,
): string {
  const writer: Writer<M> = writers[interval.method];
  return writer(interval, (value, decimals = 4) => locale.format.number(value, decimals));
}

/** The step that writes an interval out. */
export function sayInterval(interval: IntervalWorking, values: ValueFormat, locale: Locale): Line {
  const { t } = locale;
  return {
    text: t.methods.step.interval,
    arithmetic: write(interval, locale),
    value: t.charts.interval(values.text(interval.lower), values.text(interval.upper)),
  };
}
