/** A box in pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** SVG path of slanting strokes that fill a box, each ending at its edges. */
export function hatchPath(box: Box, distance = 6): string {
  const parts: string[] = [];
  const round = (value: number) => Math.round(value * 100) / 100;
  for (let shift = distance / 2; shift < box.width + box.height; shift += distance) {
    const fromX = Math.max(0, shift - box.height);
    const toX = Math.min(box.width, shift);
    const fromY = Math.min(box.height, shift);
    const toY = Math.max(0, shift - box.width);
    parts.push(
      `M${round(box.x + fromX)} ${round(box.y + fromY)}L${round(box.x + toX)} ${round(box.y + toY)}`,
    );
  }
  return parts.join('');
}

/** A hatched box with a thin edge: a number that is withheld. */
export function hatchElements(box: Box, stroke: string, distance: number) {
  const lineWidth = 1;
  return [
    {
      type: 'rect' as const,
      shape: { ...box, r: 2 },
      style: { fill: 'none', stroke, lineWidth, opacity: 0.5 },
    },
    {
      type: 'path' as const,
      shape: { pathData: hatchPath(box, distance) },
      style: { fill: 'none', stroke, lineWidth },
    },
  ];
}
