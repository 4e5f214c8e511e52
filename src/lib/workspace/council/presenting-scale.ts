/** Width and height in pixels. */
export interface Extent {
  readonly width: number;
  readonly height: number;
}

/** How much larger than its own letters a picture is drawn, and whether the room holds the whole of it. */
export interface PictureScale {
  readonly scale: number;
  readonly isWhole: boolean;
}

const step = 0.05;
const slack = 1;

/**
 * The largest scale up to `most` at which a picture fits into a room; `sizeIn` lays it out in a width and height at hand.
 * Where it fits at none from `least` on, it gets the largest at which its width fits, or `least`.
 */
export function largestScale(
  sizeIn: (frame: Extent) => Extent,
  room: Extent,
  { least, most }: { readonly least: number; readonly most: number },
): PictureScale {
  const steps = Math.max(0, Math.round((most - least) / step));
  let fallback = least;
  for (let at = 0; at <= steps; at += 1) {
    const scale = Math.max(least, most - at * step);
    const { width, height } = sizeIn({ width: room.width / scale, height: room.height / scale });
    const isWide = width * scale > room.width + slack;
    if (!isWide && height * scale <= room.height + slack) return { scale, isWhole: true };
    if (!isWide && fallback === least) fallback = Math.min(scale, 1);
  }
  return { scale: Math.max(least, fallback), isWhole: false };
}
