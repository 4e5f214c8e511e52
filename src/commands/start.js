import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashInputs } from './hash-inputs.js';
import { installPackages, requireNode, root, run, say } from './install.js';

requireNode();
installPackages();
buildApp();

const { serve } = await import('./serve.js');
const port = Number(process.env.PORT ?? 4173);
const address = await serve({ folder: join(root, 'build'), port });
say(`Dinamika is at ${address}`);
say('Everything stays on this computer. Ctrl+C stops it.');

function buildApp() {
  const stamp = join(root, 'build', '.inputs');
  const inputs = hashInputs();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === inputs) {
    say('The build is up to date.');
    return;
  }
  say('Building the app…');
  if (!run('npm', ['run', '--silent', 'build'])) {
    say('The app could not be built; the lines above say why.');
    process.exit(1);
  }
  writeFileSync(stamp, inputs);
}
