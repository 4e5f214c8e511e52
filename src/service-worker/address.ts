/** Where a file of the built site is asked for: a page by its folder, everything else by its name. */
export function addressOf(base: string, path: string): string {
  return `${base}/${path.replace(/(^|\/)index\.html$/, '$1')}`;
}

/**
 * Whether this browser never needs a file: the engine comes in two builds, with WebAssembly exceptions and without, and a
 * browser takes one of them.
 */
export function isSpare(path: string, hasExceptions: boolean): boolean {
  const unused = hasExceptions ? 'mvp' : 'eh';
  return new RegExp(`/duckdb-(browser-)?${unused}\\.`).test(path);
}

/** Whether the name of a file changes with its content. */
export function isNamedByContent(path: string): boolean {
  return path.startsWith('_app/immutable/');
}
