import { isDateFormat } from '../number-format.ts';
import { attribute, tagsOf } from '../xml-tag.ts';
import { unescapeXml } from './xml-text.ts';

/** Number formats that a workbook uses without writing them down and that show dates or times of day (ECMA-376, 18.8.30). */
const builtInDates = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 47]);

/** For each cell style of a workbook's styles, whether it shows a date. */
export function dateStylesOf(styles: string): boolean[] {
  const formats = new Map<number, boolean>();
  const section = /<(?:[\w-]+:)?cellXfs(?:\s[^>]*)?>[\s\S]*?<\/(?:[\w-]+:)?cellXfs>/.exec(styles);
  const written = /<(?:[\w-]+:)?numFmts(?:\s[^>]*)?>[\s\S]*?<\/(?:[\w-]+:)?numFmts>/.exec(styles);
  for (const tag of written ? (written[0].match(/<(?:[\w-]+:)?numFmt\s[^>]*>/g) ?? []) : []) {
    const code = attribute(tag, 'formatCode');
    const id = Number.parseInt(attribute(tag, 'numFmtId') ?? '', 10);
    if (id > 0 && code !== null) formats.set(id, isDateFormat(unescapeXml(code)));
  }
  return (section ? tagsOf(section[0], 'xf') : []).map((tag) => {
    const id = Number.parseInt(attribute(tag, 'numFmtId') ?? '0', 10);
    return formats.get(id) ?? builtInDates.has(id);
  });
}
