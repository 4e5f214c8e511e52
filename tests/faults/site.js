import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root, say } from '../../src/commands/install.js';
import { serve } from '../../src/commands/serve.js';

/** @typedef {{ site: string, scratch: string }} Place the address of the built app, and a folder for profiles that goes afterwards */

/** @type {Promise<string> | null} */
let serving = null;

/**
 * Serves the built app for one fault run.
 * @param {(place: Place) => Promise<void>} act
 */
export async function withSite(act) {
  serving ??= serve({ folder: join(root, 'build'), port: 4480, base: '/lyceum/dinamika' });
  const scratch = mkdtempSync(join(tmpdir(), 'dinamika-faults-'));
  try {
    await act({ site: await serving, scratch });
  } finally {
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
  }
}

/**
 * Runs a fault run whose file was started by itself.
 * @param {string} url the file's own address
 * @param {(report: (line: string) => void) => Promise<void>} run
 */
export async function runAlone(url, run) {
  if (!process.argv[1] || url !== pathToFileURL(process.argv[1]).href) return;
  await run(say);
  process.exit(0);
}
