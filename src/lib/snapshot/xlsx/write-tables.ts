import type { Published } from '#lib/disclosure/published.ts';
import type { LanguageTag } from '#lib/i18n/format.ts';
import { locales, type Locale } from '#lib/i18n/locale.ts';
import { writeWorkbook, type WrittenCell, type WrittenSheet } from '#lib/sheets/write-workbook.ts';
import type { SnapshotDocument, SnapshotFigure } from '../document.ts';
import { certificateSentences } from './certificate-words.ts';
import { figureSheet, wrappedLines } from './figure-sheet.ts';

interface Listed {
  readonly page: number;
  readonly figure: SnapshotFigure;
  /** Name of its sheet: number of the page and of the figure on it, and the beginning of its title. */
  readonly sheet: string;
}

const heading = (value: string): WrittenCell => ({ value, mark: 'heading' });

const longestName = 31;
/** Characters that a line of the title of a table holds in the contents. */
const tableWidth = 64;
/** Characters that a line of what is said of the snapshot holds. */
const aboutWidth = 100;

/** As many words of a text as the name of a sheet can hold. */
function sheetName(text: string): string {
  const plain = text.replace(/[:\\/?*[\]\s]+/g, ' ').trim();
  if (plain.length <= longestName) return plain;
  const words = plain.slice(0, longestName + 1).replace(/\s+\S*$/, '');
  return words.length > longestName / 2 ? words : plain.slice(0, longestName);
}

function listed({ pages }: SnapshotDocument, language: LanguageTag): Listed[] {
  return pages.flatMap(({ pieces }, page) =>
    pieces
      .filter((piece) => piece.kind === 'figure')
      .map((figure, at) => ({
        page,
        figure,
        sheet: sheetName(`${page + 1}.${at + 1} ${figure.title[language]}`),
      })),
  );
}

function contentsSheet(
  document: SnapshotDocument,
  figures: readonly Listed[],
  { language, t, format }: Locale,
): WrittenSheet {
  const { contents, sheets, dataOn, madeOn } = t.snapshotOffice;
  const days = [dataOn(format.date(document.dataDay)), madeOn(format.date(document.madeOn))].join(
    ' · ',
  );
  const rows = document.pages.flatMap(({ title }, page): WrittenCell[][] => {
    const own = figures.filter((one) => one.page === page);
    const first: WrittenCell[] = [{ value: page + 1 }, { value: title[language] }];
    if (own.length === 0) return [[...first, { value: contents.noTable, mark: 'muted' }]];
    return own.map(({ figure, sheet }, at) => [
      ...(at === 0 ? first : [{ value: null }, { value: null }]),
      { value: figure.title[language], mark: 'paragraph' },
      { value: figure.subtitle[language], mark: 'paragraph' },
      { value: sheet },
    ]);
  });
  const heads = [contents.number, contents.page, contents.table, contents.about, contents.sheet];
  const top: WrittenCell[][] = [
    [{ value: document.title[language], mark: 'title' }],
    ...(document.school === '' ? [] : [[{ value: document.school }]]),
    [{ value: `${document.period[language]} · ${days}` }],
    [],
  ];
  return {
    name: sheets.contents,
    columns: [{ width: 6 }, { width: 34 }, { width: tableWidth }, { width: 56 }, { width: 32 }],
    rowLines: Object.fromEntries(
      rows.map((row, at) => [
        top.length + 1 + at,
        wrappedLines(String(row[2]?.value ?? ''), tableWidth),
      ]),
    ),
    rows: [...top, heads.map(heading), ...rows],
    frozenRows: top.length + 1,
    isOnePageWide: true,
  };
}

function aboutSheet(document: SnapshotDocument, { language, t, format }: Locale): WrittenSheet {
  const { about, sheets } = t.snapshotOffice;
  const { certificate, programme } = document;
  const [first = '', ...sentences] = certificateSentences(document, locales[language]);
  const lines: [string, string | number][] = [
    [about.snapshot, document.title[language]],
    [about.school, document.school || about.none],
    [about.period, document.period[language]],
    [about.dataDay, format.date(document.dataDay)],
    [about.madeOn, format.date(document.madeOn)],
    [about.programme, programme.name[language]],
    [about.programmeHash, programme.sha256],
    [
      about.sources,
      about.fileCount(document.sources.length, format.number(document.sources.length)),
    ],
    ...document.sources.flatMap(({ name, sha256 }, at): [string, string][] =>
      name === null && sha256 === null
        ? []
        : [
            [about.source(format.number(at + 1)), name ?? about.unnamed],
            ...(sha256 === null ? [] : [['', `SHA-256 ${sha256}`] as [string, string]]),
          ],
    ),
    [about.rules, first],
    ...sentences.map((text): [string, string] => ['', text]),
    [about.numbers, certificate.numbers],
    [about.primary, certificate.primary],
    [about.secondary, certificate.secondary],
    [about.statements, certificate.statements],
    [about.sensitive, certificate.sensitive],
    [about.narrowest, certificate.narrowest ?? about.none],
    [about.worlds, certificate.worlds],
    ...(certificate.earlier.length > 0 ? certificate.earlier : [about.none]).map(
      (hash, at): [string, string] => [at === 0 ? about.earlier : '', hash],
    ),
  ];
  return {
    name: sheets.about,
    columns: [{ width: 34 }, { width: aboutWidth }],
    rowLines: Object.fromEntries(
      lines.map(([, value], at) => [at + 2, wrappedLines(String(value), aboutWidth)]),
    ),
    rows: [
      [{ value: about.title, mark: 'title' }],
      [],
      ...lines.map(([head, value]): WrittenCell[] => [heading(head), { value, mark: 'paragraph' }]),
    ],
    frozenRows: 0,
    isOnePageWide: true,
  };
}

/**
 * All tables of a snapshot as a workbook (.xlsx): contents, a sheet a figure, and where the numbers come from. It holds no
 * formulas, and nothing of who or what wrote it; numbers that are withheld say so in words.
 */
export function writeTables(
  document: Published<SnapshotDocument>,
  language: LanguageTag,
): Uint8Array {
  const locale = locales[language];
  const figures = listed(document, language);
  return writeWorkbook([
    contentsSheet(document, figures, locale),
    ...figures.map(({ figure, sheet }) => figureSheet(figure, sheet, locale)),
    aboutSheet(document, locale),
  ]);
}
