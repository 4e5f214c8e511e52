import type { ArchiveEntry } from '../archive.ts';
import { attribute, isTrue, tagsOf } from '../xml-tag.ts';
import { dateStylesOf } from './date-styles.ts';
import { NotScannable } from './not-scannable.ts';
import type { Package, Relation } from './package.ts';
import { unescapeXml } from './xml-text.ts';

/** One sheet as a workbook lists it; without a part when it holds no cells, as a sheet of one chart. */
export interface PlannedSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly part: ArchiveEntry | null;
}

/** What the small parts of a workbook say about its large ones. */
export interface BookPlan {
  readonly sheets: readonly PlannedSheet[];
  readonly strings: ArchiveEntry | null;
  readonly dateStyles: readonly boolean[];
  readonly date1904: boolean;
}

const sheetsWithoutCells = new Set([
  'chartsheet',
  'dialogsheet',
  'xlMacrosheet',
  'xlIntlMacrosheet',
]);

function findPart(
  parts: Package,
  relations: Iterable<Relation>,
  type: string,
): ArchiveEntry | null {
  for (const relation of relations) {
    if (relation.type !== type) continue;
    const part = parts.find(relation.path);
    if (!part) throw new NotScannable(`no part at ${relation.path}`);
    return part;
  }
  return null;
}

function sheetOf(
  tag: string,
  parts: Package,
  relations: ReadonlyMap<string, Relation>,
): PlannedSheet {
  const relation = relations.get(/:id\s*=\s*["']([^"']*)/.exec(tag)?.[1] ?? '');
  if (!relation) throw new NotScannable('a sheet without a part');
  const state = attribute(tag, 'state') ?? '';
  const sheet = {
    name: unescapeXml(attribute(tag, 'name') ?? ''),
    hidden: state === 'hidden' || state === 'veryHidden',
  };
  if (sheetsWithoutCells.has(relation.type)) return { ...sheet, part: null };
  const part = parts.find(relation.path);
  if (!part || relation.type !== 'worksheet')
    throw new NotScannable(`no sheet at ${relation.path}`);
  return { ...sheet, part };
}

/** Reads the list of sheets, the styles and where everything lies; NotScannable when any of it is out of the ordinary. */
export function planBook(parts: Package): BookPlan {
  const root = [...parts.relations('').values()].find(({ type }) => type === 'officeDocument');
  const path = root?.path ?? 'xl/workbook.xml';
  const book = parts.text(path);
  if (book === null) throw new NotScannable('no workbook part');
  if (
    book.includes('AlternateContent') &&
    /<(?:[\w-]+:)?Choice[^>]*>\s*<(?:[\w-]+:)?sheets/.test(book)
  ) {
    throw new NotScannable('two lists of sheets');
  }
  const relations = parts.relations(path);
  const sheets = tagsOf(book, 'sheet').map((tag) => sheetOf(tag, parts, relations));
  if (sheets.length === 0) throw new NotScannable('a workbook without sheets');
  const styles = findPart(parts, relations.values(), 'styles');
  const [properties = ''] = tagsOf(book, 'workbookPr');
  return {
    sheets,
    strings: findPart(parts, relations.values(), 'sharedStrings'),
    dateStyles: styles ? dateStylesOf(parts.text(styles.name.replace(/^\/+/, '')) ?? '') : [],
    date1904: isTrue(attribute(properties, 'date1904')),
  };
}
