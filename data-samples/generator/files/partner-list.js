/** @import { SampleFile } from '../types.js' */
/** @import { Context } from './context.js' */
import { printDay } from '../calendar.js';
import { blockNumerals } from '../programme.js';
import { createFile } from './context.js';
import { encodeBook } from './encode.js';
import { addLine, addRow, createSheet } from './table.js';

/**
 * Partners and their contracts.
 * @param {Context} context
 * @returns {SampleFile}
 */
export function writePartnerList(context) {
  const header = [
    '№ п/п',
    'Наименование организации',
    'Сокращённое наименование',
    'Вид',
    'Блок программы',
    'Договор №',
    'Срок действия договора',
  ];
  const sheet = createSheet('Партнёры', [6, 70, 30, 38, 10, 14, 30]);
  addLine(
    sheet,
    'title',
    'Социальные партнёры лицея «Созвездие» и договоры о сотрудничестве',
    header.length,
  );
  addRow(sheet, 'blank', []);
  addRow(sheet, 'header', header);
  for (const [index, partner] of context.school.partners.entries()) {
    const term =
      partner.from === null || partner.to === null
        ? ''
        : `с ${printDay(partner.from)} по ${printDay(partner.to)}`;
    addRow(sheet, 'data', [
      index + 1,
      partner.full,
      partner.short,
      partner.kind,
      blockNumerals[partner.block - 1] ?? '',
      partner.contract ?? 'без договора',
      term,
    ]);
  }
  return createFile({
    name: 'Партнёры и договоры.xlsx',
    kind: 'partners',
    quarters: [],
    layout:
      'legal name and the short name the other files use; the term of a contract as «с … по …»; three partners without a contract',
    sheets: [sheet],
    bytes: encodeBook([sheet], 'xlsx'),
  });
}
