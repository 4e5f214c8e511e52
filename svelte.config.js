import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { hashInputs } from './src/commands/hash-inputs.js';
import { withContents } from './src/hosting/contents.js';
import { pageDirectives } from './src/hosting/policy.js';

const folder = 'build';
const version = hashInputs().slice(0, 12);

/** @type {import('@sveltejs/kit').Config} */
export default {
  preprocess: vitePreprocess(),
  compilerOptions: { runes: true },
  kit: {
    adapter: withContents(adapter({ pages: folder, assets: folder, strict: true }), {
      folder,
      version,
    }),
    version: { name: version },
    paths: { relative: true },
    // The app registers it itself, once its start is done.
    serviceWorker: { register: false },
    csp: {
      mode: 'hash',
      directives: pageDirectives,
    },
  },
};
