import { extract, readArchive, type ArchiveEntry } from './archive.ts';
import { readCompound, type Compound } from './compound.ts';
import { refuse, type Refusal } from './refusal.ts';
import { archiveKind, readSignature, type ArchiveKind } from './signature.ts';

/** What a file holds, told by its bytes and never by its name. */
export interface Content {
  readonly kind: 'text' | 'markup' | 'biff' | 'compound' | Exclude<ArchiveKind, Foreign>;
  readonly entries: readonly ArchiveEntry[];
  readonly compound: Compound | null;
}

type Foreign = 'document' | 'presentation' | 'archive';

/** Most bytes that a file may hold once it is unpacked: a longer text does not fit into one string. */
export const largestContent = 500_000_000;
const largestPacked = 400_000_000;
const bombRatio = 250;
const bombSize = 100_000_000;

const foreignStreams: readonly (readonly [stream: string, what: string])[] = [
  ['worddocument', 'DOC'],
  ['powerpoint document', 'PPT'],
  ['__properties_version1.0', 'MSG'],
];
const foreignArchives: Readonly<Record<Foreign, string>> = {
  document: 'DOCX',
  presentation: 'PPTX',
  archive: 'ZIP',
};

function isForeign(kind: ArchiveKind): kind is Foreign {
  return kind in foreignArchives;
}

function sizeOf(entries: readonly ArchiveEntry[]): number {
  return entries.reduce((sum, entry) => sum + entry.size, 0);
}

/** Sheets of Office Open XML, which are read while they are inflated and never held whole. */
const streamed = /(^|\/)worksheets\/[^/]*\.xml$/i;

/** True when an archive unfolds to more than can be held, or its parts that are held whole do so out of nearly nothing. */
function isBomb(entries: readonly ArchiveEntry[], length: number): boolean {
  const held = sizeOf(entries.filter(({ name }) => !streamed.test(name)));
  return sizeOf(entries) > largestContent || (held > bombSize && held / length > bombRatio);
}

function identifyArchive(bytes: Uint8Array): { ok: true; content: Content } | Refusal {
  const archive = readArchive(bytes);
  if (!archive.ok) return refuse(archive.code, { cause: 'ZIP' });
  const { entries } = archive;
  if (entries.some((entry) => entry.encrypted)) return refuse('file-password');
  const kind = archiveKind(entries);
  if (isForeign(kind)) return refuse('file-not-spreadsheet', { what: foreignArchives[kind] });
  if (isBomb(entries, bytes.length)) {
    return refuse('file-too-large', { size: sizeOf(entries) });
  }
  const manifest = entries.find((entry) => entry.name === 'META-INF/manifest.xml');
  if (manifest) {
    const text = new TextDecoder().decode(extract(bytes, manifest, 1 << 24));
    if (text.includes('encryption-data')) return refuse('file-password');
  }
  return { ok: true, content: { kind, entries, compound: null } };
}

function identifyCompound(bytes: Uint8Array): { ok: true; content: Content } | Refusal {
  const compound = readCompound(bytes);
  if (!compound) return refuse('file-truncated', { cause: 'CFB' });
  const { streams } = compound;
  if (streams.has('encryptedpackage')) return refuse('file-password');
  const isWorkbook = streams.has('workbook') || streams.has('book');
  const other = foreignStreams.find(([stream]) => streams.has(stream));
  if (other && !isWorkbook) return refuse('file-not-spreadsheet', { what: other[1] });
  if (compound.cut) return refuse('file-truncated', { cause: 'CFB' });
  return { ok: true, content: { kind: 'compound', entries: [], compound } };
}

/** What the bytes hold, or why they cannot be read: pictures, foreign documents, passwords, cut files, bombs. */
export function identify(bytes: Uint8Array): { ok: true; content: Content } | Refusal {
  if (bytes.length === 0) return refuse('file-empty');
  if (bytes.length > largestContent) return refuse('file-too-large', { size: bytes.length });
  const signature = readSignature(bytes);
  switch (signature.kind) {
    case 'picture':
      return refuse('file-picture', { what: signature.what });
    case 'foreign':
      return refuse('file-not-spreadsheet', { what: signature.what });
    case 'archive':
      if (bytes.length > largestPacked) return refuse('file-too-large', { size: bytes.length });
      return identifyArchive(bytes);
    case 'compound':
      return identifyCompound(bytes);
    default:
      return { ok: true, content: { kind: signature.kind, entries: [], compound: null } };
  }
}
