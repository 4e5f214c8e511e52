import { blockHeight, decisionsHead, rowHeights, type TextBlock } from './text-blocks.ts';

/** A paragraph that is higher than a slide in pieces that are not, cut between words. */
function cutParagraph(
  block: Extract<TextBlock, { kind: 'paragraph' }>,
  width: number,
  height: number,
): TextBlock[] {
  const texts: string[] = [];
  let text = '';
  for (const word of block.text.split(/(?<= )/)) {
    if (text !== '' && blockHeight({ ...block, text: text + word }, width, 'usual') > height) {
      texts.push(text.trimEnd());
      text = '';
    }
    text += word;
  }
  const { kind, look } = block;
  return [...texts, text].map((piece, at) =>
    at === 0 ? { ...block, text: piece } : { kind, look, text: piece },
  );
}

function cutRows(
  block: Exclude<TextBlock, { kind: 'paragraph' }>,
  width: number,
  height: number,
): TextBlock[] {
  const heights = rowHeights(block, width, 'usual');
  const pieces: string[][][] = [];
  let filled = Infinity;
  block.rows.forEach((row, at) => {
    const own = heights[at] ?? 0;
    if (filled + own > height) {
      pieces.push([]);
      filled = decisionsHead + 0.15;
    }
    pieces.at(-1)?.push([...row]);
    filled += own;
  });
  return pieces.map((rows) => ({ kind: block.kind, rows }));
}

/** Texts in as many lots as slides are needed for them; a heading stays with what it heads. */
export function textPages(
  blocks: readonly TextBlock[],
  width: number,
  height: number,
): TextBlock[][] {
  const small = blocks.flatMap((block) => {
    if (blockHeight(block, width, 'usual') <= height) return [block];
    return block.kind === 'paragraph'
      ? cutParagraph(block, width, height)
      : cutRows(block, width, height);
  });
  const pages: TextBlock[][] = [];
  let filled = Infinity;
  small.forEach((block, at) => {
    const own = blockHeight(block, width, 'usual');
    const next = small[at + 1];
    const isHead =
      block.kind === 'paragraph' && (block.look === 'heading' || block.look === 'label');
    const needs =
      own + (isHead && next ? Math.min(blockHeight(next, width, 'usual'), height / 3) : 0);
    if (filled + needs > height) {
      pages.push([]);
      filled = 0;
    }
    pages.at(-1)?.push(block);
    filled += own;
  });
  return pages;
}
