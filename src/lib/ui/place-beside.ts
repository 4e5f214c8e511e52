/** On which side of something a layer lies. */
export type Side = 'top' | 'bottom' | 'left' | 'right';

interface Size {
  readonly width: number;
  readonly height: number;
}

interface Box extends Size {
  readonly left: number;
  readonly top: number;
}

const opposites = { top: 'bottom', bottom: 'top', left: 'right', right: 'left' } as const;

/**
 * Where a layer's left upper corner goes so that it lies beside a box, in pixels of the view: on the wanted side, on the
 * opposite one where only that has room, and never over the edges of the view.
 */
export function placeBeside(
  box: Box,
  layer: Size,
  view: Size,
  side: Side,
  { gap = 6, margin = 8 } = {},
): { readonly left: number; readonly top: number } {
  const room = {
    top: box.top,
    bottom: view.height - box.top - box.height,
    left: box.left,
    right: view.width - box.left - box.width,
  };
  const isUpright = side === 'top' || side === 'bottom';
  const needed = (isUpright ? layer.height : layer.width) + gap + margin;
  const opposite = opposites[side];
  const chosen = room[side] < needed && room[opposite] >= needed ? opposite : side;
  const within = (at: number, length: number, edge: number) =>
    Math.max(margin, Math.min(at, edge - margin - length));
  const beside = {
    top: box.top - gap - layer.height,
    bottom: box.top + box.height + gap,
    left: box.left - gap - layer.width,
    right: box.left + box.width + gap,
  }[chosen];
  const centred = isUpright
    ? box.left + (box.width - layer.width) / 2
    : box.top + (box.height - layer.height) / 2;
  return {
    left: within(isUpright ? centred : beside, layer.width, view.width),
    top: within(isUpright ? beside : centred, layer.height, view.height),
  };
}
