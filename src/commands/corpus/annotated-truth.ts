import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { CheckedFile, CheckedTable, RowSpan } from '../check/checked-file.ts';
import { share, type Score, type Truth } from './truth.ts';

/** What a sheet should be found to be: rows as spreadsheet programs number them, from one; spans inclusive; columns 0-based; what is absent is not judged. */
interface Expected {
  readonly file: string;
  readonly sheet?: string;
  readonly title?: readonly number[];
  readonly units?: readonly number[];
  readonly header?: RowSpan | readonly [number] | null;
  readonly numbering?: readonly number[];
  readonly data?: RowSpan;
  readonly sections?: readonly number[];
  readonly totals?: readonly number[];
  readonly notes?: readonly number[];
  readonly names?: Readonly<Record<string, string>>;
  readonly wide?: { readonly first: number; readonly last?: number; readonly kind: string };
}

const decisive = ['header', 'data', 'totals', 'notes'] as const;
const further = ['title', 'units', 'numbering', 'sections', 'names', 'wide'] as const;
type Part = (typeof decisive)[number] | (typeof further)[number];

/** A folder with `expected.json`: a list of sheets with their rows by role. The files are named from here or from one folder up. */
export function annotatedTruth(folder: string): Truth | null {
  const path = join(folder, 'expected.json');
  if (!existsSync(path)) return null;
  const list: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (!isExpected(list)) return null;
  const cases = list.flatMap((expected) => {
    const input = [folder, dirname(folder)]
      .map((place) => join(place, expected.file))
      .find((one) => existsSync(one));
    return input === undefined ? [] : [{ input, expected }];
  });
  return {
    folder,
    files: cases.map(({ input }) => input),
    sources: [path],
    needsRows: false,
    score: (checked) => score(folder, cases, checked),
  };
}

function isExpected(list: unknown): list is readonly Expected[] {
  return (
    Array.isArray(list) &&
    list.every((item) => typeof item === 'object' && item !== null && 'file' in item)
  );
}

/** Rows of the check as spreadsheet programs number them. */
function numbered(rows: readonly number[] | null): readonly number[] | null {
  return rows?.map((row) => row + 1) ?? null;
}

function isSpan(wanted: readonly number[] | null | undefined, found: RowSpan | null): boolean {
  const rows = numbered(found);
  return wanted?.[0] === rows?.[0] && wanted?.at(-1) === rows?.at(-1);
}

function areRows(wanted: readonly number[] | undefined, found: readonly number[]): boolean {
  return wanted?.join() === numbered(found)?.join();
}

const judges: Readonly<Record<Part, (expected: Expected, table: CheckedTable) => boolean>> = {
  header: ({ header }, table) => isSpan(header, table.header),
  data: ({ data }, table) => isSpan(data, table.data),
  totals: ({ totals }, table) => areRows(totals, table.totals),
  notes: ({ notes }, table) => areRows(notes, table.notes),
  title: ({ title }, table) => areRows(title, table.title),
  units: ({ units }, table) => areRows(units, table.units),
  numbering: ({ numbering }, table) => areRows(numbering, table.numbering),
  sections: ({ sections }, table) => areRows(sections, table.sections),
  names: ({ names }, table) =>
    Object.entries(names ?? {}).every(
      ([column, name]) => table.names[Number(column) - table.range[1]] === name,
    ),
  wide: ({ wide }, { wide: found }) =>
    wide?.kind === found?.kind &&
    wide?.first === found?.first &&
    (wide?.last === undefined || wide.last === found?.last),
};

function tableFor({ sheet, data }: Expected, file: CheckedFile | undefined): CheckedTable | null {
  const tables = (file?.sheets ?? [])
    .filter(({ name }) => sheet === undefined || name === sheet)
    .flatMap((one) => one.tables);
  const common = ({ range }: CheckedTable) =>
    data ? Math.min(range[2] + 1, data[1]) - Math.max(range[0] + 1, data[0]) : 0;
  return tables.toSorted((a, b) => common(b) - common(a))[0] ?? null;
}

/** What was found of a part, in the terms of the expectation. */
function shown(part: Part, table: CheckedTable | null): unknown {
  if (table === null) return null;
  return part === 'names' || part === 'wide' ? table[part] : numbered(table[part]);
}

function score(
  folder: string,
  cases: readonly { readonly input: string; readonly expected: Expected }[],
  checked: ReadonlyMap<string, CheckedFile>,
): Score {
  const judged = cases.map(({ input, expected }) => {
    const table = tableFor(expected, checked.get(input));
    const parts = [...decisive, ...further].filter((part) => part in expected);
    const wrong = parts.filter((part) => table === null || !judges[part](expected, table));
    return { input, expected, table, parts, wrong };
  });
  const isRight = (wrong: readonly Part[]) => !decisive.some((part) => wrong.includes(part));
  const rightOf = (part: Part) => {
    const of = judged.filter(({ parts }) => parts.includes(part));
    return share(of.filter(({ wrong }) => !wrong.includes(part)).length, of.length);
  };
  const asked = [...decisive, ...further].filter((part) =>
    judged.some(({ parts }) => parts.includes(part)),
  );
  return {
    folder,
    truth: 'expected.json',
    cases: cases.length,
    figures: {
      allRight: share(judged.filter(({ wrong }) => isRight(wrong)).length, judged.length),
      ...Object.fromEntries(asked.map((part) => [part, rightOf(part)])),
    },
    wrong: judged
      .filter(({ wrong }) => wrong.length > 0)
      .sort((a, b) => Number(isRight(a.wrong)) - Number(isRight(b.wrong)))
      .map(({ input, expected, table, wrong }) => {
        const told = wrong.map(
          (part) =>
            `${part} ${JSON.stringify(expected[part])} not ${JSON.stringify(shown(part, table))}`,
        );
        return `${input} «${expected.sheet ?? ''}»: ${told.join('; ')}`;
      }),
  };
}
