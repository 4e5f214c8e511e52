import { base } from '$service-worker';
import type { ToServiceWorker } from '#lib/workspace/edition.ts';
import { clearShelves, fillShelf, findFile, findPage, mendShelf } from './shelf.ts';

declare const self: ServiceWorkerGlobalScope;

self.addEventListener('install', (event) => {
  event.waitUntil(fillShelf());
});

self.addEventListener('activate', (event) => {
  event.waitUntil(self.clients.claim());
});

self.addEventListener('message', (event) => {
  const said = event.data as ToServiceWorker;
  if (said === 'take-over') event.waitUntil(self.skipWaiting());
  else event.waitUntil(mendShelf().then(clearShelves));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || request.headers.has('range')) return;
  const { origin, pathname } = new URL(request.url);
  if (origin !== location.origin || !pathname.startsWith(`${base}/`)) return;
  event.respondWith(request.mode === 'navigate' ? openPage(request) : openFile(request));
});

async function openFile(request: Request): Promise<Response> {
  return (await findFile(request.url)) ?? fetch(request);
}

async function openPage(request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  const address = pathname.replace(/\/index\.html$/, '/');
  const page = await findPage(address);
  if (page) return page;
  if (await findPage(`${address}/`)) return Response.redirect(`${address}/${search}`);
  try {
    return await fetch(request);
  } catch {
    // Nobody knows this address without the network: the first screen does.
    return Response.redirect(`${base}/`);
  }
}
