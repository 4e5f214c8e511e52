import type PptxGenJS from 'pptxgenjs';
import type { Locale } from '#lib/i18n/locale.ts';
import { plainText } from './plain-text.ts';
import { bare, colours, face, type, type Box } from './slide-look.ts';
import type { PlannedText } from './slide-plan.ts';
import { tableOptions, textOptions, under } from './slide-shapes.ts';
import {
  blockHeight,
  columnShares,
  decisionsHead,
  rowHeights,
  signatureBelow,
  signatureRow,
  sizeOf,
  spaceAfter,
  type Setting,
  type TextBlock,
} from './text-blocks.ts';

type Slide = PptxGenJS.Slide;
type Cell = PptxGenJS.TableCell;

function drawParagraphs(
  slide: Slide,
  blocks: readonly Extract<TextBlock, { kind: 'paragraph' }>[],
  box: Box,
  setting: Setting,
  locale: Locale,
): void {
  let start = 0;
  const bulletOf = (number: number | undefined, at: number) => {
    if (number === undefined) return { indent: 16 };
    // Items that go on counting share the number that the list began with.
    if (blocks[at - 1]?.number !== number - 1) start = number;
    return { type: 'number' as const, numberStartAt: start, indent: 22 };
  };
  const runs = blocks.map(({ look, text, number }, at): PptxGenJS.TextProps => ({
    text,
    options: {
      fontSize: sizeOf(look, setting),
      bold: look === 'heading' || look === 'label',
      color: bare(look === 'label' ? colours.second : colours.ink),
      breakLine: true,
      paraSpaceAfter: spaceAfter(look) * 72,
      ...(look === 'item' ? { bullet: bulletOf(number, at) } : {}),
    },
  }));
  const options = textOptions(box, type.body, colours.ink, locale.t.snapshotOffice.parts.text);
  slide.addText(runs, { ...options, lineSpacingMultiple: 1.05 });
}

function drawLines(
  slide: Slide,
  block: Exclude<TextBlock, { kind: 'paragraph' }>,
  box: Box,
  setting: Setting,
  locale: Locale,
): void {
  const widths = columnShares[block.kind].map((share) => share * box.w);
  const heights = rowHeights(block, box.w, setting);
  const { t } = locale;
  const { decisions, signature } = t.snapshotFile;
  const text = (value: string, options: PptxGenJS.TableCellProps): Cell => ({
    text: plainText(value),
    options: {
      fontFace: face,
      color: bare(colours.ink),
      fontSize: sizeOf('row', setting),
      ...options,
    },
  });
  if (block.kind === 'decisions') {
    const heads = [decisions.what, decisions.who, decisions.until].map((head) =>
      text(head, {
        bold: true,
        fontSize: 14,
        color: bare(colours.second),
        border: under(colours.ink, 1.25),
        valign: 'bottom',
      }),
    );
    const rows = block.rows.map((row) =>
      row.map((cell) => text(cell, { border: under(colours.line, 1), valign: 'middle' })),
    );
    const rowH = [decisionsHead, ...heights];
    slide.addTable([heads, ...rows], tableOptions(box, widths, rowH, t.snapshotOffice.parts.table));
    return;
  }
  const line = { border: under(colours.ink, 0.75) };
  const below = { fontSize: type.small, color: bare(colours.second), align: 'center' } as const;
  // What is not written yet is a line, with what belongs on it below.
  const rows = block.rows.flatMap(([who = '', name = '']) => [
    [
      text(who, { valign: 'bottom', ...(who === '' ? line : {}) }),
      text('', {}),
      text('', line),
      text('', {}),
      text(name, { valign: 'bottom', ...(name === '' ? line : {}) }),
    ],
    [
      text(who === '' ? signature.office : '', below),
      text('', below),
      text(signature.sign, below),
      text('', below),
      text(name === '' ? signature.name : '', below),
    ],
  ]);
  slide.addTable(
    rows,
    tableOptions(
      { ...box, y: box.y + 0.1 },
      widths,
      block.rows.flatMap(() => [signatureRow, signatureBelow]),
      t.snapshotOffice.parts.table,
    ),
  );
}

/** Draws the texts of a slide: paragraphs as they flow, decisions and signatures as tables. */
export function drawTexts(
  slide: Slide,
  { blocks, box, setting }: PlannedText,
  locale: Locale,
): void {
  let { y } = box;
  let run: Extract<TextBlock, { kind: 'paragraph' }>[] = [];
  const flush = () => {
    if (run.length === 0) return;
    const h = run.reduce((sum, block) => sum + blockHeight(block, box.w, setting), 0);
    drawParagraphs(slide, run, { ...box, y, h }, setting, locale);
    y += h;
    run = [];
  };
  for (const block of blocks) {
    if (block.kind === 'paragraph') run.push(block);
    else {
      flush();
      drawLines(slide, block, { ...box, y }, setting, locale);
      y += blockHeight(block, box.w, setting);
    }
  }
  flush();
}
