import { createSolver } from './highs-solver.ts';
import { audit, type Audited } from '#lib/disclosure/passed.ts';
import type { Published } from '#lib/disclosure/published.ts';
import type { Solver } from './solver.ts';
import type { SnapshotDocument } from '#lib/snapshot/document.ts';
import { writeHtml } from '#lib/snapshot/html/write-html.ts';
import { writePptx } from '#lib/snapshot/pptx/write-pptx.ts';
import { writeTables } from '#lib/snapshot/xlsx/write-tables.ts';
import { read, utils, type CellObject } from '@e965/xlsx';
import { beforeAll, describe, expect, it } from 'vitest';
import { Attacker, type PublishedRow, type PublishedTable } from './attacker.ts';
import { classes, firstPeriod, pupilsOf, type AttackedPupil } from './attacked-school.ts';
import { partsOf } from './office-parts.ts';
import { otherPupils } from './other-world.ts';
import { figuresOf, share, type Figure } from './shared-school.ts';
import { shortTime, statementsOf, type SlideStatement } from './slide-statements.ts';
import { readSlides } from './slides-file.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await createSolver();
});

type Cells = readonly (string | number | null)[];

/** A table as its file shows it: under a row of heads that ends with «x» and «n», where anything is said. */
function rowsOf(heads: Cells, rows: readonly Cells[]): PublishedRow[] {
  const x = heads.findIndex((head) => String(head).startsWith('x'));
  return rows.map((cells) => {
    const told = x < 0 ? null : cells[x];
    return {
      label: String(cells[0]),
      column: String(cells[1]),
      x: typeof told === 'number' ? told : null,
    };
  });
}

/** The tables of a workbook, in the order of its sheets. */
function fromWorkbook(bytes: Uint8Array, figures: readonly Figure[]): PublishedTable[] {
  const book = read(bytes);
  return figures.map((figure, at) => {
    const sheet = book.Sheets[book.SheetNames[at + 1] ?? ''] ?? {};
    const lines = utils.sheet_to_json<Cells>(sheet, { header: 1, defval: null, blankrows: true });
    const head = lines.findIndex((cells) => cells[1] === 'Период' || cells[0] === 'Ряд');
    const rest = lines.slice(head + 1);
    const end = rest.findIndex((cells) => cells[0] === null);
    return { ...figure, rows: rowsOf(lines[head] ?? [], rest.slice(0, end)) };
  });
}

/** The title of each table of a workbook, in the order of its sheets. */
function titlesOf(bytes: Uint8Array): string[] {
  const { SheetNames, Sheets } = read(bytes);
  return SheetNames.slice(1, -1).map((name) => String((Sheets[name]?.['A1'] as CellObject).v));
}

/** The tables of an HTML file, out of all that stands in its bytes for its script. */
function fromHtml(html: string, figures: readonly Figure[]): PublishedTable[] {
  const [, payload = ''] =
    /<script type="application\/json" id="snapshot">([\s\S]*?)<\/script>/.exec(html) ?? [];
  const { pages } = JSON.parse(payload) as Pick<SnapshotDocument, 'pages'>;
  const found = pages.flatMap(({ pieces }) => pieces.filter((piece) => piece.kind === 'figure'));
  return figures.map((figure, at) => {
    const table = found[at]?.table.ru;
    return { ...figure, rows: table ? rowsOf(table.heads, table.rows) : [] };
  });
}

/** How many a number of a slide counts, where it is one of so many. */
function countOf({ value, x }: SlideStatement, n: number): number | null {
  if (value === null) return null;
  const told = Math.round((value / 100) * n);
  expect(Number(((100 * told) / n).toFixed(1))).toBeCloseTo(value, 9);
  if (x !== null) expect(x).toBe(told);
  return told;
}

/** The tables of a presentation, out of its charts, the workbooks behind them and the tables on its slides. */
function fromSlides(
  bytes: Uint8Array,
  figures: readonly Figure[],
  titles: readonly string[],
  sizeOf: (figure: Figure, label: string) => number,
): PublishedTable[] {
  const { frames } = readSlides(bytes);
  const titleOf = ({ before }: (typeof frames)[number]) =>
    before.findLast((text) => titles.includes(text));
  return figures.map((figure, at) => ({
    ...figure,
    rows: frames
      .filter((frame) => titleOf(frame) === titles[at])
      .flatMap(statementsOf)
      .map((said) => ({
        label: said.label,
        column: said.column,
        x: countOf(said, sizeOf(figure, said.label)),
      })),
  }));
}

/** What tables say, however they are ordered. */
function toldBy(tables: readonly PublishedTable[]): string[] {
  return tables
    .flatMap(({ rows }, at) =>
      rows.flatMap(({ label, column, x }) =>
        x === null ? [] : [`${at} ${label} ${shortTime(column)} ${x}`],
      ),
    )
    .sort();
}

