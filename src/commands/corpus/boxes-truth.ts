import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CheckedFile, CheckedTable } from '../check/checked-file.ts';
import { share, type Score, type Truth } from './truth.ts';

type Corner = readonly [column: number, row: number];

interface Box {
  readonly top_lx: Corner;
  readonly bot_rx: Corner;
}

interface Region extends Box {
  readonly region_type: string;
  readonly elements: readonly (Box & { readonly type: string })[];
}

type Boxes = Readonly<Record<string, { readonly regions: readonly Region[] }>>;

interface Case {
  readonly input: string;
  readonly regions: readonly Region[];
}

/**
 * A folder with `annotations/`: JSON objects that give, by the name of a file, boxes ([column, row], 0-based, inclusive) around
 * the tables of a sheet and around their headers. The files lie beside, in any folder.
 */
export function boxesTruth(folder: string): Truth | null {
  const annotations = join(folder, 'annotations');
  if (!existsSync(annotations)) return null;
  const cases: Case[] = [];
  const places = [folder, ...subfolders(folder)];
  for (const name of readdirSync(annotations)) {
    if (!name.endsWith('.json')) continue;
    const boxes = JSON.parse(readFileSync(join(annotations, name), 'utf8')) as Boxes;
    for (const [file, { regions }] of Object.entries(boxes)) {
      const input = places.map((place) => join(place, file)).find((path) => existsSync(path));
      const tables = regions.filter((region) => region.region_type === 'Table' && headerOf(region));
      if (input && tables.length > 0) cases.push({ input, regions: tables });
    }
  }
  return {
    folder,
    files: cases.map(({ input }) => input),
    sources: [annotations],
    needsRows: false,
    score: (checked) => score(folder, cases, checked),
  };
}

function subfolders(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'annotations')
    .map((entry) => join(folder, entry.name));
}

/** First and last row of a table's header: the boxes that follow one another from its top. */
function headerOf(region: Region): readonly [number, number] | null {
  const boxes = region.elements
    .filter(({ type }) => type === 'Header')
    .map(({ top_lx, bot_rx }) => [top_lx[1], bot_rx[1]] as const)
    .sort((a, b) => a[0] - b[0]);
  const [first, ...rest] = boxes;
  if (!first) return null;
  let last = first[1];
  for (const [top, bottom] of rest) if (top <= last + 1) last = Math.max(last, bottom);
  return [first[0], last];
}

/** How many cells of a table's range lie in a box. */
function overlap({ range }: CheckedTable, { top_lx, bot_rx }: Box): number {
  const [top, left, bottom, right] = range;
  const rows = Math.min(bottom, bot_rx[1]) - Math.max(top, top_lx[1]) + 1;
  const columns = Math.min(right, bot_rx[0]) - Math.max(left, top_lx[0]) + 1;
  return rows > 0 && columns > 0 ? rows * columns : 0;
}

function nearest(tables: readonly CheckedTable[], region: Region): CheckedTable | null {
  let best: CheckedTable | null = null;
  for (const table of tables)
    if (overlap(table, region) > (best ? overlap(best, region) : 0)) best = table;
  return best;
}

function score(
  folder: string,
  cases: readonly Case[],
  checked: ReadonlyMap<string, CheckedFile>,
): Score {
  const judged = cases.map(({ input, regions }) => {
    const tables = checked.get(input)?.sheets.flatMap((sheet) => sheet.tables) ?? [];
    const headers = regions.map((region) => ({
      wanted: headerOf(region),
      found: nearest(tables, region)?.header ?? null,
    }));
    return {
      input,
      headers,
      isSingle: regions.length === 1,
      last: headers.every(({ wanted, found }) => wanted?.[1] === found?.[1]),
      whole: headers.every(({ wanted, found }) => wanted?.join() === found?.join()),
    };
  });
  const single = judged.filter(({ isSingle }) => isSingle);
  const several = judged.filter(({ isSingle }) => !isSingle);
  const right = (of: typeof judged, what: 'last' | 'whole') =>
    share(of.filter((one) => one[what]).length, of.length);
  return {
    folder,
    truth: 'annotations',
    cases: cases.length,
    figures: {
      singleTableSheets: single.length,
      lastHeaderRow: right(single, 'last'),
      wholeHeader: right(single, 'whole'),
      ...(several.length === 0
        ? {}
        : {
            sheetsOfSeveralTables: several.length,
            lastHeaderRowOfSeveral: right(several, 'last'),
            wholeHeaderOfSeveral: right(several, 'whole'),
          }),
    },
    wrong: judged
      .filter(({ whole }) => !whole)
      .sort((a, b) => Number(b.isSingle) - Number(a.isSingle))
      .map(({ input, headers, isSingle }) => {
        const bad = headers.filter(({ wanted, found }) => wanted?.join() !== found?.join());
        const words = bad.map(
          ({ wanted, found }) => `${wanted?.join('–')} not ${found?.join('–') ?? 'none'}`,
        );
        return `${input}${isSingle ? '' : ' (several tables)'}: header ${words.join(', ')}`;
      }),
  };
}
