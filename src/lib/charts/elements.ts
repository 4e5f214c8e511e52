import type { CustomSeriesOption } from 'echarts';
import type { Ground } from './palette.ts';

/** The typeface of everything written in a chart. */
export const fontFamily = "'Golos Text Variable', 'Golos Text Fallback', sans-serif";

/** How a text of a chart looks. */
export interface TextLook {
  readonly size: number;
  readonly weight?: 400 | 600 | 700;
  readonly fill: string;
  readonly align?: 'left' | 'center' | 'right';
  readonly opacity?: number;
  /** Colour of the ground that keeps lines away from the letters. */
  readonly halo?: string;
}

/** A text whose middle line lies at `y` pixels; lines are cut at «\n». */
export function textElement(text: string, x: number, y: number, look: TextLook) {
  return {
    type: 'text' as const,
    silent: true,
    z: 5,
    x,
    y,
    style: {
      text,
      font: `${look.weight ?? 400} ${look.size}px ${fontFamily}`,
      lineHeight: look.size + 2,
      fill: look.fill,
      opacity: look.opacity ?? 1,
      align: look.align ?? ('left' as const),
      verticalAlign: 'middle' as const,
      ...(look.halo ? { stroke: look.halo, lineWidth: 3 } : {}),
    },
  };
}

/** A straight line between two points in pixels. */
export function lineElement(
  [x1, y1]: readonly [number, number],
  [x2, y2]: readonly [number, number],
  style: { stroke: string; lineWidth: number; lineDash?: number[]; opacity?: number },
) {
  return { type: 'line' as const, silent: true, shape: { x1, y1, x2, y2 }, style };
}

/** A filled or hollow dot; hollow ones show the ground. */
export function dotElement(
  [cx, cy]: readonly [number, number],
  r: number,
  style: { fill: string; stroke: string; lineWidth: number; opacity?: number },
) {
  return { type: 'circle' as const, silent: true, shape: { cx, cy, r }, style };
}

/** A level whisker: the ends of an interval with short strokes across. */
export function whiskerElements(
  low: number,
  high: number,
  y: number,
  style: { stroke: string; lineWidth: number; opacity?: number },
  reach = 3,
) {
  return [
    lineElement([low, y], [high, y], style),
    lineElement([low, y - reach], [low, y + reach], style),
    lineElement([high, y - reach], [high, y + reach], style),
  ];
}

/** One element of a picture that is drawn in pixels, without axes of ECharts. */
export type DrawnElement =
  | ReturnType<typeof textElement>
  | ReturnType<typeof lineElement>
  | ReturnType<typeof dotElement>
  | {
      readonly type: 'rect';
      readonly shape: { x: number; y: number; width: number; height: number; r?: number };
      readonly style: ShapeStyle;
    }
  | {
      readonly type: 'polygon' | 'polyline';
      readonly shape: { points: [number, number][] };
      readonly style: ShapeStyle;
    }
  | { readonly type: 'path'; readonly shape: { pathData: string }; readonly style: ShapeStyle };

interface ShapeStyle {
  readonly fill?: string;
  readonly stroke?: string;
  readonly lineWidth?: number;
  readonly lineDash?: number[];
  readonly opacity?: number;
}

/** Elements in pixels as the only series of a chart, drawn in their order. */
export function drawnOption(elements: readonly DrawnElement[]) {
  const series: CustomSeriesOption = {
    type: 'custom',
    coordinateSystem: 'none',
    silent: true,
    data: [[0]],
    // Drawn anew, elements of other kinds would otherwise take over what stood in their place before.
    renderItem: () => ({ type: 'group', $mergeChildren: false, children: [...elements] }),
  };
  return { animation: false, series: [series] };
}

/** Looks of an axis that carries only its words: no line, no ticks, thin lines across. */
export function quietAxis(ground: Ground) {
  return {
    axisLine: { show: false },
    axisTick: { show: false },
    splitLine: { lineStyle: { color: ground.grid, width: 1 } },
    axisLabel: { color: ground.second, fontFamily, fontSize: 11 },
  };
}
