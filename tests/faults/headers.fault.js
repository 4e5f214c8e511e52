import { spawn } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { chromiumArguments, findChromium } from '../../src/commands/chromium.js';
import { root } from '../../src/commands/install.js';
import { caching, filePolicy, pagePolicy } from '../../src/hosting/policy.js';
import { runAlone } from './site.js';

export const name = 'The documented web servers serve the built site as it has to be served';

/**
 * @typedef {{ site: string, scratch: string, port: number }} Place
 * @typedef {{ title: string, program: string, arrange: (place: Place) => readonly string[] }} WebServer
 * @typedef {{ kind: string, path: string, mime: RegExp, policy: string, cache: string, isPacked: boolean }} Expected
 */

const path = '/dinamika/';
const modules = '/usr/lib/apache2/modules';

/** @type {readonly WebServer[]} As Debian installs them; each gives the words with which its program starts. */
const servers = [
  {
    title: 'nginx',
    program: '/usr/sbin/nginx',
    arrange({ site, scratch, port }) {
      const text = readFileSync(join(root, 'src/hosting/nginx.conf'), 'utf8');
      const own = join(scratch, 'dinamika.conf');
      writeFileSync(own, text.replaceAll('/var/www/dinamika/', `${site}/`));
      const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
        .map((kind) => `${kind}_temp_path ${join(scratch, kind)};`)
        .join(' ');
      const whole = join(scratch, 'nginx.conf');
      writeFileSync(
        whole,
        `daemon off; master_process off; pid ${join(scratch, 'nginx.pid')}; events {}
        http { access_log off; ${temporary} server { listen 127.0.0.1:${port}; include ${own}; } }`,
      );
      return ['-c', whole, '-p', scratch, '-e', 'stderr'];
    },
  },
  {
    title: 'Apache',
    program: '/usr/sbin/apache2',
    arrange({ site, scratch, port }) {
      cpSync(join(root, 'src/hosting/apache.htaccess'), join(site, '.htaccess'));
      const loaded = [
        'mpm_event',
        'authz_core',
        'alias',
        'dir',
        'mime',
        'headers',
        'filter',
        'deflate',
      ]
        .map((module) => `LoadModule ${module}_module ${modules}/mod_${module}.so`)
        .join('\n');
      const whole = join(scratch, 'apache.conf');
      writeFileSync(
        whole,
        `ServerRoot ${scratch}\n${loaded}\nListen 127.0.0.1:${port}\nServerName localhost
        PidFile ${join(scratch, 'apache.pid')}\nDefaultRuntimeDir ${scratch}\nErrorLog ${join(scratch, 'apache.log')}\nLogLevel error
        TypesConfig /dev/null\n${process.getuid?.() === 0 ? 'User www-data\nGroup www-data' : ''}
        DocumentRoot ${scratch}\nAlias /dinamika ${site}
        <Directory ${site}>\nAllowOverride All\nRequire all granted\n</Directory>`,
      );
      return ['-f', whole, '-X'];
    },
  },
];

/**
 * Serves the built site with each documented web server that is installed, and throws where a header is not as documented or
 * the app breaks its policy.
 * @param {(line: string) => void} report
 */
export async function run(report) {
  const built = join(root, 'build');
  if (!existsSync(join(built, '_app/contents.json')))
    throw new Error('There is no built site: run npm run build first');
  for (const server of servers) {
    if (!existsSync(server.program)) {
      report(`${server.title}: not tried, ${server.program} is not installed`);
      continue;
    }
    report(`${server.title}: ${await tryServer(server, built)}`);
  }
}

/**
 * @param {WebServer} server
 * @param {string} built
 */
async function tryServer(server, built) {
  const scratch = mkdtempSync(join(tmpdir(), 'dinamika-headers-'));
  const site = join(scratch, 'site');
  cpSync(built, site, { recursive: true });
  // Apache reads it as somebody else.
  chmodSync(scratch, 0o755);
  const port = await findPort();
  const address = `http://127.0.0.1:${port}${path}`;
  const child = spawn(server.program, server.arrange({ site, scratch, port }));
  let said = '';
  child.stderr.on('data', (/** @type {Buffer} */ piece) => (said += String(piece)));
  try {
    await answers(address).catch((cause) => {
      throw new Error(`${server.title} did not start: ${said}`, { cause });
    });
    const checked = await checkHeaders(address, listExpected(site));
    const opened = await openApp(address);
    return `${checked} headers, ${opened}`;
  } finally {
    child.kill('SIGKILL');
    rmSync(scratch, { recursive: true, force: true });
  }
}

/**
 * One file of each kind.
 * @param {string} site
 * @returns {readonly Expected[]}
 */
