import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Table } from '#lib/model/table.ts';
import { findTables } from '#lib/sheets/layout.ts';
import { readSheets } from '#lib/sheets/read.ts';
import { readText } from '#lib/sheets/values/text.ts';

const home = import.meta.dirname;
const cases = readdirSync(home, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

/** A table as an expectation writes it: rows by number, texts as they are shown. */
function outline(table: Table) {
  const { layout, rows } = table;
  const first = rows.at(0);
  const last = rows.at(rows.length - 1);
  return {
    sheet: table.sheet,
    title: layout.titleRows,
    units: layout.unitRows,
    header: layout.headerRows,
    numbering: layout.numberingRows,
    sections: layout.sectionRows,
    totals: layout.totalRows,
    notes: layout.noteRows,
    blank: layout.blankRows,
    data: [first?.row, last?.row],
    rows: rows.length,
    headings: table.columns.map((column) => column.heading),
    first: first?.cells.map(readText),
    last: last?.cells.map(readText),
    section: last?.section,
    wide: layout.wide,
    hidden: table.columns.filter((column) => column.hidden).map((column) => column.index),
    reasons: layout.evidence.map((one) => `${one.role} ${one.reason}`),
  };
}

describe.each(cases)('%s', (name) => {
  it('is read as expected', async () => {
    const folder = join(home, name);
    const input = readdirSync(folder).find((file) => file.startsWith('input.')) ?? 'input';
    const expected: unknown = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8'));
    const reading = await readSheets(new Uint8Array(readFileSync(join(folder, input))), input);
    const outcome = reading.ok
      ? {
          format: reading.format,
          encoding: reading.encoding,
          delimiter: reading.dialect?.delimiter ?? null,
          hidden: reading.sheets.filter((sheet) => sheet.hidden).map((sheet) => sheet.name),
          tables: reading.sheets.flatMap((sheet, index) => findTables(sheet, index)).map(outline),
        }
      : { refusal: reading.issue.code };
    expect(outcome).toMatchObject(expected as object);
  });
});
