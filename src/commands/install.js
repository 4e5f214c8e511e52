import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Says one line of progress on the terminal.
 * @param {string} text
 */
export function say(text) {
  process.stdout.write(`\u2022 ${text}\n`);
}

/**
 * Runs a command in the repository's folder with its output shown; answers whether it succeeded.
 * @param {string} command
 * @param {readonly string[]} words
 * @param {Record<string, string | undefined>} [environment]
 */
export function run(command, words, environment = {}) {
  const onWindows = process.platform === 'win32';
  const { status } = spawnSync(command, [...words], {
    cwd: root,
    stdio: 'inherit',
    shell: onWindows,
    env: { ...process.env, ...environment },
  });
  return status === 0;
}

/** Stops with a sentence when Node is older than package.json allows. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  say(`Node ${process.versions.node} is too old: Dinamika needs 20.19 or newer.`);
  process.exit(1);
}

/** Installs the packages of the lockfile unless they are there already; stops the program when that fails. */
export function installPackages() {
  const installed = join(root, 'node_modules', '.package-lock.json');
  const lockfile = join(root, 'package-lock.json');
  if (existsSync(installed) && isSameSet(installed, lockfile)) {
    say('Packages are installed.');
    return;
  }
  say('Installing packages (npm ci)…');
  if (!run('npm', ['ci', '--no-audit', '--no-fund'])) {
    say(
      'Packages could not be installed. Check the network and the npm registry, then run the command again.',
    );
    process.exit(1);
  }
}

/**
 * @param {string} installed
 * @param {string} lockfile
 */
function isSameSet(installed, lockfile) {
  if (statSync(installed).mtimeMs >= statSync(lockfile).mtimeMs) return true;
  const wanted = readVersions(lockfile);
  const present = readVersions(installed);
  return [...present].every(([path, version]) => wanted.get(path) === version) && present.size > 0;
}

/** @param {string} path */
function readVersions(path) {
  /** @type {{ packages?: Record<string, { version?: string }> }} */
  const lock = JSON.parse(readFileSync(path, 'utf8'));
  return new Map(
    Object.entries(lock.packages ?? {})
      .filter(([name]) => name !== '')
      .map(([name, { version }]) => [name, version]),
  );
}
