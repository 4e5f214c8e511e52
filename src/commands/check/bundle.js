import { createHash } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const programs = {
  check: fileURLToPath(new URL('./main.ts', import.meta.url)),
  corpus: fileURLToPath(new URL('../corpus/main.ts', import.meta.url)),
  report: fileURLToPath(new URL('../report/main.ts', import.meta.url)),
  reader: fileURLToPath(new URL('./reader-process.ts', import.meta.url)),
};
const sources = ['src/lib', 'src/commands', 'package-lock.json', 'package.json'];
const day = 86_400_000;

/**
 * Gives one of the programs written in TypeScript, ready for this Node. It is bundled from the sources once and kept under
 * the hash of their content; `reader` is the path of the program that reads files.
 * @param {'check' | 'corpus' | 'report'} program
 * @returns {Promise<{ program: unknown, reader: string }>}
 */
export async function loadProgram(program) {
  const folder = await bundled();
  const loaded = await import(pathToFileURL(join(folder, `${program}.js`)).href);
  return { program: loaded, reader: join(folder, 'reader.js') };
}

async function bundled() {
  const home = join(cacheFolder(), 'programs');
  const folder = join(home, hashSources());
  if (existsSync(folder)) return folder;
  mkdirSync(home, { recursive: true });
  const unfinished = `${folder}.${process.pid}`;
  const { build } = await import('vite');
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ssr: true,
      target: 'node20',
      outDir: unfinished,
      emptyOutDir: true,
      minify: false,
      rollupOptions: {
        input: programs,
        output: { entryFileNames: '[name].js', chunkFileNames: 'parts/[name]-[hash].js' },
      },
    },
  });
  try {
    renameSync(unfinished, folder);
  } catch (problem) {
    // Another process may have put the same programs there in the meantime.
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(folder)) throw problem;
  }
  forget(home, folder);
  return folder;
}

/** Beside the packages, or where temporary files go when nothing may be written there. */
function cacheFolder() {
  const packages = join(root, 'node_modules');
  try {
    accessSync(packages, constants.W_OK);
    return join(packages, '.cache', 'dinamika');
  } catch {
    return join(tmpdir(), `dinamika-${process.getuid?.() ?? 'cache'}`);
  }
}

/**
 * Removes programs of other sources that nobody made lately.
 * @param {string} home
 * @param {string} kept
 */
function forget(home, kept) {
  for (const name of readdirSync(home)) {
    const folder = join(home, name);
    if (folder === kept) continue;
    if (Date.now() - statSync(folder).mtimeMs > day)
      rmSync(folder, { recursive: true, force: true });
  }
}

function hashSources() {
  const hash = createHash('sha256').update(process.versions.node);
  for (const source of sources) hashPath(join(root, source), hash);
  return hash.digest('hex').slice(0, 32);
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
  if (!/\.(ts|js|json|css)$/.test(path) || /\.test\.ts$/.test(path)) return;
  hash.update(path.slice(root.length)).update(readFileSync(path));
}
