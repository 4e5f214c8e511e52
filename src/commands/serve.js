import { createServer } from 'node:http';
import sirv from 'sirv';
import { caching, filePolicy, pagePolicy } from '../hosting/policy.js';

const isPage = (/** @type {string} */ path) => /(^|\/)([^./]*|[^/]*\.html)$/.test(path);

/**
 * Serves a built site on localhost and answers its address; takes the next free port where the wanted one is taken.
 * Pages carry their policy with the hashes of their scripts; the header adds what a page cannot say of itself, and
 * gives workers theirs.
 * @param {{ folder: string, port: number, base?: string }} options
 * @returns {Promise<string>}
 */
export function serve({ folder, port, base = '' }) {
  const handler = sirv(folder, {
    etag: true,
    setHeaders(response, path) {
      response.setHeader('Content-Security-Policy', isPage(path) ? pagePolicy : filePolicy);
      response.setHeader('X-Content-Type-Options', 'nosniff');
      response.setHeader('Referrer-Policy', 'no-referrer');
      const immutable = path.includes('/immutable/');
      response.setHeader('Cache-Control', immutable ? caching.named : caching.others);
    },
  });
  const server = createServer((request, response) => {
    const url = request.url ?? '/';
    if (base && !url.startsWith(base)) {
      response.writeHead(404).end();
      return;
    }
    request.url = url.slice(base.length) || '/';
    handler(request, response, () => {
      response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('404');
    });
  });
  return new Promise((resolve, reject) => {
    let wanted = port;
    server.on('error', (/** @type {NodeJS.ErrnoException} */ problem) => {
      if (problem.code !== 'EADDRINUSE' || wanted >= port + 20) return reject(problem);
      wanted += 1;
      server.listen(wanted, 'localhost');
    });
    server.on('listening', () => resolve(`http://localhost:${wanted}${base}/`));
    server.listen(wanted, 'localhost');
  });
}
