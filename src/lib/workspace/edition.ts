/** What a page can tell the service worker: that it has started, or that the version that waits may take over. */
export type ToServiceWorker = 'started' | 'take-over';

/**
 * The name of one version of the app at one path of an origin: of the cache that holds it, and of the lock that every page of
 * it holds while it is open.
 */
export function editionName(base: string, version: string): string {
  return `${editionPrefix(base)}${version}`;
}

/** How the names of all versions at a path begin. */
export function editionPrefix(base: string): string {
  return `dinamika:${base}:`;
}
