import { existsSync } from 'node:fs';
import { findChromium } from './chromium.js';
import { installPackages, requireNode, run, say } from './install.js';

requireNode();
installPackages();
const chromium = installChromium();

/** @type {readonly [string, string][]} */
const steps = [
  ['Types (svelte-check)', 'types'],
  ['Lint (eslint, prettier, knip)', 'lint'],
  ['Layers (dependency-cruiser)', 'layers'],
  ['Unit tests (Vitest in Node)', 'test:unit'],
  ['Component tests (Vitest in Chromium)', 'test:browser'],
  ['Build', 'build'],
  ['Journeys (Playwright)', 'test:journeys'],
];

for (const [title, script] of steps) {
  say(title);
  const environment = chromium ? { CHROMIUM_PATH: chromium } : {};
  if (!run('npm', ['run', '--silent', script], environment)) {
    say(`${title}: failed.`);
    process.exit(1);
  }
}
say('All of it passed.');

/** Finds a Chromium or installs one: the machine's, Debian's package, Playwright's own; stops with advice otherwise. */
function installChromium() {
  const present = findChromium();
  if (present && existsSync(present)) {
    say(`Chromium: ${present}`);
    return present;
  }
  if (present) {
    say(`CHROMIUM_PATH names ${present}, but there is no such file.`);
    process.exit(1);
  }
  const canInstall = existsSync('/usr/bin/apt-get') && process.getuid?.() === 0;
  if (canInstall) {
    say("Installing Debian's Chromium…");
    if (run('apt-get', ['update', '-qq']) && run('apt-get', ['install', '-y', '-qq', 'chromium'])) {
      const installed = findChromium();
      if (installed) return installed;
    }
  }
  say("Downloading Playwright's Chromium…");
  if (run('npx', ['playwright', 'install', 'chromium'])) return undefined;
  say('No Chromium was found and none could be installed.');
  say(
    'Install one (Debian: apt-get install chromium) or set CHROMIUM_PATH to its program, then run npm test again.',
  );
  return process.exit(1);
}
