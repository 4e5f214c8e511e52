import { absencesNow } from '#lib/charts/absence.ts';
import type { ChartInput, ChartPoint } from '#lib/charts/chart-input.ts';
import { comparedKind } from '#lib/charts/describe.ts';
import { shortNames } from '#lib/charts/short-names.ts';

const mostNamed = 3;

interface Standing {
  readonly label: string;
  readonly point: ChartPoint;
}

/** What a picture shows at its last time, as a sentence: whose change stands, that none does, or that nobody can tell; null without a comparison. */
export function statePicture(input: ChartInput): string | null {
  const { t, format } = input.locale;
  const last = input.periods.at(-1);
  if (!last) return null;
  const labels = shortNames(input.series.map(({ label }) => label));
  const compared = input.series.flatMap((series, index): Standing[] => {
    const point = series.points.find(({ time }) => time === last.time);
    const short = labels[index] ?? series.label;
    // What stands in brackets belongs to a name and is none.
    return point?.change ? [{ label: short.startsWith('(') ? series.label : short, point }] : [];
  });
  if (compared.length === 0) return null;
  compared.sort((a, b) => sizeOf(b) - sizeOf(a));
  const words = t.screens.statement[comparedKind(input)];
  const name = (some: readonly Standing[]) =>
    format.list(
      some
        .slice(0, mostNamed)
        .map(({ label, point }) =>
          [label, input.values.change(point.change?.value ?? 0)].join(' '),
        ),
    );
  const moreThan = (some: readonly Standing[]) => Math.max(0, some.length - mostNamed);
  const tested = compared.filter(({ point }) => point.q !== null);
  const standing = tested.filter(({ point }) => point.stands);
  if (tested.length === 0) return words.untested(name(compared), moreThan(compared));
  const { withheld, before } = absencesNow(input);
  const isPartly = withheld || before;
  if (standing.length === 0) return words.none(tested.length, isPartly);
  const rest = tested.length - standing.length;
  return words.some(name(standing), moreThan(standing), rest, isPartly);
}

function sizeOf({ point }: Standing): number {
  return Math.abs(point.change?.value ?? 0);
}
