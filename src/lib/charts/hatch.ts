/** Why a place is hatched: its number would rest on too few, or is withheld so that nobody can be recognised. */
export type Hatch = 'few' | 'withheld';

/** A box in pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** SVG path of slanting strokes that fill a box, each ending at its edges. */
export function hatchPath(box: Box, distance = 6): string {
  const parts: string[] = [];
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

/** SVG path of strokes that slant both ways across a box. */
function crossPath(box: Box, distance: number): string {
  const mirrored = hatchPath(box, distance).replace(
    /([ML])(\S+) /g,
    (_, command: string, x: string) => `${command}${round(2 * box.x + box.width - Number(x))} `,
  );
  return hatchPath(box, distance) + mirrored;
}

/** A hatched box with a thin edge, for a number that is not shown: strokes one way for too few, crossing for withheld. */
export function hatchElements(box: Box, stroke: string, distance: number, hatch: Hatch) {
  const lineWidth = 1;
  const pathData = hatch === 'few' ? hatchPath(box, distance) : crossPath(box, distance * 1.5);
  return [
    {
      type: 'rect' as const,
      shape: { ...box, r: 2 },
      style: { fill: 'none', stroke, lineWidth, opacity: 0.5 },
    },
    {
      type: 'path' as const,
      shape: { pathData },
      style: { fill: 'none', stroke, lineWidth },
    },
  ];
}
