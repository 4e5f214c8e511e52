import { expect, test } from 'vitest';
import { addressOf, isNamedByContent, isSpare } from './address.ts';

test('a page is asked for by its folder, below any path', () => {
  expect(addressOf('', 'index.html')).toBe('/');
  expect(addressOf('/school/app', 'index.html')).toBe('/school/app/');
  expect(addressOf('/school/app', 'council/draft/index.html')).toBe('/school/app/council/draft/');
  expect(addressOf('/school/app', 'icons/192.png')).toBe('/school/app/icons/192.png');
});

test('of the two builds of the engine a browser keeps the one that it runs', () => {
  const assets = '_app/immutable/assets';
  const mvp = [`${assets}/duckdb-mvp.BP0p.wasm`, `${assets}/duckdb-browser-mvp.worker.C9hF.js`];
  const eh = [`${assets}/duckdb-eh.9ubY.wasm`, `${assets}/duckdb-browser-eh.worker.hQa-.js`];
  const code = ['_app/immutable/chunks/duckdb.js', 'index.html'];
  const kept = (hasExceptions: boolean) =>
    [...mvp, ...eh, ...code].filter((path) => !isSpare(path, hasExceptions));
  expect(kept(true)).toEqual([...eh, ...code]);
  expect(kept(false)).toEqual([...mvp, ...code]);
});

test('only what is named by its content is taken over from a former version', () => {
  expect(isNamedByContent('_app/immutable/chunks/a.js')).toBe(true);
  expect(['_app/version.json', 'appearance.js', 'index.html'].some(isNamedByContent)).toBe(false);
});
