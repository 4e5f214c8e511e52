import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** The file of a built site that lists the others. */
const list = '_app/contents.json';
/** Files that the service worker does not keep: itself, the list, and what only SvelteKit asks for. */
const left = new Set([list, 'service-worker.js', '_app/version.json']);

/**
 * Writes the list of a built site's files into it, each with the integrity by which a browser knows that it arrived whole:
 * the service worker fetches what stands there and nothing else.
 * @param {string} folder
 * @param {string} version
 */
export function writeContents(folder, version) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !left.has(path))
    .sort();
  const entries = files.map((path) => [path, integrityOf(readFileSync(join(folder, path)))]);
  writeFileSync(
    join(folder, list),
    JSON.stringify({ version, files: Object.fromEntries(entries) }),
  );
}

/**
 * An adapter that writes the list of contents beside what another one writes.
 * @param {import('@sveltejs/kit').Adapter} adapter
 * @param {{ folder: string, version: string }} site
 * @returns {import('@sveltejs/kit').Adapter}
 */
export function withContents(adapter, { folder, version }) {
  return {
    ...adapter,
    async adapt(builder) {
      await adapter.adapt(builder);
      writeContents(folder, version);
    },
  };
}

/** @param {Buffer} bytes */
function integrityOf(bytes) {
  return `sha256-${createHash('sha256').update(bytes).digest('base64')}`;
}
