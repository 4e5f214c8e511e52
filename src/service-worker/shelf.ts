import { base, version } from '$service-worker';
import { editionName, editionPrefix } from '#lib/workspace/edition.ts';
import { addressOf, isNamedByContent, isSpare } from './address.ts';

interface Contents {
  readonly version: string;
  /** Integrity by path. */
  readonly files: Readonly<Record<string, string>>;
}

declare const self: ServiceWorkerGlobalScope;

const shelf = editionName(base, version);
/** As many files are fetched at a time: the start of the app needs the network and the disk too. */
const lanes = 6;
// What is kept is the same for every reader, whatever was compressed on its way.
const anyReader: CacheQueryOptions = { ignoreVary: true };

/** The smallest module with an exception handler, by which the engine's build is chosen (the same as wasm-feature-detect's). */
const exceptionsModule = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 10, 8, 1, 6, 0, 6, 64, 25, 11, 11,
]);

/**
 * Fetches this version whole. Rejects where one file does not come as it was built; what has come until then is kept and not
 * fetched a second time.
 */
export async function fillShelf(): Promise<void> {
  const contents = await readContents();
  const hasExceptions = WebAssembly.validate(exceptionsModule);
  const waiting = Object.entries(contents.files).filter(([path]) => !isSpare(path, hasExceptions));
  const cache = await caches.open(shelf);
  const work = async (): Promise<void> => {
    for (let next = waiting.pop(); next; next = waiting.pop()) await keep(cache, ...next);
  };
  await Promise.all(Array.from({ length: lanes }, work));
}

/** Fetches this version again where the browser has dropped it. */
export async function mendShelf(): Promise<void> {
  if (!(await caches.has(shelf))) await fillShelf();
}

/** Removes the versions that no open page was started from; none while another version is on its way. */
export async function clearShelves(): Promise<void> {
  if (self.registration.installing || self.registration.waiting) return;
  const { held = [] } = await navigator.locks.query();
  const used = new Set([shelf, ...held.map(({ name }) => name)]);
  const names = await caches.keys();
  const unused = names.filter((name) => name.startsWith(editionPrefix(base)) && !used.has(name));
  await Promise.all(unused.map((name) => caches.delete(name)));
}

/** What this version keeps for an address. */
export async function findPage(address: string): Promise<Response | undefined> {
  const cache = await caches.open(shelf);
  return cache.match(address, anyReader);
}

/** What this version keeps for an address, or else another one, from which a page may still be open. */
export async function findFile(address: string): Promise<Response | undefined> {
  return (await findPage(address)) ?? caches.match(address, anyReader);
}

async function readContents(): Promise<Contents> {
  const response = await fetch(`${base}/_app/contents.json`, { cache: 'no-store' });
  if (!response.ok) throw new Error(`The list of files did not come: ${response.status}`);
  const contents = (await response.json()) as Contents;
  if (contents.version !== version)
    throw new Error(`The files are of version ${contents.version}, not ${version}`);
  return contents;
}

async function keep(cache: Cache, path: string, integrity: string): Promise<void> {
  const address = addressOf(base, path);
  if (await cache.match(address, anyReader)) return;
  const isLasting = isNamedByContent(path);
  const former = isLasting ? await caches.match(address, anyReader) : undefined;
  const response = former ?? (await fetchWhole(address, integrity, isLasting));
  await cache.put(address, response);
}

async function fetchWhole(
  address: string,
  integrity: string,
  isLasting: boolean,
): Promise<Response> {
  const get = async (cache: RequestCache): Promise<Response> => {
    const response = await fetch(address, { integrity, cache, credentials: 'same-origin' });
    if (!response.ok) throw new Error(`${address} did not come: ${response.status}`);
    // A page may not be opened from an answer that remembers a redirection.
    return response.redirected ? new Response(response.body, response) : response;
  };
  if (!isLasting) return get('reload');
  // A broken copy may be all that the browser's own cache has.
  return get('default').catch(() => get('reload'));
}