/** How many pupils a row really counts, and of how many. */
function truthOf(
  attacker: Attacker,
  table: PublishedTable,
  row: PublishedRow,
  pupils: readonly AttackedPupil[],
) {
  const counted = attacker.meets(table, row);
  const own = pupils.filter((pupil) => attacker.isOf(table, row, pupil));
  const bitsOf = (pupil: AttackedPupil) =>
    pupil.patterns.reduce((bits, pattern, term) => bits | (pattern << (3 * term)), 0);
  return { n: own.length, x: own.filter((pupil) => counted({ bits: bitsOf(pupil) })).length };
}

/** How many withheld numbers are others of other pupils. */
function differencesOf(
  attacker: Attacker,
  tables: readonly PublishedTable[],
  pupils: readonly AttackedPupil[],
  others: readonly AttackedPupil[],
): number {
  const truths = tables.flatMap((table) =>
    table.rows.map((row) => [pupils, others].map((some) => truthOf(attacker, table, row, some))),
  );
  return truths.filter(([one, other]) => one?.x !== other?.x).length;
}

/** All files of a snapshot as text, so that what differs can be read. */
async function filesOf(document: Published<SnapshotDocument>) {
  return {
    html: writeHtml(document, null, ''),
    pptx: Object.fromEntries(partsOf(await writePptx(document, 'ru'))),
    xlsx: Object.fromEntries(partsOf(writeTables(document, 'ru'))),
  };
}

function expectUnknown(
  attacker: Attacker,
  pupils: readonly AttackedPupil[],
  tables: readonly PublishedTable[],
) {
  let attacked = 0;
  for (const table of tables) {
    for (const row of table.rows) {
      const { x, n } = truthOf(attacker, table, row, pupils);
      if (row.x !== null) {
        expect(row.x).toBe(x);
        expect(Math.min(x, n - x)).toBeGreaterThanOrEqual(5);
        continue;
      }
      if (x >= 5 && n - x >= 5) continue;
      attacked += 1;
      const [least, greatest] = attacker.range(solver, tables, table, row);
      expect(greatest - least, `${table.by} ${row.label} ${row.column}`).toBeGreaterThanOrEqual(
        Math.min(5, n),
      );
    }
  }
  expect(attacked).toBeGreaterThan(0);
}

describe('an attacker who has the file, the rolls and a solver', () => {
  it.each([2, 12])(
    'finds out no small number of linked tables, school %i',
    async (seed) => {
      const pupils = pupilsOf(seed, 1);
      expect(pupils).toHaveLength(classes.reduce((sum, [, size]) => sum + size, 0));
      const figures = figuresOf([0], 'term');
      const heard: Audited[] = [];
      const { document } = await share(pupils, firstPeriod, figures, [], (register, rules) => {
        const audited = audit(register, rules);
        heard.push(audited);
        return audited;
      });
      const attacker = new Attacker(1);
      const workbook = writeTables(document, 'ru');
      const tables = fromWorkbook(workbook, figures);
      expectUnknown(attacker, pupils, tables);
      expect(fromHtml(writeHtml(document, null, ''), figures)).toEqual(tables);
      const sizeOf = (figure: Figure, label: string) => {
        const [table, row] = [
          { ...figure, rows: [] },
          { label, column: '', x: null },
        ];
        const own = pupils.filter((pupil) => attacker.isOf(table, row, pupil));
        // Those in several blocks are told of those who took part.
        return figure.measure === 'reach'
          ? own.length
          : own.filter(({ patterns }) => patterns[0]).length;
      };
      const slides = await writePptx(document, 'ru');
      const told = fromSlides(slides, figures, titlesOf(workbook), sizeOf);
      expect(toldBy(told)).toEqual(toldBy(tables));

      // Of another school of which the tables say the same, every file says the same to the byte.
      const others = otherPupils(solver, attacker, tables, seed);
      expect(differencesOf(attacker, tables, pupils, others)).toBeGreaterThan(0);
      const other = await share(others, firstPeriod, figures, [], () => heard[0] ?? expect.fail());
      expect(await filesOf(other.document)).toEqual(await filesOf(document));
    },
    90_000,
  );

  it.each([5])('finds out none from a term and the year after it, school %i', async (seed) => {
    const pupils = pupilsOf(seed, 2);
    const first = figuresOf([0], 'term').slice(0, 3);
    const before = await share(pupils, firstPeriod, first, []);
    const release = { id: 'a', draft: 'd', title: '', formats: [], statements: before.statements };
    const second = [
      ...figuresOf([1], 'term').slice(0, 3),
      ...figuresOf([0, 1], 'year').slice(0, 3),
    ];
    const after = await share(pupils, firstPeriod + 1, second, [release]);
    const tables = [
      ...fromWorkbook(writeTables(before.document, 'ru'), first),
      ...fromWorkbook(writeTables(after.document, 'ru'), second),
    ];
    expectUnknown(new Attacker(2), pupils, tables);
  });
});
