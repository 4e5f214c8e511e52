import type { Frame } from './chart-form.ts';

/** How many times as tall as it must be a picture may grow. */
const most = 2.2;

/** The height of a picture in pixels: what it needs, and more where the frame has more at hand. */
export function filled(needed: number, { height = 0 }: Frame): number {
  return Math.max(needed, Math.min(height, needed * most));
}
