import { extract, readArchive } from '#lib/sheets/archive.ts';
import { writeZip } from '#lib/sheets/write-zip.ts';
import { xmlText } from './plain-text.ts';
import { bare, colours } from './slide-look.ts';

/** A chart's part and its workbook. */
export interface PackedChart {
  readonly part: string;
  readonly workbook: Uint8Array;
}

/** What a package gets in place of what the library wrote into it. */
export interface PackedWords {
  readonly title: string;
  readonly school: string;
  /** «YYYY-MM-DD». */
  readonly day: string;
  readonly language: string;
  /** Lines that the speaker sees, slide by slide. */
  readonly notes: readonly (readonly string[])[];
  readonly charts: readonly PackedChart[];
}

const largest = 200_000_000;
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

function numberIn(path: string): number {
  return Number(/(\d+)\.\w+$/.exec(path)?.[1] ?? 0);
}

function coreXml({ title, school, day, language }: PackedWords): string {
  const moment = `<dcterms:created xsi:type="dcterms:W3CDTF">${day}T00:00:00Z</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${day}T00:00:00Z</dcterms:modified>`;
  return `${declaration}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${xmlText(title)}</dc:title><dc:creator>${xmlText(school)}</dc:creator><dc:language>${language}</dc:language>${moment}</cp:coreProperties>`;
}

function appXml({ school }: PackedWords): string {
  return `${declaration}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Company>${xmlText(school)}</Company></Properties>`;
}

/** The theme in the app's colours, so that what somebody adds to a slide looks like what is there. */
function themeXml(theme: string): string {
  const colour = (name: string, value: string) =>
    `<a:${name}><a:srgbClr val="${bare(value)}"/></a:${name}>`;
  const accents = [...colours.blocks, colours.accent, '#56606d', '#306f6b'];
  const scheme = [
    colour('dk1', colours.ink),
    colour('lt1', '#ffffff'),
    colour('dk2', colours.second),
    colour('lt2', colours.paper),
    ...accents.map((value, at) => colour(`accent${at + 1}`, value)),
    colour('hlink', colours.accent),
    colour('folHlink', colours.second),
  ].join('');
  return theme.replace(
    /<a:clrScheme[\s\S]*?<\/a:clrScheme>/,
    `<a:clrScheme name="Dinamika">${scheme}</a:clrScheme>`,
  );
}

/** Notes as a paragraph a line, in place of what the library wrote. */
function notesXml(part: string, lines: readonly string[], language: string): string {
  const paragraphs = lines.map((line) =>
    line === ''
      ? '<a:p/>'
      : `<a:p><a:r><a:rPr lang="${language}"/><a:t>${xmlText(line)}</a:t></a:r></a:p>`,
  );
  return part.replace(
    /(<p:ph type="body" idx="1"\/>[\s\S]*?<a:lstStyle\/>)[\s\S]*?(<\/p:txBody>)/,
    (_, head: string, tail: string) => head + (paragraphs.join('') || '<a:p/>') + tail,
  );
}

/** The list of kinds without parts that are not there: the library lists a master for each slide. */
function existing(list: string, paths: ReadonlySet<string>): string {
  return list.replace(/<Override PartName="([^"]*)"[^>]*\/>/g, (whole, path: string) =>
    paths.has(path) ? whole : '',
  );
}

/** Shapes of a slide by numbers of their own: the library gives the same number to several. */
function numbered(part: string): string {
  let id = 1;
  return part.replace(/(<p:cNvPr id=")\d+(")/g, (_, head: string, tail: string) => {
    const own = `${head}${id}${tail}`;
    id += 1;
    return own;
  });
}

/**
 * A presentation as the library writes it, with our charts, their workbooks, notes, colours and properties in place of its own.
 * The same content always gives the same bytes. Throws when the bytes are no presentation of the library, or have other charts.
 */
export function packPresentation(bytes: Uint8Array, words: PackedWords): Uint8Array {
  const archive = readArchive(bytes);
  if (!archive.ok) throw new Error(`the presentation is ${archive.code}`);
  const files = archive.entries.filter(({ name }) => !name.endsWith('/'));
  const charts = files
    .filter(({ name }) => /^ppt\/charts\/chart\d+\.xml$/.test(name))
    .sort((a, b) => numberIn(a.name) - numberIn(b.name));
  if (charts.length !== words.charts.length) {
    throw new Error(`${charts.length} charts for ${words.charts.length}`);
  }
  // The library counts charts over all presentations of a session.
  const order = new Map(charts.map(({ name }, at) => [numberIn(name), at + 1]));
  const renumbered = (text: string): string =>
    text.replace(
      /(charts\/(?:_rels\/)?chart|Microsoft_Excel_Worksheet)(\d+)(\.xml|\.xlsx)/g,
      (_, head: string, number: string, tail: string) =>
        `${head}${order.get(Number(number)) ?? number}${tail}`,
    );
  const paths = new Set(files.map(({ name }) => `/${renumbered(name)}`));
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();
  const written = files.map((entry) => {
    const path = renumbered(entry.name);
    const chart = words.charts[numberIn(path.replace(/\.rels$/, '')) - 1];
    if (chart && path.startsWith('ppt/embeddings/')) return { path, bytes: chart.workbook };
    const content = () => decoder.decode(extract(bytes, entry, largest));
    const text = ((): string => {
      if (chart && /^ppt\/charts\/chart\d+\.xml$/.test(path)) return chart.part;
      if (path === 'docProps/core.xml') return coreXml(words);
      if (path === 'docProps/app.xml') return appXml(words);
      if (/^ppt\/theme\/theme\d+\.xml$/.test(path)) return themeXml(content());
      if (/^ppt\/notesSlides\/notesSlide\d+\.xml$/.test(path)) {
        return notesXml(content(), words.notes[numberIn(path) - 1] ?? [], words.language);
      }
      const isSlide = /^ppt\/(?:slides|slideLayouts|slideMasters)\/\w+\.xml$/.test(path);
      if (path.endsWith('.rels')) return renumbered(content());
      if (path === '[Content_Types].xml') return existing(renumbered(content()), paths);
      const part = content()
        .replaceAll('lang="en-US"', `lang="${words.language}"`)
        .replace(/\s+hasCustomPrompt="1"/g, '');
      return isSlide ? numbered(part) : part;
    })();
    return { path, bytes: encoder.encode(text) };
  });
  // Workbooks are made in an order of their own; the list of kinds must come first.
  const place = ({ path }: { path: string }) => (path === '[Content_Types].xml' ? '' : path);
  return writeZip(written.sort((a, b) => (place(a) < place(b) ? -1 : 1)));
}
