import { extract, readArchive, type ArchiveEntry } from './archive.ts';
import { causeOf, refuse, TooLargeError, type Refusal } from './refusal.ts';
import { archiveKind, readSignature } from './signature.ts';

/** One file out of a parcel; `name` is the way to it: the parcel, folders and parcels inside, joined by «/». */
export interface ParcelMember {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The files of an archive of files; a refusal; or null where the bytes are no such archive. */
export type ParcelReading =
  { readonly ok: true; readonly members: readonly ParcelMember[] } | Refusal | null;

/** Most bytes that all members together may unfold to. */
const largestParcel = 500_000_000;
const mostMembers = 2000;
const deepest = 3;

const byTheWay =
  /(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|~\$[^/]*$|\.~lock\.[^/]*$|\._[^/]*$)/i;

interface Budget {
  bytes: number;
  members: number;
}

/** Bytes at the beginning by which a parcel is told from most other files. */
export const parcelMark = 4;

/** Whether bytes of which only the beginning is there may be a parcel's. */
export function mayBeParcel(bytes: Uint8Array): boolean {
  return readSignature(bytes).kind === 'archive';
}

/** The directory of an archive of files; null for anything else, office documents among it. */
function listFiles(bytes: Uint8Array): readonly ArchiveEntry[] | Refusal | null {
  if (readSignature(bytes).kind !== 'archive') return null;
  const archive = readArchive(bytes);
  if (!archive.ok) return refuse(archive.code, { cause: 'ZIP' });
  return archiveKind(archive.entries) === 'archive' ? archive.entries : null;
}

function isRefusal(listed: readonly ArchiveEntry[] | Refusal): listed is Refusal {
  return 'ok' in listed;
}

/** What any reader takes for an archive that was cut. */
const cutArchive = Uint8Array.of(0x50, 0x4b, 3, 4);

/** Content of a member in a buffer of its own; a damaged one comes as an archive that was cut, so that it alone is refused. */
function unpack(bytes: Uint8Array, entry: ArchiveEntry, limit: number): Uint8Array {
  try {
    if (entry.size === 0) return new Uint8Array();
    const content = extract(bytes, entry, limit);
    return entry.method === 0 ? content.slice() : content;
  } catch (thrown) {
    if (thrown instanceof TooLargeError) throw thrown;
    return cutArchive.slice();
  }
}

function expand(
  bytes: Uint8Array,
  entries: readonly ArchiveEntry[],
  path: string,
  depth: number,
  left: Budget,
): ParcelMember[] | Refusal {
  const files = entries.filter(({ name }) => !name.endsWith('/') && !byTheWay.test(name));
  if (files.some((entry) => entry.encrypted)) return refuse('file-password');
  left.members -= files.length;
  if (left.members < 0) return refuse('file-too-large', { members: mostMembers - left.members });
  const size = files.reduce((sum, entry) => sum + entry.size, 0);
  if (size > left.bytes) return refuse('file-too-large', { size });
  const members: ParcelMember[] = [];
  for (const entry of files) {
    const content = unpack(bytes, entry, left.bytes);
    const name = `${path}/${entry.name.replace(/^\/+/, '')}`;
    left.bytes -= content.length;
    const inside = depth < deepest ? listFiles(content) : null;
    if (inside === null || isRefusal(inside)) {
      members.push({ name, bytes: content });
      continue;
    }
    const nested = expand(content, inside, name, depth + 1, left);
    if (!Array.isArray(nested)) return nested;
    for (const member of nested) members.push(member);
  }
  return members;
}

/**
 * Opens an archive of spreadsheets, archives inside of it too, to a depth of three; folders and what systems leave behind are
 * passed over, every other file is a member and answers for itself. Null when the bytes are a spreadsheet themselves or no ZIP
 * archive. Never throws for bad bytes.
 */
export function openParcel(bytes: Uint8Array, name: string): ParcelReading {
  const entries = listFiles(bytes);
  if (entries === null) return null;
  if (isRefusal(entries)) return entries;
  try {
    const left = { bytes: largestParcel, members: mostMembers };
    const members = expand(bytes, entries, name, 1, left);
    if (!Array.isArray(members)) return members;
    return members.length === 0 ? refuse('file-empty') : { ok: true, members };
  } catch (thrown) {
    const cause = causeOf(thrown);
    return refuse(thrown instanceof TooLargeError ? 'file-too-large' : 'file-unreadable', {
      cause,
    });
  }
}
