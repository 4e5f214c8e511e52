import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findChromium } from './chromium.js';
import { installPackages, requireNode, root, run, say } from './install.js';

requireNode();
installPackages();
const chromium = installChromium();
const environment = chromium ? { CHROMIUM_PATH: chromium } : {};

/** @typedef {readonly [title: string, script: string]} Step */
/** @type {readonly Step[]} Each of them uses one core only. */
const readings = [
  ['Types (svelte-check)', 'types'],
  ['Lint (eslint, prettier, knip)', 'lint'],
  ['Layers (dependency-cruiser)', 'layers'],
];
/** @type {readonly Step[]} A browser and a build leave each other a core. */
const making = [
  ['Component tests (Vitest in Chromium)', 'test:browser'],
  ['Build', 'build'],
];

stopAfter(await runBeside(readings));
runAlone(['Unit tests (Vitest in Node)', 'test:unit']);
stopAfter(await runBeside(making));
runAlone(['Journeys (Playwright)', 'test:journeys']);
say('All of it passed.');

/**
 * Runs a step that takes every core, and shows what it prints as it comes.
 * @param {Step} step
 */
function runAlone(step) {
  const [title, script] = step;
  say(title);
  stopAfter(run('npm', ['run', '--silent', script], environment) ? [] : [step]);
}

/**
 * Runs steps beside each other, shows what each has printed in one piece and in their order, and answers those that failed.
 * @param {readonly Step[]} steps
 */
async function runBeside(steps) {
  const running = steps.map(([, script]) => runQuietly(script));
  const failed = [];
  for (const [at, step] of steps.entries()) {
    say(step[0]);
    const done = await running[at];
    process.stdout.write(done?.printed ?? '');
    if (!done?.isPassed) failed.push(step);
  }
  return failed;
}

/**
 * Runs a script of package.json and keeps what it prints.
 * @param {string} script
 * @returns {Promise<{ isPassed: boolean, printed: string }>}
 */
function runQuietly(script) {
  const colour = process.stdout.isTTY ? { FORCE_COLOR: '1' } : {};
  const child = spawn('npm', ['run', '--silent', script], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
    env: { ...process.env, ...environment, ...colour },
  });
  /** @type {Buffer[]} */
  const pieces = [];
  child.stdout.on('data', (/** @type {Buffer} */ piece) => pieces.push(piece));
  child.stderr.on('data', (/** @type {Buffer} */ piece) => pieces.push(piece));
  return new Promise((resolve) => {
    const finish = (/** @type {boolean} */ isPassed, /** @type {string} */ reason = '') =>
      resolve({ isPassed, printed: Buffer.concat(pieces).toString('utf8') + reason });
    child.on('error', (problem) => finish(false, `${problem.message}\n`));
    child.on('close', (status) => finish(status === 0));
  });
}

/**
 * Says which steps failed and stops; goes on where none did.
 * @param {readonly Step[]} failed
 */
function stopAfter(failed) {
  if (failed.length === 0) return;
  for (const [title] of failed) say(`${title}: failed.`);
  process.exit(1);
}

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
