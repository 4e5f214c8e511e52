/** How long charts are drawn in one frame, in ms, before the next one comes. */
const frameBudget = 8;

/** A chart that waits to be drawn again, and when it was last. */
export interface Waiting {
  readonly draw: () => void;
  drawnAt: number;
}

const queue = new Set<Waiting>();
let frame = 0;

/** Draws a chart in one of the next frames: many that follow one brush would hold it up if they were drawn together. */
export function drawSoon(chart: Waiting): void {
  queue.add(chart);
  if (frame === 0) frame = requestAnimationFrame(drawWaiting);
}

// Those that have waited longest come first, so that a brush that does not rest leaves none behind.
function drawWaiting(): void {
  frame = 0;
  const began = performance.now();
  for (const chart of [...queue].sort((one, other) => one.drawnAt - other.drawnAt)) {
    queue.delete(chart);
    chart.draw();
    chart.drawnAt = performance.now();
    if (chart.drawnAt - began > frameBudget) break;
  }
  if (queue.size > 0) frame = requestAnimationFrame(drawWaiting);
}

/** Forgets a chart that is given up. */
export function stopWaiting(chart: Waiting): void {
  queue.delete(chart);
}
