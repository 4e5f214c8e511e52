/** A tag or a stretch of text of a page, in order. */
export type PageToken =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'open' | 'close'; readonly name: string; readonly attributes: string };

/** Elements whose content is no text of the page. */
const silent = new Set([
  'script',
  'style',
  'head',
  'noscript',
  'template',
  'svg',
  'object',
  'textarea',
  'select',
]);

/** Where a tag ends that starts at `from`: the first «>» outside of quoted attributes, or the end of the page. */
function tagEnd(page: string, from: number): number {
  let quote = '';
  for (let at = from; at < page.length; at += 1) {
    const character = page[at] ?? '';
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '>') return at;
    else if ((character === '"' || character === "'") && page[at - 1] === '=') quote = character;
  }
  return page.length;
}

/** Where the content of a silent element ends: after its closing tag, or at the end of the page. */
function silentEnd(page: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}\\b[^>]*>`, 'gi');
  closing.lastIndex = from;
  const found = closing.exec(page);
  return found ? found.index + found[0].length : page.length;
}

/**
 * The tags and texts of a page in one pass. Comments, declarations and the content of scripts, styles and the like are left
 * out; markup that is broken off is text or nothing, never an error.
 */
export function* tokensOf(page: string): Generator<PageToken> {
  let at = 0;
  while (at < page.length) {
    const open = page.indexOf('<', at);
    if (open !== at) yield { kind: 'text', text: page.slice(at, open < 0 ? undefined : open) };
    if (open < 0) return;
    const next = page[open + 1] ?? '';
    if (page.startsWith('<!--', open)) {
      const end = page.indexOf('-->', open + 4);
      at = end < 0 ? page.length : end + 3;
    } else if (next === '!' || next === '?') {
      const end = page.indexOf('>', open);
      at = end < 0 ? page.length : end + 1;
    } else if (/[a-z/]/i.test(next)) {
      const end = tagEnd(page, open + 1);
      const body = page.slice(open + 1, end);
      const [, slash = '', name = ''] = /^(\/?)([^\s/>]*)/.exec(body) ?? [];
      const lower = name.toLowerCase();
      at = end + 1;
      if (slash === '' && silent.has(lower) && !body.endsWith('/')) at = silentEnd(page, lower, at);
      else
        yield {
          kind: slash === '' ? 'open' : 'close',
          name: lower,
          attributes: body.slice(slash.length + name.length),
        };
    } else {
      yield { kind: 'text', text: '<' };
      at = open + 1;
    }
  }
}
