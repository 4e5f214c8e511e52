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

/** Looks of an axis that carries only its words: no line, no ticks, thin lines across. */
export function quietAxis(ground: Ground) {
  return {
    axisLine: { show: false },
    axisTick: { show: false },
    splitLine: { lineStyle: { color: ground.grid, width: 1 } },
    axisLabel: { color: ground.second, fontFamily, fontSize: 11 },
  };
}
