import { streamMember, type ArchiveEntry } from '../archive.ts';
import { NotScannable } from './not-scannable.ts';

/**
 * Looks at a window of inflated bytes that begins where the last one was left, and says how many of them are done with; `isLast`
 * when nothing follows.
 */
export type WindowReader = (window: Uint8Array, isLast: boolean) => number;

const longestRest = 8_000_000;
const nothing = new Uint8Array();

/**
 * Streams a member of an archive through a reader, window by window, so that its content is never held whole. Throws when it
 * unfolds to more than `limit` bytes, or than
 * the directory says; NotScannable when a single piece of it is longer than any real one.
 */
export function readPart(
  bytes: Uint8Array,
  entry: ArchiveEntry,
  limit: number,
  reader: WindowReader,
  onShare: (share: number) => void = () => undefined,
): void {
  let rest = nothing;
  const allowed = entry.size > 0 ? Math.min(limit, entry.size) : limit;
  streamMember(bytes, entry, allowed, (piece, share) => {
    let window: Uint8Array = piece;
    if (rest.length > 0) {
      window = new Uint8Array(rest.length + piece.length);
      window.set(rest);
      window.set(piece, rest.length);
    }
    const done = reader(window, false);
    rest = window.slice(done);
    if (rest.length > longestRest) throw new NotScannable(`${entry.name}: an endless piece`);
    onShare(share);
  });
  reader(rest, true);
}
