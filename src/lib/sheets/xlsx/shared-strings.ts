import type { ArchiveEntry } from '../archive.ts';
import { NotScannable } from './not-scannable.ts';
import { readHead } from './part-head.ts';
import { readPart } from './part-window.ts';
import { RichText } from './rich-text.ts';
import { isName, nameBytes, spellsAt } from './tag-cursor.ts';
import { XmlText } from './xml-text.ts';

const opening = 0x3c;
const closing = 0x3e;
const slash = 0x2f;
const itemName = nameBytes('si');

/** The texts that cells of a workbook point to by number, in their order; a text of nothing but white space is null. */
export function readSharedStrings(
  bytes: Uint8Array,
  entry: ArchiveEntry,
  limit: number,
  onShare: (share: number) => void,
): (string | null)[] {
  const strings: (string | null)[] = [];
  const texts = new XmlText();
  let prefix: readonly number[] = [];
  let rich: RichText | null = null;
  const take = (window: Uint8Array): number => {
    let at = 0;
    if (!rich) {
      const head = readHead(window);
      if (!head) return 0;
      if (head.name !== 'sst') throw new NotScannable(`shared strings in «${head.name}»`);
      prefix = head.prefix;
      rich = new RichText(prefix, texts);
      at = head.at;
    }
    const limitOfTags = window.lastIndexOf(closing) + 1;
    for (;;) {
      at = window.indexOf(opening, at);
      if (at < 0 || at >= limitOfTags) return at < 0 ? window.length : at;
      const nameAt = at + 1 + prefix.length;
      const tagEnd = window.indexOf(closing, nameAt);
      if (window[at + 1] === 0x21) throw new NotScannable('a comment among shared strings');
      if (!isName(window, nameAt, itemName) || !spellsAt(window, at + 1, prefix)) {
        at = tagEnd + 1;
        continue;
      }
      if (window[tagEnd - 1] === slash) {
        strings.push(null);
        at = tagEnd + 1;
        continue;
      }
      const next = rich.read(window, tagEnd + 1, limitOfTags, itemName);
      if (next < 0) return at;
      strings.push(rich.text.trim() === '' ? null : rich.text);
      at = next;
    }
  };
  readPart(
    bytes,
    entry,
    limit,
    (window, isLast) => {
      const done = take(window);
      if (isLast && done < window.length) throw new Error(`${entry.name} ends in the middle`);
      return done;
    },
    onShare,
  );
  return strings;
}
