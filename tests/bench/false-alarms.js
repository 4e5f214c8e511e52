import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { root } from '../../src/commands/install.js';

// The bundle must lie where the engine's package can be found.
const scratch = mkdtempSync(join(root, 'node_modules/.false-alarms-'));
try {
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: join(root, 'tests/bench/shuffles.ts'),
      outDir: scratch,
      minify: false,
      target: 'node20',
      rollupOptions: { output: { entryFileNames: 'shuffles.mjs' } },
    },
  });
  const { report } = /** @type {typeof import('./shuffles.ts')} */ (
    await import(pathToFileURL(join(scratch, 'shuffles.mjs')).href)
  );
  const runs = Number(process.argv[2] ?? 200);
  for await (const line of report(join(root, 'data-samples'), runs)) console.log(line);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
