/** @import { RowTag, SampleFile, Sheet } from './types.js' */

/** @param {Sheet} sheet @param {RowTag} tag */
function listRows(sheet, tag) {
  return sheet.rows.flatMap((row, index) => (row.tag === tag ? [index + 1] : []));
}

/** @param {Sheet} sheet */
function describeSheet(sheet) {
  return {
    sheet: sheet.name,
    headerRows: listRows(sheet, 'header'),
    numberingRows: listRows(sheet, 'numbering'),
    dataRows: listRows(sheet, 'data').length,
    rejected: sheet.rows.flatMap(({ tag, reason, value }, index) =>
      tag === 'rejected' ? [{ row: index + 1, reason, value }] : [],
    ),
    duplicates: listRows(sheet, 'duplicate'),
    totals: listRows(sheet, 'total'),
    sections: listRows(sheet, 'section'),
    signatures: listRows(sheet, 'signature'),
    blanks: listRows(sheet, 'blank').length,
  };
}

/**
 * What each file holds, row by row where a row needs care.
 * @param {SampleFile[]} files
 */
export function describeFiles(files) {
  return files.map(({ name, kind, schoolYear, quarters, carriesHours, sheets }) => {
    const described = sheets.map(describeSheet);
    return {
      name,
      kind,
      schoolYear,
      quarters,
      carriesHours: kind === 'participations' || kind === 'superseded' ? carriesHours : null,
      dataRows: described.reduce((sum, { dataRows }) => sum + dataRows, 0),
      rejectedRows: described.reduce((sum, { rejected }) => sum + rejected.length, 0),
      sheets: described,
    };
  });
}
