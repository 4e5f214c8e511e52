import { readFileSync } from 'node:fs';

const interval = 100;

/** Resident memory of the largest of a browser's renderers in megabytes, null where the system does not tell. */
async function largestRenderer(/** @type {import('playwright').CDPSession} */ session) {
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  let most = null;
  for (const { type, id } of processInfo) {
    if (type !== 'renderer') continue;
    try {
      const resident = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1];
      if (resident) most = Math.max(most ?? 0, Number(resident) / 1024);
    } catch {
      // The process has ended, or the system has no such files.
    }
  }
  return most;
}

/**
 * Does something and tells the most memory that a renderer of the browser held meanwhile, in megabytes.
 * @template T
 * @param {import('playwright').Browser} browser
 * @param {() => Promise<T>} work
 * @returns {Promise<{ value: T, megabytes: number | null }>}
 */
export async function watchMemory(browser, work) {
  const session = await browser.newBrowserCDPSession();
  let most = /** @type {number | null} */ (null);
  let isDone = false;
  const watching = (async () => {
    while (!isDone) {
      const now = await largestRenderer(session);
      if (now !== null) most = Math.max(most ?? 0, now);
      await new Promise((resolve) => setTimeout(resolve, interval));
    }
  })();
  try {
    const value = await work();
    return { value, megabytes: most };
  } finally {
    isDone = true;
    await watching;
    await session.detach();
  }
}
