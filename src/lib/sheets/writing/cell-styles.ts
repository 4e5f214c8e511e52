/** What a written cell is shown as, beside its value. */
export type CellMark =
  'heading' | 'attention' | 'reason' | 'muted' | 'title' | 'paragraph' | 'figure-heading';

/** How the value of a written cell is formatted. */
export type CellFormat = 'general' | 'text' | 'date' | 'moment' | `decimals-${0 | 1 | 2 | 3}`;

const formats: Readonly<Record<CellFormat, number>> = {
  general: 0,
  text: 49,
  date: 164,
  moment: 165,
  'decimals-0': 3,
  'decimals-1': 166,
  'decimals-2': 4,
  'decimals-3': 167,
};

interface Look {
  readonly font: string;
  readonly fill: string | null;
  readonly isWrapped: boolean;
  /** Where its value stands; texts on the left and numbers on the right where this is left out. */
  readonly side?: 'left' | 'right';
}

const looks: Readonly<Record<CellMark | 'plain', Look>> = {
  plain: { font: '', fill: null, isWrapped: false },
  heading: { font: '<b/>', fill: 'FFECEFF1', isWrapped: true },
  attention: { font: '', fill: 'FFFFECB3', isWrapped: false },
  reason: { font: '<i/>', fill: 'FFFFF8E1', isWrapped: true },
  muted: { font: '', fill: null, isWrapped: false },
  title: { font: '<b/>', fill: null, isWrapped: false },
  paragraph: { font: '', fill: null, isWrapped: true, side: 'left' },
  'figure-heading': { font: '<b/>', fill: 'FFECEFF1', isWrapped: true, side: 'right' },
};

const markNames = Object.keys(looks) as readonly (keyof typeof looks)[];
const formatNames = Object.keys(formats) as readonly CellFormat[];

/** Number of the style of a cell among those of `stylesXml`. */
export function styleOf(mark: CellMark | undefined, format: CellFormat): number {
  return markNames.indexOf(mark ?? 'plain') * formatNames.length + formatNames.indexOf(format);
}

function fontXml(mark: keyof typeof looks): string {
  const color = mark === 'muted' ? 'FF616161' : 'FF000000';
  const size = mark === 'title' ? 14 : 11;
  return `<font>${looks[mark].font}<sz val="${size}"/><color rgb="${color}"/><name val="Calibri"/><family val="2"/></font>`;
}

function fillXml(mark: keyof typeof looks): string {
  const { fill } = looks[mark];
  return fill === null
    ? '<fill><patternFill patternType="none"/></fill>'
    : `<fill><patternFill patternType="solid"><fgColor rgb="${fill}"/><bgColor indexed="64"/></patternFill></fill>`;
}

function formatXml(mark: keyof typeof looks, format: CellFormat): string {
  const index = markNames.indexOf(mark);
  const { side: to } = looks[mark];
  const side = to === undefined ? '' : ` horizontal="${to}"`;
  const wrap = looks[mark].isWrapped ? ' wrapText="1"' : '';
  // The first two fills are fixed by the format, whatever is written in their place.
  return `<xf numFmtId="${formats[format]}" fontId="${index}" fillId="${index + 2}" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top"${side}${wrap}/></xf>`;
}

/** The styles of a written workbook: every mark in every format. */
export function stylesXml(): string {
  const cells = markNames.flatMap((mark) => formatNames.map((format) => formatXml(mark, format)));
  return (
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    '<numFmts count="4"><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy"/><numFmt numFmtId="165" formatCode="dd\\.mm\\.yyyy\\ hh:mm:ss"/><numFmt numFmtId="166" formatCode="#,##0.0"/><numFmt numFmtId="167" formatCode="#,##0.000"/></numFmts>' +
    `<fonts count="${markNames.length}">${markNames.map(fontXml).join('')}</fonts>` +
    `<fills count="${markNames.length + 2}"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${markNames.map(fillXml).join('')}</fills>` +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `<cellXfs count="${cells.length}">${cells.join('')}</cellXfs>` +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
  );
}
