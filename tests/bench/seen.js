/** @import { Page } from 'playwright' */

/** @typedef {{ p50: number, p95: number }} Spread */

const panelCount = 6;

/** How a hand brushes along a picture, as shares of its width: it starts, drags, comes back, trembles and lets go. */
const strokes = [
  [
    0.96, 0.93, 0.9, 0.84, 0.77, 0.7, 0.62, 0.55, 0.49, 0.52, 0.5, 0.53, 0.51, 0.44, 0.36, 0.3,
    0.31,
  ],
  [
    0.06, 0.1, 0.16, 0.24, 0.33, 0.4, 0.46, 0.45, 0.47, 0.46, 0.54, 0.63, 0.71, 0.8, 0.88, 0.86,
    0.87,
  ],
  [0.5, 0.52, 0.56, 0.61, 0.67, 0.74, 0.8, 0.86, 0.92, 0.9, 0.91, 0.9, 0.82, 0.73, 0.65, 0.6, 0.61],
];

/** @param {readonly number[]} list @param {number} share */
function quantile(list, share) {
  const sorted = [...list].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

/** @param {readonly number[]} list @returns {Spread} */
const spread = (list) => ({ p50: quantile(list, 0.5), p95: quantile(list, 0.95) });

/**
 * Keeps time in a page: of each frame, of each long task, and of each move of the pointer until what it changed is painted.
 * @param {Page} page
 */
async function keepTime(page) {
  await page.evaluate(() => {
    const times = {
      /** @type {number[]} */
      frames: [],
      /** @type {number[]} */
      blocks: [],
      /** @type {{ waited: number, worked: number, drew: boolean }[]} */
      moves: [],
    };
    Object.assign(window, { times });
    let last = performance.now();
    const frame = (/** @type {number} */ now) => {
      times.frames.push(now - last);
      last = now;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) times.blocks.push(duration);
    }).observe({ type: 'longtask' });
    let drew = false;
    new MutationObserver(() => (drew = true)).observe(document, { subtree: true, childList: true });
    /** @type {{ at: number, begun: number } | null} */
    let waiting = null;
    addEventListener(
      'pointermove',
      (event) => {
        if (event.buttons === 0 || waiting) return;
        waiting = { at: event.timeStamp, begun: performance.now() };
        drew = false;
        requestAnimationFrame(() => {
          // The next task begins when the frame is painted.
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => {
            const now = performance.now();
            if (waiting) {
              const { at, begun } = waiting;
              times.moves.push({ waited: now - at, worked: now - begun, drew });
            }
            waiting = null;
          };
          port2.postMessage(null);
        });
      },
      { capture: true },
    );
  });
}

/**
 * Takes what was kept so far.
 * @param {Page} page
 * @returns {Promise<{ frames: number[], blocks: number[], moves: { waited: number, worked: number, drew: boolean }[] }>}
 */
function takeTimes(page) {
  return page.evaluate(() => {
    const { times } =
      /** @type {{ times: { frames: number[], blocks: number[], moves: { waited: number, worked: number, drew: boolean }[] } }} */ (
        /** @type {unknown} */ (window)
      );
    const taken = { frames: times.frames, blocks: times.blocks, moves: times.moves };
    Object.assign(times, { frames: [], blocks: [], moves: [] });
    return taken;
  });
}

/**
 * How long it takes in the app from the click that leads to the board until the last of its six panels is painted, in
 * milliseconds.
 * @param {Page} page
 */
async function drawBoard(page) {
  const drawn = page.evaluate(
    (count) =>
      /** @type {Promise<number>} */ (
        new Promise((resolve) => {
          let started = 0;
          addEventListener('click', (event) => (started = event.timeStamp), {
            capture: true,
            once: true,
          });
          const look = () => {
            const pictures = document.querySelectorAll('.panels [role="application"] svg');
            const isDrawn = pictures.length === count && !document.querySelector('.panels .stale');
            // A frame that begins with all of them there follows the one that painted them.
            if (isDrawn) resolve(performance.now() - started);
            else requestAnimationFrame(look);
          };
          requestAnimationFrame(look);
        })
      ),
    panelCount,
  );
  await page
    .getByRole('navigation', { name: 'Разделы анализа' })
    .getByRole('link', { name: 'Доска' })
    .click();
  return drawn;
}

/**
 * Brushes the first panel of a board with the pointer, and tells how long moves take until they are painted: those that
 * change what is drawn, since the event and since its handling began, and all of them; in milliseconds.
 * @param {Page} page
 */
async function brushBoard(page) {
  const picture = page.locator('.panels [role="application"]').first();
  await picture.scrollIntoViewIfNeeded();
  const box = await picture.boundingBox();
  if (!box) throw new Error('The picture has no place');
  const x = (/** @type {number} */ share) => box.x + box.width * share;
  const y = box.y + box.height / 2;
  await takeTimes(page);
  for (const [start = 0, ...rest] of strokes) {
    await page.mouse.move(x(start), y);
    // Somebody who comes near takes a moment before pressing.
    await page.waitForTimeout(3_000);
    await page.mouse.down();
    for (const share of rest) {
      await page.mouse.move(x(share), y + 4);
      await page.waitForTimeout(16);
    }
    await page.mouse.up();
    await page.waitForTimeout(3_000);
  }
  const { moves } = await takeTimes(page);
  const changing = moves.filter(({ drew }) => drew);
  return {
    changing: spread(changing.map(({ waited }) => waited)),
    working: spread(changing.map(({ worked }) => worked)),
    all: spread(moves.map(({ waited }) => waited)),
  };
}

/**
 * Scrolls a pivot of many cells down and to the right with the wheel.
 * @param {Page} page
 */
async function scrollPivot(page) {
  const grid = page.getByRole('treegrid', { name: 'Сводная таблица' });
  await grid.and(page.locator('[aria-busy="false"]')).waitFor({ timeout: 120_000 });
  const cells = await grid.evaluate(
    (one) => Number(one.getAttribute('aria-rowcount')) * Number(one.getAttribute('aria-colcount')),
  );
  const box = await grid.boundingBox();
  if (!box) throw new Error('The pivot has no place');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await takeTimes(page);
  for (const [across, down] of [
    [0, 240],
    [160, 0],
    [0, -900],
    [120, 200],
  ]) {
    for (let i = 0; i < 60; i += 1) {
      await page.mouse.wheel(across ?? 0, down ?? 0);
      await page.waitForTimeout(16);
    }
  }
  const { frames, blocks } = await takeTimes(page);
  return {
    cells,
    late: frames.filter((frame) => frame > 33.4).length / frames.length,
    block: Math.max(0, ...blocks),
  };
}

/**
 * What a person sees in the app, whose journal holds what is counted: a board drawn, a brush over it, a pivot scrolled.
 * @param {Page} page
 * @param {(path: string) => Promise<void>} go
 */
export async function measureSeen(page, go) {
  await page.getByRole('navigation').getByRole('link', { name: 'Анализ', exact: true }).click();
  await page.locator('[role="application"] svg').first().waitFor({ timeout: 120_000 });
  await keepTime(page);
  const board = await drawBoard(page);
  const brush = await brushBoard(page);
  await go('explore/pivot/?rows=partner,class&columns=direction,level&measures=M01,M04,M05,M19');
  await keepTime(page);
  const pivot = await scrollPivot(page);
  return { board, brush, pivot };
}
