import type { LanguageTag } from '#lib/i18n/format.ts';
import type { NativeChart } from '../document.ts';
import { isLying, layOut, type ChartLayout, type ChartRoom } from './chart-layout.ts';
import { formatCode, lettersXml, lineXml } from './chart-look.ts';
import { marksXml } from './chart-marks.ts';
import { xmlText } from './plain-text.ts';
import { colours } from './slide-look.ts';

const drawing = 'http://schemas.openxmlformats.org/drawingml/2006';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const categoryAxis = 111;
const valueAxis = 222;

function categoryAxisXml(layout: ChartLayout, lying: boolean): string {
  const isSkipped = layout.every > 1;
  const every = isSkipped ? `<c:tickLblSkip val="${layout.every}"/>` : '';
  // Said to be upright, names that have no room are broken inside of words by some programs.
  const letters = lettersXml(layout.size, colours.ink, false, isSkipped ? '' : undefined);
  return [
    `<c:catAx><c:axId val="${categoryAxis}"/>`,
    // The first of lying bars stands at the top, as in a table.
    `<c:scaling><c:orientation val="${lying ? 'maxMin' : 'minMax'}"/></c:scaling><c:delete val="0"/>`,
    `<c:axPos val="${lying ? 'l' : 'b'}"/><c:numFmt formatCode="General" sourceLinked="0"/>`,
    '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>',
    `<c:spPr>${lineXml(colours.edge, 1)}</c:spPr>${letters}`,
    `<c:crossAx val="${valueAxis}"/><c:crosses val="autoZero"/><c:auto val="0"/>`,
    `<c:lblAlgn val="ctr"/><c:lblOffset val="60"/>${every}<c:noMultiLvlLbl val="1"/></c:catAx>`,
  ].join('');
}

function valueAxisXml(
  chart: NativeChart,
  layout: ChartLayout,
  { scale }: ChartRoom,
  lying: boolean,
  language: LanguageTag,
): string {
  const grid = `<c:majorGridlines><c:spPr>${lineXml(colours.line, 0.75)}</c:spPr></c:majorGridlines>`;
  return [
    `<c:valAx><c:axId val="${valueAxis}"/>`,
    `<c:scaling><c:orientation val="minMax"/><c:max val="${scale.max}"/><c:min val="${scale.min}"/></c:scaling>`,
    `<c:delete val="${layout.hasValueAxis ? 0 : 1}"/><c:axPos val="${lying ? 't' : 'l'}"/>`,
    layout.hasValueAxis ? grid : '',
    `<c:numFmt formatCode="${xmlText(formatCode(chart, language))}" sourceLinked="0"/>`,
    `<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="${lying ? 'high' : 'low'}"/>`,
    `<c:spPr>${lineXml(null, 0)}</c:spPr>${lettersXml(Math.min(12, layout.size), colours.second)}`,
    `<c:crossAx val="${categoryAxis}"/><c:crosses val="autoZero"/><c:crossBetween val="between"/>`,
    `<c:majorUnit val="${scale.step}"/></c:valAx>`,
  ].join('');
}

function legendXml({ namesSize }: ChartLayout, { width, height }: ChartRoom): string {
  const w = (namesSize.w / width).toFixed(4);
  const h = (namesSize.h / height).toFixed(4);
  return `<c:legend><c:legendPos val="t"/><c:layout><c:manualLayout><c:xMode val="edge"/><c:yMode val="edge"/><c:x val="0"/><c:y val="0"/><c:w val="${w}"/><c:h val="${h}"/></c:manualLayout></c:layout><c:overlay val="0"/>${lettersXml(14, colours.ink)}</c:legend>`;
}

/**
 * A chart as an office program draws and edits it: `ppt/charts/chartN.xml`. Its numbers are those of the workbook beside it
 * (`chartWorkbook` with the same sheet), and no others; where there is none, nothing is drawn.
 */
export function chartPart(
  chart: NativeChart,
  within: ChartRoom,
  sheet: string,
  language: LanguageTag,
): string {
  const layout = layOut(chart, within, language);
  const lying = isLying(chart, within.width);
  const { x, y, w, h } = layout.inner;
  const axes = `<c:axId val="${categoryAxis}"/><c:axId val="${valueAxis}"/>`;
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    `<c:chartSpace xmlns:c="${drawing}/chart" xmlns:a="${drawing}/main" xmlns:r="${office}">`,
    `<c:date1904 val="0"/><c:lang val="${language === 'ru' ? 'ru-RU' : 'en-GB'}"/><c:roundedCorners val="0"/>`,
    '<c:chart><c:autoTitleDeleted val="1"/><c:plotArea>',
    `<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/><c:x val="${x.toFixed(4)}"/><c:y val="${y.toFixed(4)}"/><c:w val="${w.toFixed(4)}"/><c:h val="${h.toFixed(4)}"/></c:manualLayout></c:layout>`,
    marksXml({ chart, layout, within, language, sheet }, lying, axes),
    categoryAxisXml(layout, lying),
    valueAxisXml(chart, layout, within, lying, language),
    '<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr></c:plotArea>',
    layout.names === 'above' ? legendXml(layout, within) : '',
    '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>',
    '<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>',
    lettersXml(layout.size, colours.ink),
    '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>',
  ].join('');
}
