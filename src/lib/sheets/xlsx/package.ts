import { extract, type ArchiveEntry } from '../archive.ts';
import { attribute, tagsOf } from '../xml-tag.ts';
import { NotScannable } from './not-scannable.ts';
import { assertPlainXml } from './part-head.ts';
import { unescapeXml } from './xml-text.ts';

/** One relation of a part: the last word of its type («worksheet») and the path of the part that it points to. */
export interface Relation {
  readonly type: string;
  readonly path: string;
}

const largestText = 64_000_000;
const decoder = new TextDecoder();

function resolvePath(target: string, folder: string): string {
  const steps = target.startsWith('/') ? [] : folder.split('/').filter((step) => step !== '');
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

/** The parts of an Office Open XML package by path; letter case and a leading slash play no part. */
export class Package {
  readonly #bytes: Uint8Array;
  readonly #entries = new Map<string, ArchiveEntry>();

  constructor(bytes: Uint8Array, entries: readonly ArchiveEntry[]) {
    this.#bytes = bytes;
    for (const entry of entries) {
      const path = entry.name.replace(/^\/+/, '').toLowerCase();
      if (this.#entries.has(path)) throw new NotScannable(`two parts at ${path}`);
      this.#entries.set(path, entry);
    }
  }

  /** The part at a path, if there is one. */
  find(path: string): ArchiveEntry | null {
    return this.#entries.get(path.toLowerCase()) ?? null;
  }

  /** Text of a small part such as a list of relations, without comments; null where there is no such part. */
  text(path: string): string | null {
    const entry = this.find(path);
    if (!entry) return null;
    const content = extract(this.#bytes, entry, largestText);
    assertPlainXml(content);
    const text = decoder.decode(content).replace(/<!--[\s\S]*?-->/g, '');
    if (text.includes('<![CDATA[')) throw new NotScannable(`raw text in ${path}`);
    return text;
  }

  /** Relations of the part at a path (of the package itself: ''), by their identity. */
  relations(path: string): ReadonlyMap<string, Relation> {
    const cut = path.lastIndexOf('/') + 1;
    const folder = path.slice(0, cut);
    const xml = this.text(`${folder}_rels/${path.slice(cut)}.rels`) ?? '';
    const relations = new Map<string, Relation>();
    for (const tag of tagsOf(xml, 'Relationship')) {
      const id = attribute(tag, 'Id');
      const target = attribute(tag, 'Target');
      if (id === null || target === null || attribute(tag, 'TargetMode') === 'External') continue;
      const type = (attribute(tag, 'Type') ?? '').split('/').at(-1) ?? '';
      relations.set(id, { type, path: resolvePath(unescapeXml(target), folder) });
    }
    return relations;
  }
}
