import type { CellValue } from '#lib/model/sheet.ts';
import { defaultProgramme } from '#lib/programme/default.ts';
import { Lexicon } from '../lexicon.ts';
import { fingerprintOf } from '../recipe.ts';
import type { RecordSet } from '../record.ts';
import { tableOf } from '../table-of.fixture.ts';
import { openTable } from '../table-reading.ts';

const lexicon = new Lexicon(defaultProgramme);

/** Reads a table made by hand; `file` is the name of its file. */
export function read(
  headings: readonly string[],
  rows: readonly (readonly CellValue[])[],
  around: { title?: readonly string[]; sheet?: string; file?: string } = {},
) {
  const records: RecordSet = {};
  const table = tableOf(headings, rows, around);
  const { reading } = openTable(
    {
      table,
      id: '0',
      fingerprint: fingerprintOf(table),
      headings,
      fileName: around.file ?? 'файл.xlsx',
      recipes: [],
      stated: {},
      dismissed: new Set(),
    },
    lexicon,
    records,
  );
  return { reading, records };
}
