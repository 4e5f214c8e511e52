import { read, utils } from '@e965/xlsx';
import { unzipSync } from 'fflate';
import { attributesIn, partsOf, textsIn, unescaped } from './office-parts.ts';

/** A chart as the cache of its file tells it. */
export interface SlideChart {
  readonly kind: 'chart';
  readonly categories: readonly string[];
  readonly series: readonly {
    readonly name: string;
    readonly values: readonly (number | null)[];
    /** How far each value could lie below and above, where bars show it. */
    readonly reaches: readonly (readonly (number | null)[])[];
  }[];
}

/** A table of a slide: its cells as they are written. */
export interface SlideTable {
  readonly kind: 'table';
  readonly rows: readonly (readonly string[])[];
}

/** A chart or table with all that stands on its slide before it. */
export interface SlideFrame {
  readonly before: readonly string[];
  readonly shown: SlideChart | SlideTable;
}

/** A presentation as its bytes tell it. */
export interface SlidesFile {
  readonly frames: readonly SlideFrame[];
  /** Every text that a person or a machine can read: slides, notes, texts for those who do not see, properties. */
  readonly texts: readonly string[];
}

const pieces = (markup: string, tag: string): string[] =>
  markup.match(new RegExp(`<${tag}(?:\\s[^>]*)?>[^]*?</${tag}>`, 'g')) ?? [];
const textOf = (markup: string) => textsIn(markup).map(({ text }) => text);
const valuesOf = (markup: string) => pieces(markup, 'c:v').flatMap(textOf);

function pointsOf(markup: string): (string | null)[] {
  const count = Number(/<c:ptCount val="(\d+)"/.exec(markup)?.[1] ?? 0);
  const points = Array.from({ length: count }, (): string | null => null);
  for (const [, at = '', value = ''] of markup.matchAll(
    /<c:pt idx="(\d+)"[^>]*>\s*<c:v>([^<]*)<\/c:v>/g,
  )) {
    points[Number(at)] = unescaped(value);
  }
  return points;
}

function numbersOf(markup: readonly string[]): (number | null)[] {
  return markup.flatMap(pointsOf).map((value) => (value === null ? null : Number(value)));
}

function chartOf(markup: string): SlideChart {
  const all = pieces(markup, 'c:ser');
  const categories = pieces(all[0] ?? '', 'c:cat').flatMap(pointsOf);
  return {
    kind: 'chart',
    categories: categories.map((name) => name ?? ''),
    series: all.map((one) => ({
      name: pieces(one, 'c:tx').flatMap(valuesOf).join(''),
      values: numbersOf(pieces(one, 'c:val')),
      reaches: ['c:minus', 'c:plus'].map((side) => numbersOf(pieces(one, side))),
    })),
  };
}

/** What stands in the cells of a workbook. */
function workbookCells(bytes: Uint8Array): string[] {
  const { Sheets } = read(bytes);
  return Object.values(Sheets).flatMap((sheet) =>
    utils
      .sheet_to_json<unknown[]>(sheet, { header: 1 })
      .flatMap((row) => row.map((cell) => String(cell ?? '')))
      .filter(Boolean),
  );
}

function targetsOf(parts: ReadonlyMap<string, string>, part: string): Map<string, string> {
  const own = part.replace(/([^/]*)$/, '_rels/$1.rels');
  const links = [...(parts.get(own) ?? '').matchAll(/<Relationship\s[^>]*>/g)].map(([one]) => one);
  return new Map(
    links.map((one) => {
      const [[id = ''], [target = '']] = [attributesIn(one, 'Id'), attributesIn(one, 'Target')];
      return [id, `ppt/${target.replace(/^(?:\.\.\/|\/ppt\/)/, '')}`];
    }),
  );
}

/** Throws where the workbook behind a chart holds a number that the chart does not show. */
function refuseFurtherCells({ series }: SlideChart, cells: readonly string[]): void {
  const said = new Set(
    series.flatMap(({ values, reaches }) => [...values, ...reaches.flat()].map(String)),
  );
  const further = cells.filter(
    (cell) => cell !== '' && !Number.isNaN(Number(cell)) && !said.has(cell),
  );
  if (further.length > 0) throw new Error(`A workbook says more: ${further.join('; ')}`);
}

function framesOf(
  parts: ReadonlyMap<string, string>,
  packages: Readonly<Record<string, Uint8Array>>,
  slide: string,
): SlideFrame[] {
  const markup = parts.get(slide) ?? '';
  const targets = targetsOf(parts, slide);
  const split = markup.split(/(?=<p:graphicFrame>)/);
  return split.slice(1).map((piece, at) => {
    const [frame = ''] = pieces(piece, 'p:graphicFrame');
    const before = split
      .slice(0, at + 1)
      .map((one) => one.replace(/^<p:graphicFrame>[^]*?<\/p:graphicFrame>/, ''));
    const texts = before.flatMap(textOf);
    const [id] = attributesIn(frame, 'r:id');
    if (id === undefined) {
      const rows = pieces(frame, 'a:tr').map((row) =>
        pieces(row, 'a:tc').map((cell) => textOf(cell).join('')),
      );
      return { before: texts, shown: { kind: 'table', rows } };
    }
    const part = targets.get(id) ?? '';
    const shown = chartOf(parts.get(part) ?? '');
    for (const book of targetsOf(parts, part).values()) {
      const workbook = packages[book];
      if (!workbook) throw new Error(`There is no workbook behind ${part}`);
      refuseFurtherCells(shown, workbookCells(workbook));
    }
    return { before: texts, shown };
  });
}

/** Reads a presentation with nothing but its bytes. */
export function readSlides(bytes: Uint8Array): SlidesFile {
  const parts = partsOf(bytes);
  const packages = unzipSync(bytes);
  const numberOf = (name: string) => Number(/\d+/.exec(name)?.[0] ?? 0);
  const slides = [...parts.keys()]
    .filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))
    .sort((a, b) => numberOf(a) - numberOf(b));
  const spoken = [...parts].filter(([name]) =>
    /^(?:ppt\/(?:slides|notesSlides)|docProps)\//.test(name),
  );
  return {
    frames: slides.flatMap((slide) => framesOf(parts, packages, slide)),
    texts: spoken.flatMap(([, markup]) => [
      ...textOf(markup),
      ...['descr', 'title', 'name'].flatMap((name) => attributesIn(markup, name)),
    ]),
  };
}
