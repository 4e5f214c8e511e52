import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { leanAttributes } from './drawing-attributes.ts';
import { escapeText, unescapeText } from './escape.ts';
import { ForeignMarkup } from './foreign-markup.ts';

interface Element {
  readonly name: string;
  readonly attributes: Map<string, string>;
  readonly children: (Element | string)[];
}

const elements = new Set([
  ...['g', 'path', 'rect', 'circle', 'ellipse', 'polygon', 'polyline', 'line'],
  ...['text', 'tspan', 'defs', 'clipPath'],
]);
/** How deep elements of a drawing lie in one another at most. */
const deepest = 32;
const piece = /<(\/?)([A-Za-z]+)((?:\s+[\w:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/y;
const attribute = /([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

function readElements(svg: string): (Element | string)[] {
  const root: Element = { name: '', attributes: new Map(), children: [] };
  const open = [root];
  piece.lastIndex = 0;
  while (piece.lastIndex < svg.length) {
    const from = piece.lastIndex;
    const found = piece.exec(svg);
    const inner = open.at(-1);
    if (!found || !inner) throw new ForeignMarkup(`no markup of a drawing at ${from}`);
    const [, close, name = '', words = '', alone, text] = found;
    if (text !== undefined) {
      if (inner.name === 'text' || inner.name === 'tspan') inner.children.push(unescapeText(text));
      else if (text.trim() !== '') throw new ForeignMarkup('a text outside of texts');
    } else if (close) {
      if (inner.name !== name || words.trim() !== '') throw new ForeignMarkup(`</${name}>`);
      open.pop();
    } else {
      if (!elements.has(name)) throw new ForeignMarkup(`<${name}>`);
      const attributes = new Map<string, string>();
      for (const [, key = '', double, single] of words.matchAll(attribute)) {
        if (attributes.has(key)) throw new ForeignMarkup(`${key} twice`);
        attributes.set(key, unescapeText(double ?? single ?? ''));
      }
      const element = { name, attributes: leanAttributes(attributes), children: [] };
      inner.children.push(element);
      if (!alone) open.push(element);
      if (open.length > deepest) throw new ForeignMarkup('elements in elements');
    }
  }
  if (open.length > 1) throw new ForeignMarkup('an element that does not end');
  return root.children;
}

/** Clip paths are called after what they hold, so that those of two drawings on a page can have one name only if they are one. */
class Clips {
  readonly #names = new Map<string, string>();
  readonly #written = new Set<string>();

  constructor(content: readonly (Element | string)[]) {
    for (const one of content) this.#collect(one);
  }

  #collect(one: Element | string): void {
    if (typeof one === 'string') return;
    if (one.name === 'clipPath') {
      const inside = one.children.map((child) => this.write(child)).join('');
      const name = `c${bytesToHex(sha256(utf8ToBytes(inside))).slice(0, 12)}`;
      this.#names.set(one.attributes.get('id') ?? '', name);
    }
    for (const child of one.children) this.#collect(child);
  }

  #value(key: string, value: string): string {
    const own = key === 'id' ? value : key === 'clip-path' ? value.slice(5, -1) : null;
    if (own === null) return value;
    const name = this.#names.get(own);
    if (name === undefined) throw new ForeignMarkup(`no clip path ${own}`);
    return key === 'id' ? name : `url(#${name})`;
  }

  write(one: Element | string): string {
    if (typeof one === 'string') return escapeText(one);
    if (one.attributes.has('id') && one.name !== 'clipPath') throw new ForeignMarkup('an id');
    const words = [...one.attributes].map(
      ([key, value]) => [key, this.#value(key, value)] as const,
    );
    if (one.name === 'clipPath') {
      const name = words.find(([key]) => key === 'id')?.[1] ?? '';
      if (this.#written.has(name)) return '';
      this.#written.add(name);
    }
    const inside = one.children.map((child) => this.write(child)).join('');
    const isIdle = inside === '' && ['g', 'defs', 'text', 'tspan'].includes(one.name);
    if (isIdle) return '';
    const start = `<${one.name}${words.map(([key, value]) => ` ${key}="${escapeText(value)}"`).join('')}`;
    return inside === '' ? `${start}/>` : `${start}>${inside}</${one.name}>`;
  }
}

function isVisible(one: Element | string): boolean {
  if (typeof one === 'string') return true;
  const { name, attributes } = one;
  const isShape = !['g', 'text', 'tspan', 'defs', 'clipPath'].includes(name);
  return !(isShape && attributes.get('fill') === 'none' && !attributes.has('stroke'));
}

/**
 * The inside of an `svg` in the fewest words that look the same: coordinates to a tenth of a pixel, looks as attributes
 * instead of style, no typeface, no classes. What comes out comes out the same again. Throws `ForeignMarkup` for whatever
 * no drawing of this app has.
 */
export function leanDrawing(svg: string): string {
  const content = readElements(svg).filter(isVisible);
  const clips = new Clips(content);
  return content.map((one) => clips.write(one)).join('');
}
