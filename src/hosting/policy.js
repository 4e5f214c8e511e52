/**
 * What a page may load and run, as SvelteKit's configuration wants it: SvelteKit adds the hash of a page's own script and
 * writes it into the page.
 * @type {NonNullable<NonNullable<NonNullable<import('@sveltejs/kit').Config['kit']>['csp']>['directives']>}
 */
export const pageDirectives = {
  'default-src': ['self'],
  'script-src': ['self', 'wasm-unsafe-eval'],
  'style-src': ['self'],
  // The one inline style is that of SvelteKit's announcer for screen readers.
  'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
  'img-src': ['self', 'data:', 'blob:'],
  'font-src': ['self'],
  'connect-src': ['self'],
  'worker-src': ['self'],
  'manifest-src': ['self'],
  'object-src': ['none'],
  'base-uri': ['self'],
  'form-action': ['none'],
};

/** The header of a page: what it cannot say of itself. */
export const pagePolicy = "frame-ancestors 'none'";

/** The header of every other file: workers take their policy from it. */
export const filePolicy =
  "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; object-src 'none'; base-uri 'self'; form-action 'none'; frame-ancestors 'none'";

/** How long files may be kept that are named by their content, and all others. */
export const caching = {
  named: 'public, max-age=31536000, immutable',
  others: 'no-cache',
};
