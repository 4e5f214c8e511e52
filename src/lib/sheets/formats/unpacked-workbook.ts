import type { WorkBook } from '@e965/xlsx';
import { zipSync } from 'fflate';
import { extract, type ArchiveEntry } from '../archive.ts';
import { mostCells } from '../cell-limits.ts';
import type { Content } from '../content.ts';
import { readHidden, type HiddenLines } from '../hidden-lines.ts';
import { unfoldedCells } from '../open-document.ts';
import { refuse } from '../refusal.ts';
import { attribute, tagsOf } from '../xml-tag.ts';
import type { FormatOptions, FormatReading } from './format.ts';
import { siftSheet } from './sheet-records.ts';
import { sheetsOf } from './workbook.ts';

/** Most bytes that members may unfold to here, by kind: all of them are held at once, several times over. */
const largestOther = 100_000_000;
const largestUnpacked: Partial<Record<Content['kind'], number>> = {
  xlsx: 50_000_000,
  xlsb: 60_000_000,
};

const needless =
  /(^|\/)(media|embeddings|activeX|ctrlProps|printerSettings|pivotCache|customXml|threadedComments|Pictures|Thumbnails|ObjectReplacements)\/|vbaProject|calcChain|comments\d*\.(xml|bin)$|thumbnail|\.(png|jpe?g|emf|wmf|gif|tiff?)$/i;

/**
 * A workbook in a ZIP archive through the general reader. Members are unpacked here, each capped at the size that the directory
 * promises, and handed over as stored ones, so that no damaged stream reaches the reader's own unpacking.
 */
export async function readUnpacked(
  bytes: Uint8Array,
  content: Content,
  options: FormatOptions,
): Promise<FormatReading> {
  const members: Record<string, Uint8Array> = {};
  const hidden = new Map<string, HiddenLines>();
  const wanted = content.entries.filter((entry) => !needless.test(entry.name) && entry.size > 0);
  const total = wanted.reduce((sum, entry) => sum + entry.size, 0) || 1;
  const largest = largestUnpacked[content.kind] ?? largestOther;
  if (total > largest) return refuse('file-too-large', { size: total });
  let unpacked = 0;
  for (const entry of wanted) {
    const path = memberName(entry);
    const part = extract(bytes, entry, largest);
    if (/(^|\/)worksheets\/[^/]*\.bin$/i.test(path)) {
      const sifted = siftSheet(part);
      hidden.set(path.toLowerCase(), sifted.hidden);
      members[path] = sifted.part;
    } else {
      members[path] = part;
    }
    unpacked += entry.size;
    options.onProgress(0.15 * (unpacked / total));
  }
  if (content.kind === 'ods') {
    if (hasEntities(members['content.xml'])) throw new Error('entities in a part of a workbook');
    const cells = unfoldedCells(members['content.xml'] ?? emptyPart);
    if (cells > mostCells) return refuse('file-too-large', { cells });
    members['styles.xml'] ??= emptyPart;
    members['META-INF/manifest.xml'] ??= emptyPart;
  }
  if (content.kind === 'xlsx') {
    for (const [path, part] of Object.entries(members)) {
      if (!/(^|\/)worksheets\/[^/]*\.xml$/i.test(path)) continue;
      hidden.set(path.toLowerCase(), readHidden(part)[0] ?? noLines);
      members[path] = withoutLinks(part);
    }
  }
  const { read } = await import('@e965/xlsx');
  // The reader of binary parts runs past the end of one that is merely stored.
  const stored = zipSync(members, { level: content.kind === 'xlsb' ? 1 : 0 });
  options.onProgress(0.2);
  const workbook = read(stored, {
    type: 'array',
    dense: true,
    cellNF: true,
    cellText: false,
    cellHTML: false,
    cellFormula: false,
  });
  options.onProgress(0.8);
  const tables = content.kind === 'ods' ? readHidden(members['content.xml'] ?? emptyPart) : [];
  const paths = sheetPaths(workbook, members);
  const sheets = sheetsOf(
    workbook,
    (index) => tables[index] ?? hidden.get(paths[index] ?? ''),
    (fraction) => options.onProgress(0.8 + 0.2 * fraction),
  );
  return { ok: true, encoding: null, dialect: null, sheets, issues: [] };
}

/** True when a part declares entities of its own, which is how they are made to burst; a mere document type is left alone. */
function hasEntities(part: Uint8Array | undefined): boolean {
  return part !== undefined && /<!ENTITY/i.test(text.decode(part.subarray(0, 4096)));
}

function memberName(entry: ArchiveEntry): string {
  return entry.name.replace(/^\/+/, '');
}

const text = new TextDecoder();
const noLines: HiddenLines = { rows: [], columns: [] };
const emptyPart = new TextEncoder().encode('<x/>');

/** A copy of a sheet without hyperlinks: the general reader makes a cell for every place that they name, an endless range too. */
function withoutLinks(part: Uint8Array): Uint8Array {
  const copy = part.slice();
  const name = new TextEncoder().encode('hyperlink');
  for (let at = copy.indexOf(name[0] ?? 0); at >= 0; at = copy.indexOf(name[0] ?? 0, at + 1)) {
    const before = copy[at - 1];
    const opens = before === 0x3c || before === 0x3a;
    if (opens && name.every((byte, index) => copy[at + index] === byte)) copy[at] = 0x78;
  }
  return copy;
}

/** Paths of the sheets of an Office Open XML workbook in the order of its sheets, in lower case. */
function sheetPaths(
  workbook: WorkBook,
  members: Readonly<Record<string, Uint8Array>>,
): (string | null)[] {
  const path = Object.keys(members).find((name) => /(^|\/)workbook\d*\.(xml|bin)$/i.test(name));
  if (path === undefined) return [];
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const relations = members[`${folder}_rels/${path.slice(folder.length)}.rels`];
  const targets = new Map<string, string>();
  for (const tag of relations ? tagsOf(text.decode(relations), 'Relationship') : []) {
    const id = attribute(tag, 'Id');
    const target = attribute(tag, 'Target');
    if (id !== null && target !== null) {
      const full = target.startsWith('/') ? target.slice(1) : folder + target;
      targets.set(id, full.toLowerCase());
    }
  }
  // The reader keeps the identity of a sheet's relation, but its types do not say so.
  return (workbook.Workbook?.Sheets ?? []).map((sheet) =>
    'id' in sheet && typeof sheet.id === 'string' ? (targets.get(sheet.id) ?? null) : null,
  );
}
