import { targetElements } from '../annotations.ts';
import { hatchOf } from '../absence.ts';
import { axisTick } from '../axis-words.ts';
import type { ChartInput, ChartPoint } from '../chart-input.ts';
import type { Frame } from '../chart-form.ts';
import { lineElement, textElement, type DrawnElement } from '../elements.ts';
import { hatchElements } from '../hatch.ts';
import { outcomeWords } from '../outcome-words.ts';
import type { Ground } from '../palette.ts';
import { seriesNames } from '../series-names.ts';
import { fitText, textWidth } from '../text-width.ts';
import type { PairedLayout } from './paired-layout.ts';

/** One series with two values, as rows of pairs have it; pixels. */
export interface PairedRow {
  readonly series: number;
  readonly point: ChartPoint | null;
  readonly top: number;
  /** The change as it is written, or nothing. */
  readonly change: string;
}

/** Between the words of one line. */
export const rowGap = 26;

/** The value axis of rows of pairs: thin lines down through them, their numbers below, and the values to reach above. */
export function pairedAxis(
  input: ChartInput,
  layout: PairedLayout,
  ground: Ground,
): DrawnElement[] {
  const tickText = axisTick(input.values, layout.scale);
  const ticks = layout.scale.ticks.flatMap((tick) => {
    const x = layout.x(tick);
    const stroke = tick === 0 ? ground.axis : ground.grid;
    return [
      lineElement([x, layout.top], [x, layout.bottom], { stroke, lineWidth: 1 }),
      textElement(tickText(tick), x, layout.bottom + 13, {
        size: 11,
        fill: ground.second,
        align: 'center',
      }),
    ];
  });
  return [...ticks, ...targetElements(layout.targets, layout.top, layout.bottom, ground)];
}

/** Why a row has no value now, where its marks would lie at the height `y`: hatched where it is not shown. */
export function pairedAbsence(
  { point }: PairedRow,
  y: number,
  input: ChartInput,
  { left }: PairedLayout,
  ground: Ground,
): DrawnElement[] {
  const hatch = hatchOf(point?.outcome ?? null);
  const box = { x: left, y: y - 7, width: 40, height: 14 };
  return [
    ...(hatch ? hatchElements(box, ground.axis, 5, hatch) : []),
    textElement(outcomeWords(input, point?.outcome ?? null), left + (hatch ? 48 : 4), y, {
      size: 12,
      fill: ground.second,
      halo: ground.card,
    }),
  ];
}

/** The words of a row whose middle lies at `y`: its name, what its number rests on, and its change. */
export function pairedWords(
  { series, point, top, change }: PairedRow,
  { y, note }: { readonly y: number; readonly note: string },
  input: ChartInput,
  frame: Frame,
  layout: PairedLayout,
  ground: Ground,
): DrawnElement[] {
  const label = seriesNames(input)[series] ?? '';
  const stands = point?.stands ?? false;
  const changeLook = {
    size: 12,
    weight: stands ? 700 : 400,
    fill: stands ? ground.ink : ground.second,
    align: 'right',
    halo: ground.card,
  } as const;
  const noteLook = { size: 11, fill: ground.second, halo: ground.card } as const;
  if (layout.stacked) {
    const room = frame.width - textWidth(change, 12, true) - rowGap / 2;
    const isTight = textWidth(label, 13) + textWidth(note, 11) + rowGap / 2 > room;
    const name = fitText(label, room, 13);
    return [
      textElement(name, 2, top + 12, { size: 13, fill: ground.ink, halo: ground.card }),
      // Beside a long name there is no room: what it rests on stands under the change.
      isTight
        ? textElement(note, frame.width - 2, top + 27, { ...noteLook, align: 'right' })
        : textElement(note, textWidth(name, 13) + 12, top + 12.5, noteLook),
      textElement(change, frame.width - 2, top + 12, changeLook),
    ];
  }
  const edge = layout.left - 18;
  return [
    textElement(fitText(label, edge - 2, 13), edge, y - (note ? 7 : 0), {
      size: 13,
      fill: ground.ink,
      align: 'right',
    }),
    textElement(note, edge, y + 8, { ...noteLook, align: 'right' }),
    textElement(change, frame.width - 2, y, changeLook),
  ];
}
