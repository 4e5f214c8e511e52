import type { ChartInput } from './chart-input.ts';
import type { Tone } from './palette.ts';

/** One small plot of a picture: a member of the first dimension with its series, as indices of the input. */
export interface Panel {
  readonly label: string;
  readonly tone: Tone;
  readonly series: readonly number[];
}

/** Whether a picture is divided twice. */
export function isDividedTwice({ series }: ChartInput): boolean {
  return series.some(({ within }) => within !== undefined);
}

/** The small plots of a picture in the order of its series; one series each where it is divided once. */
export function panelsOf({ series }: ChartInput): Panel[] {
  const panels = new Map<string, { label: string; tone: Tone; series: number[] }>();
  series.forEach(({ id, label, tone, within }, index) => {
    const key = within?.id ?? id;
    const panel = panels.get(key) ?? {
      label: within?.label ?? label,
      tone: within?.tone ?? tone,
      series: [],
    };
    panel.series.push(index);
    panels.set(key, panel);
  });
  return [...panels.values()];
}

/** What a series is called inside its small plot. */
export function ownName({ series }: ChartInput, index: number): string {
  const one = series[index];
  return one?.within?.own ?? one?.label ?? '';
}
