import type { LanguageTag } from '#lib/i18n/format.ts';
import { locales } from '#lib/i18n/locale.ts';
import type { SnapshotText } from '../document.ts';
import { cellsOf, linesOf, listItems } from '../text-lines.ts';
import { plainText } from './plain-text.ts';
import { type } from './slide-look.ts';
import { heightOf, linesIn } from './text-height.ts';

/** A text of a slide as it is set: a paragraph with its look, or lines that people fill in or sign. */
export type TextBlock =
  | {
      readonly kind: 'paragraph';
      readonly look: 'lead' | 'heading' | 'body' | 'item' | 'label';
      readonly text: string;
      /** Of an item of a numbered list. */
      readonly number?: number;
    }
  | { readonly kind: 'decisions' | 'signatures'; readonly rows: readonly (readonly string[])[] };

/** How much room texts have: a slide that they hardly fill, a slide of their own, or a column beside a picture. */
export type Setting = 'large' | 'usual' | 'beside';

const sizes = {
  lead: { large: 26, usual: type.lead, beside: type.beside },
  heading: { large: 24, usual: 20, beside: type.body },
  body: { large: 22, usual: type.body, beside: type.beside },
  item: { large: 22, usual: type.body, beside: type.beside },
  label: { large: 15, usual: 13, beside: 13 },
  row: { large: type.body, usual: type.beside, beside: 14 },
} as const;

/** Size in points of a paragraph or of a row of decisions in a setting. */
export function sizeOf(look: keyof typeof sizes, setting: Setting): number {
  return sizes[look][setting];
}

/** Space in inches below a paragraph. */
export function spaceAfter(look: keyof typeof sizes): number {
  return look === 'item' ? 0.08 : look === 'label' ? 0.03 : look === 'heading' ? 0.1 : 0.18;
}

/** Lines to be filled in by hand where nothing is written yet. */
const blank = { decision: Array.from({ length: 4 }, () => ''), signature: ['', ''] } as const;

function orBlank(lines: readonly string[], role: keyof typeof blank): readonly string[] {
  return lines.length > 0 ? lines : blank[role];
}

function blocksOf({ role, text }: SnapshotText, language: LanguageTag): TextBlock[] {
  const own = plainText(text[language]);
  const lines = linesOf(own).map((line) => line.trim());
  switch (role) {
    case 'decision':
      return [{ kind: 'decisions', rows: orBlank(lines, role).map((line) => cellsOf(line, 3)) }];
    case 'signature':
      return [{ kind: 'signatures', rows: orBlank(lines, role).map((line) => cellsOf(line, 2)) }];
    case 'list':
      return listItems(own).map(({ number, text: item }) => ({
        kind: 'paragraph',
        look: 'item',
        text: item,
        ...(number === null ? {} : { number }),
      }));
    case 'judgement': {
      const name = locales[language].t.snapshotFile.judgement;
      const said = lines.map((line) => ({ kind: 'paragraph', look: 'body', text: line }) as const);
      return lines.length === 0 ? [] : [{ kind: 'paragraph', look: 'label', text: name }, ...said];
    }
    default: {
      const look = role === 'paragraph' ? 'body' : role;
      return lines.map((line) => ({ kind: 'paragraph', look, text: line }));
    }
  }
}

/** The texts of a page as they are set one under the other; judgements that nobody wrote are left out, decisions in a row are one table. */
export function textBlocks(texts: readonly SnapshotText[], language: LanguageTag): TextBlock[] {
  const blocks: TextBlock[] = [];
  for (const block of texts.flatMap((text) => blocksOf(text, language))) {
    const last = blocks.at(-1);
    if (block.kind === 'paragraph' || last?.kind !== block.kind) blocks.push(block);
    else blocks[blocks.length - 1] = { ...block, rows: [...last.rows, ...block.rows] };
  }
  return blocks;
}

/** Shares of a width that the columns of decisions and of signatures take. */
export const columnShares = {
  decisions: [0.56, 0.28, 0.16],
  signatures: [0.32, 0.03, 0.27, 0.03, 0.35],
} as const;

/** Heights in inches of a line to sign on, and of what belongs on it below. */
export const [signatureRow, signatureBelow] = [0.55, 0.26];

/** Heights in inches of the rows of decisions, without their head, or of signatures. */
export function rowHeights(
  block: Exclude<TextBlock, { kind: 'paragraph' }>,
  width: number,
  setting: Setting,
): number[] {
  const size = sizeOf('row', setting);
  return block.rows.map((row) => {
    if (block.kind === 'signatures') return signatureRow + signatureBelow;
    const lines = row.map((text, column) =>
      linesIn(text, width * (columnShares.decisions[column] ?? 0.3) - 0.2, size),
    );
    return heightOf(Math.max(1, ...lines), size) + 0.24;
  });
}

/** Height in inches of the head of the table of decisions. */
export const decisionsHead = 0.42;

/** Height in inches of a block in a width, with the space below it. */
export function blockHeight(block: TextBlock, width: number, setting: Setting): number {
  if (block.kind === 'paragraph') {
    const size = sizeOf(block.look, setting);
    const indent = block.look === 'item' ? 0.3 : 0;
    const lines = linesIn(block.text, width - indent, size, block.look === 'heading');
    return heightOf(lines, size, 1.25) + spaceAfter(block.look);
  }
  const head = block.kind === 'decisions' ? decisionsHead : 0.2;
  return rowHeights(block, width, setting).reduce((sum, row) => sum + row, head) + 0.15;
}