function listExpected(site) {
  /** @type {{ files: Record<string, string> }} */
  const { files } = JSON.parse(readFileSync(join(site, '_app/contents.json'), 'utf8'));
  const find = (/** @type {RegExp} */ pattern) => {
    const found = Object.keys(files).find((path) => pattern.test(path));
    if (!found) throw new Error(`The built site has no file like ${pattern}`);
    return found;
  };
  const page = { mime: /^text\/html/, policy: pagePolicy, cache: caching.others, isPacked: true };
  const named = { policy: filePolicy, cache: caching.named, isPacked: true };
  const other = { policy: filePolicy, cache: caching.others, isPacked: true };
  const script = /^(text|application)\/javascript/;
  return [
    { kind: 'first page', path: '', ...page },
    { kind: 'page by its folder', path: 'council/draft/', ...page },
    { kind: 'page by its name', path: 'explore/index.html', ...page },
    { kind: 'engine', path: find(/duckdb-eh.*\.wasm$/), mime: /^application\/wasm$/, ...named },
    { kind: 'engine worker', path: find(/duckdb-browser-eh.*\.js$/), mime: script, ...named },
    { kind: 'worker', path: find(/\/workers\/.*\.js$/), mime: script, ...named },
    { kind: 'chunk', path: find(/\/chunks\/.*\.js$/), mime: script, ...named },
    { kind: 'style', path: find(/\.css$/), mime: /^text\/css/, ...named },
    { kind: 'font', path: find(/\.woff2$/), mime: /^font\/woff2$/, ...named, isPacked: false },
    { kind: 'sample', path: find(/\.csv$/), mime: /^text\/csv/, ...named },
    { kind: 'service worker', path: 'service-worker.js', mime: script, ...other },
    { kind: 'contents', path: '_app/contents.json', mime: /^application\/json/, ...other },
    { kind: 'manifest', path: 'ru.webmanifest', mime: /^application\/manifest\+json/, ...other },
    { kind: 'icon', path: 'icons/512.png', mime: /^image\/png$/, ...other, isPacked: false },
    { kind: 'script of the theme', path: 'appearance.js', mime: script, ...other },
  ];
}

/**
 * @param {string} address
 * @param {readonly Expected[]} files
 */
async function checkHeaders(address, files) {
  let checked = 0;
  for (const { kind, path, mime, policy, cache, isPacked } of files) {
    const response = await fetch(address + path, { headers: { 'accept-encoding': 'gzip' } });
    await response.arrayBuffer();
    const expect = (
      /** @type {string} */ header,
      /** @type {(value: string) => boolean} */ fits,
    ) => {
      const value = response.headers.get(header) ?? '';
      if (!fits(value)) throw new Error(`${kind} (${path}): ${header} is «${value}»`);
      checked += 1;
    };
    if (response.status !== 200) throw new Error(`${kind} (${path}): ${response.status}`);
    expect('content-type', (value) => mime.test(value));
    expect('content-security-policy', (value) => value === policy);
    expect('cache-control', (value) => value === cache);
    expect('x-content-type-options', (value) => value === 'nosniff');
    expect('referrer-policy', (value) => value === 'no-referrer');
    expect('content-encoding', (value) => value === (isPacked ? 'gzip' : ''));
    const again = await fetch(address + path, {
      headers: { 'if-modified-since': response.headers.get('last-modified') ?? '' },
    });
    if (again.status !== 304) throw new Error(`${kind} (${path}): asked again, ${again.status}`);
  }
  const missing = await fetch(`${address}_app/immutable/missing.js`);
  await missing.arrayBuffer();
  if (missing.status !== 404 || /immutable/.test(missing.headers.get('cache-control') ?? ''))
    throw new Error('A missing file is to be kept for a year');
  const folder = await fetch(address.slice(0, -1), { redirect: 'manual' });
  if (folder.status !== 301) throw new Error(`The path without a slash answers ${folder.status}`);
  return checked;
}

/**
 * Opens the app, reads the demonstration, draws the overview and waits until the app is kept for a start without a network.
 * @param {string} address
 */
async function openApp(address) {
  const executablePath = findChromium();
  const browser = await chromium.launch({
    args: chromiumArguments,
    ...(executablePath ? { executablePath } : {}),
  });
  try {
    const page = await browser.newPage({ locale: 'ru-RU' });
    /** @type {string[]} */
    const faults = [];
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    page.on('pageerror', (problem) => faults.push(String(problem)));
    await page.goto(address);
    await page.getByRole('button', { name: 'Открыть демонстрацию' }).click();
    await page.getByRole('button', { name: /^Принять \d/ }).click({ timeout: 120_000 });
    await page.getByText(/^Принято \d.* из /).waitFor({ timeout: 60_000 });
    await page.getByText('Работает и без сети').waitFor({ timeout: 60_000 });
    await page.goto(address);
    await page.getByRole('list', { name: 'Главные показатели' }).waitFor({ timeout: 60_000 });
    if (faults.length > 0) throw new Error(`The app complains: ${faults.join('; ')}`);
    return 'the app opens, reckons and is kept, with nothing refused by its policy';
  } finally {
    await browser.close();
  }
}

/** @returns {Promise<number>} */
function findPort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0));
    });
  });
}

/** @param {string} address */
async function answers(address) {
  for (let left = 100; ; left -= 1) {
    try {
      await (await fetch(address)).arrayBuffer();
      return;
    } catch (problem) {
      if (left === 0) throw problem;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

await runAlone(import.meta.url, run);
