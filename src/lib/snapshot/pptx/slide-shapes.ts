import type PptxGenJS from 'pptxgenjs';
import { bare, face, type Box } from './slide-look.ts';

const none: PptxGenJS.BorderProps = { type: 'none' };

/** A line below a cell, its width in points. */
export function under(
  colour: string,
  pt: number,
): [PptxGenJS.BorderProps, PptxGenJS.BorderProps, PptxGenJS.BorderProps, PptxGenJS.BorderProps] {
  return [none, none, { type: 'solid', color: bare(colour), pt }, none];
}

/** Options that every text shares: no inner margin, so that all texts stand on the same edge. */
export function textOptions(
  box: Box,
  size: number,
  colour: string,
  name: string,
): PptxGenJS.TextPropsOptions {
  return {
    ...box,
    margin: 0,
    fontFace: face,
    fontSize: size,
    color: bare(colour),
    valign: 'top',
    align: 'left',
    objectName: name,
    isTextBox: true,
    fit: 'none',
  };
}

/** Options of a table: sizes of its columns and rows in inches, and cells close to its edges. */
export function tableOptions(
  { x, y }: Box,
  colW: number[],
  rowH: number[],
  name: string,
): PptxGenJS.TableProps {
  const w = colW.reduce((sum, width) => sum + width, 0);
  return { x, y, w, colW, rowH, margin: [0.04, 0.08, 0.04, 0.02], objectName: name };
}
