import { sveltekit } from '@sveltejs/kit/vite';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromiumArguments, findChromium } from './src/commands/chromium.js';

const executablePath = findChromium();

/** Attacks all files of the sample data's snapshot: it takes as long as all other attacks together. */
const samplesAttack = 'tests/attack/samples-attack.test.ts';

export default defineConfig({
  plugins: [sveltekit()],
  assetsInclude: ['data-samples/*.{csv,tsv,txt,xlsx,xls,ods,xlsm,xlsb}'],
  optimizeDeps: {
    exclude: ['@duckdb/duckdb-wasm'],
    // Found late, these would reload a test file in the middle of its run.
    include: [
      '@codemirror/autocomplete',
      '@noble/hashes/hmac.js',
      '@noble/hashes/scrypt.js',
      '@noble/hashes/sha2.js',
      '@noble/hashes/utils.js',
      'fflate',
      'pptxgenjs',
      '@codemirror/commands',
      '@codemirror/lang-sql',
      '@codemirror/language',
      '@codemirror/state',
      '@codemirror/view',
      'axe-core',
      'bits-ui',
      'comlink',
      'echarts/charts',
      'echarts/components',
      'echarts/core',
      'echarts/renderers',
      'idb',
      '@tanstack/table-core',
      '@tanstack/table-core/store-reactivity-bindings',
      '@tanstack/virtual-core',
    ],
  },
  worker: { format: 'es' },
  build: {
    // Some web servers stumble over names beyond ASCII, which the sample files have.
    rollupOptions: {
      checks: { pluginTimings: false },
      output: { sanitizeFileName: (name) => name.replaceAll(/[^\w./-]+/g, '_') },
    },
    target: 'es2022',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
  },
  server: { fs: { allow: ['data-samples', 'tests'] } },
  test: {
    // All cores: by itself it leaves one of two free.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
          exclude: ['src/**/*.svelte.test.ts', samplesAttack],
          setupFiles: 'tests/fixed-seed.ts',
          // One import of a module and one engine serve all files of a worker; none of them may leave anything behind.
          isolate: false,
          // A core that is shared with other work must not make a test fail.
          testTimeout: 30_000,
          hookTimeout: 60_000,
          // The look of a snapshot's file is part of its bytes; by itself it would be empty here.
          css: { include: /\/snapshot\/html\/look\// },
        },
      },
      {
        extends: true,
        test: {
          name: 'attack',
          environment: 'node',
          include: [samplesAttack],
          testTimeout: 180_000,
          css: { include: /\/snapshot\/html\/look\// },
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['src/**/*.svelte.test.ts'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                args: chromiumArguments,
                ...(executablePath ? { executablePath } : {}),
              },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
