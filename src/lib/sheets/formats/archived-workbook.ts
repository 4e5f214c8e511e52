import { zipSync } from 'fflate';
import { extract, type ArchiveEntry } from '../archive.ts';
import { largestContent, type Content } from '../content.ts';
import { readHidden, type HiddenLines } from '../hidden-lines.ts';
import { unfoldedCells } from '../open-document.ts';
import { refuse } from '../refusal.ts';
import type { FormatOptions, FormatReading } from './format.ts';
import { mostCells, sheetsOf } from './workbook.ts';

const needless =
  /(^|\/)(media|embeddings|activeX|ctrlProps|printerSettings|pivotCache|customXml|Pictures|Thumbnails|ObjectReplacements)\/|vbaProject|calcChain|thumbnail|\.(png|jpe?g|emf|wmf|gif|tiff?)$/i;

/**
 * A workbook in a ZIP archive (xlsx, xlsm, xlsb, ods, numbers). Members are unpacked here, each capped at the size that the
 * directory promises, and handed over as stored ones, so that no damaged stream reaches the reader's own unpacking.
 */
export async function readArchivedWorkbook(
  bytes: Uint8Array,
  content: Content,
  options: FormatOptions,
): Promise<FormatReading> {
  const members: Record<string, Uint8Array> = {};
  const wanted = content.entries.filter((entry) => !needless.test(entry.name) && entry.size > 0);
  const total = wanted.reduce((sum, entry) => sum + entry.size, 0) || 1;
  let unpacked = 0;
  let left = largestContent;
  for (const entry of wanted) {
    const member = extract(bytes, entry, left);
    members[memberName(entry)] = member;
    left -= member.length;
    unpacked += entry.size;
    options.onProgress(0.15 * (unpacked / total));
  }
  if (content.kind === 'ods') {
    const cells = unfoldedCells(members['content.xml'] ?? emptyPart);
    if (cells > mostCells) return refuse('file-too-large', { cells });
    members['styles.xml'] ??= emptyPart;
    members['META-INF/manifest.xml'] ??= emptyPart;
  }
  const hidden = hiddenBySheet(members);
  const { read } = await import('@e965/xlsx');
  const stored = zipSync(members, { level: 0 });
  options.onProgress(0.2);
  const workbook = read(stored, {
    type: 'array',
    dense: true,
    cellNF: true,
    cellText: false,
    cellHTML: false,
    cellFormula: false,
    cellStyles: content.kind === 'xlsb' && total < 20_000_000,
  });
  options.onProgress(0.8);
  const sheets = sheetsOf(
    workbook,
    (index) => hidden[index],
    (fraction) => options.onProgress(0.8 + 0.2 * fraction),
  );
  return { ok: true, encoding: null, dialect: null, sheets, issues: [] };
}

function memberName(entry: ArchiveEntry): string {
  return entry.name.replace(/^\/+/, '');
}

const text = new TextDecoder();
const emptyPart = new TextEncoder().encode('<x/>');

function tags(xml: string, name: string): string[] {
  return xml.match(new RegExp(`<(?:\\w+:)?${name}\\b[^>]*>`, 'g')) ?? [];
}

/** Members that hold the sheets of an Office Open XML workbook, in the order of its sheets. */
function sheetMembers(members: Readonly<Record<string, Uint8Array>>): (string | null)[] {
  const path = Object.keys(members).find((name) => /(^|\/)workbook\d*\.xml$/i.test(name));
  const workbook = path === undefined ? undefined : members[path];
  if (path === undefined || !workbook) return [];
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const relations = members[`${folder}_rels/${path.slice(folder.length)}.rels`];
  const targets = new Map<string, string>();
  for (const tag of relations ? tags(text.decode(relations), 'Relationship') : []) {
    const id = /\bId=["']([^"']*)/.exec(tag)?.[1];
    const target = /\bTarget=["']([^"']*)/.exec(tag)?.[1];
    if (id !== undefined && target !== undefined) {
      targets.set(id, target.startsWith('/') ? target.slice(1) : folder + target);
    }
  }
  return tags(text.decode(workbook), 'sheet').map(
    (tag) => targets.get(/:id=["']([^"']*)/.exec(tag)?.[1] ?? '') ?? null,
  );
}

function hiddenBySheet(
  members: Readonly<Record<string, Uint8Array>>,
): readonly (HiddenLines | undefined)[] {
  const document = members['content.xml'];
  if (document) return readHidden(document);
  return sheetMembers(members).map((name) => {
    const sheet = name === null ? undefined : members[name];
    return sheet ? readHidden(sheet)[0] : undefined;
  });
}
