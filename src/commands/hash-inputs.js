import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './install.js';

const inputs = [
  'src',
  'static',
  'data-samples',
  'package-lock.json',
  'svelte.config.js',
  'vite.config.ts',
];

/** The SHA-256, in hexadecimal, of everything that a build is made from: two builds of the same content are one version. */
export function hashInputs() {
  const hash = createHash('sha256');
  for (const entry of inputs) hashPath(join(root, entry), hash);
  return hash.digest('hex');
}

/**
 * @param {string} path
 * @param {import('node:crypto').Hash} hash
 */
function hashPath(path, hash) {
  if (statSync(path).isDirectory()) {
    for (const name of readdirSync(path).sort()) hashPath(join(path, name), hash);
    return;
  }
  hash.update(path.slice(root.length)).update(readFileSync(path));
}
