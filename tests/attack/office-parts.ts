import { strFromU8, unzipSync } from 'fflate';

const isPackage = (name: string) => /\.xlsx$/.test(name);
const isText = (name: string) => /\.(?:xml|rels)$/.test(name);

/** All parts of an office file by their names, those of workbooks inside it, too; throws on a part that is no text. */
export function partsOf(bytes: Uint8Array): ReadonlyMap<string, string> {
  const parts = new Map<string, string>();
  for (const [name, content] of Object.entries(unzipSync(bytes))) {
    if (name.endsWith('/')) continue;
    if (isPackage(name)) {
      for (const [inner, text] of partsOf(content)) parts.set(`${name}!${inner}`, text);
    } else if (isText(name)) parts.set(name, strFromU8(content));
    else throw new Error(`Nobody can read ${name}`);
  }
  return parts;
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/** A text as it was before it was written as markup. */
export function unescaped(text: string): string {
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (hex !== undefined) return String.fromCodePoint(parseInt(String(hex), 16));
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    return entities[String(name)] ?? whole;
  });
}

/** The texts between the tags of markup, each with the name of the tag before it. */
export function textsIn(markup: string): { readonly after: string; readonly text: string }[] {
  return [...markup.matchAll(/<(\/?[\w:]+)[^>]*>([^<]+)/g)].flatMap(([, after = '', text = '']) =>
    text.trim() === '' ? [] : [{ after, text: unescaped(text) }],
  );
}

/** What stands in an attribute of any element of markup. */
export function attributesIn(markup: string, name: string): string[] {
  const pattern = new RegExp(`\\s${name}="([^"]*)"`, 'g');
  return [...markup.matchAll(pattern)].map(([, value = '']) => unescaped(value));
}
