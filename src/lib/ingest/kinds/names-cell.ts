import type { CellValue } from '#lib/model/sheet.ts';
import { readClass, type ClassName } from '../class-name.ts';
import { readPerson, type PersonName } from '../person-name.ts';

/** A name out of a cell with the class that stands beside it. */
export interface ListedName {
  readonly person: PersonName;
  readonly class: ClassName | null;
}

const withClass =
  /^(.*?\p{L}\.?)[\s,–—-]*\(?\s*(\d{1,2}\s*[-–]?\s*["«]?\p{L}?["»]?(?:\s*кл(?:асс)?\.?)?)\s*\)?$/iu;
const between = /[;\n]|,(?=\s*\p{Lu}[\p{L}-]+\s+\p{Lu})|\s(?=\d{1,2}[.)]\s*\p{Lu})/u;

const longest = 4000;

function readListed(text: string): ListedName | null {
  const bare = text.replace(/^\d{1,3}[.)]\s*/, '').trim();
  const beside = withClass.exec(bare);
  const named = beside ? readClass(beside[2] ?? '') : null;
  const person = readPerson(named ? (beside?.[1] ?? bare) : bare);
  return person ? { person, class: named } : null;
}

/**
 * Several names in one cell, one a line, numbered, or set off by semicolons or commas, or one name with its class
 * («Агеева Анна, 5А»); null when it holds no more than one name.
 */
export function readNames(cell: CellValue): readonly ListedName[] | null {
  if (typeof cell !== 'string' || cell.length > longest || !/[;\n,\d]/.test(cell)) return null;
  const parts = cell
    .split(between)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const names = parts.map((part) => (/\s/.test(part) ? readListed(part) : null));
  if (!names.every((name) => name !== null)) return null;
  return names.length > 1 || names[0]?.class ? names : null;
}
