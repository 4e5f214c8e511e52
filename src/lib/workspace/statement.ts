import type { ChartInput, ChartPoint, ChartSeries } from '#lib/charts/chart-input.ts';
import { comparedKind } from '#lib/charts/describe.ts';

const mostNamed = 3;

interface Standing {
  readonly series: ChartSeries;
  readonly point: ChartPoint;
}

/** What a picture shows at its last time, as a sentence: whose change stands, that none does, or that nobody can tell; null without a comparison. */
export function statePicture(input: ChartInput): string | null {
  const { t, format } = input.locale;
  const last = input.periods.at(-1);
  if (!last) return null;
  const compared = input.series.flatMap((series): Standing[] => {
    const point = series.points.find(({ time }) => time === last.time);
    return point?.change ? [{ series, point }] : [];
  });
  if (compared.length === 0) return null;
  compared.sort((a, b) => sizeOf(b) - sizeOf(a));
  const words = t.screens.statement[comparedKind(input)];
  const name = (some: readonly Standing[]) =>
    format.list(
      some
        .slice(0, mostNamed)
        .map(({ series, point }) =>
          [series.label, input.values.change(point.change?.value ?? 0)].join(' '),
        ),
    );
  const moreThan = (some: readonly Standing[]) => Math.max(0, some.length - mostNamed);
  const tested = compared.filter(({ point }) => point.q !== null);
  const standing = tested.filter(({ point }) => point.stands);
  if (tested.length === 0) return words.untested(name(compared), moreThan(compared));
  if (standing.length === 0) return words.none(tested.length);
  return words.some(name(standing), moreThan(standing), tested.length - standing.length);
}

function sizeOf({ point }: Standing): number {
  return Math.abs(point.change?.value ?? 0);
}
