import type { Dialect } from '#lib/model/sheet.ts';
import { alignedDelimiter } from './aligned.ts';

/** A way of cutting that is tried, with how far it is believed before a look at the result, 0 to 1. */
export interface Candidate {
  readonly delimiter: string;
  readonly belief: number;
  /** True for marks that prose is full of: believed only where nearly every line has as many of them. */
  readonly spoilt: boolean;
}

const usual = [';', ',', '\t', '|'] as const;
/** Marks that stand inside of cells all the time, or pair off, and so never part them. */
const never = /[\p{L}\p{M}\p{N}\s"'`«»“”„()[\]{}<>.\-–—_?!№%+]/u;
const prose = new Set([':', '/', '&', '=', '*', '\\', '$', '@']);

function countOf(text: string, part: string): number {
  let count = 0;
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length)) count += 1;
  return count;
}

/** The marks that stand in at least half of the lines, apart from the usual ones. */
function rareMarks(lines: readonly string[]): string[] {
  const seen = new Map<string, number>();
  for (const line of lines)
    for (const mark of new Set(line))
      if (!never.test(mark)) seen.set(mark, (seen.get(mark) ?? 0) + 1);
  const others = [...seen].filter(
    ([mark, count]) => !(usual as readonly string[]).includes(mark) && count * 2 >= lines.length,
  );
  return others.map(([mark]) => mark).slice(0, 12);
}

/** A mark with the spaces that mostly come with it, such as «, » and « | ». */
function spaced(mark: string, bare: string): string[] {
  const all = countOf(bare, mark);
  return [` ${mark} `, `${mark} `].filter((form) => countOf(bare, form) >= all * 0.5);
}

/**
 * How a mark comes as twins, such as «||»: always, in most lines, or hardly. A semicolon, comma or tab may stand twice because a
 * cell is empty: it has to come as several twins a line.
 */
function twinsOf(mark: string, bare: string, lines: number): 'always' | 'often' | 'hardly' {
  const twins = countOf(bare, mark + mark);
  const isGap = /[;,\t]/.test(mark);
  if (twins < lines * (isGap ? 1.6 : 0.8)) return 'hardly';
  return twins * 2 >= countOf(bare, mark) * 0.95 ? 'always' : isGap ? 'hardly' : 'often';
}

/** The delimiters that a text may be cut by, in order of preference. */
export function delimitersOf(text: string, newline: Dialect['newline']): Candidate[] {
  const lines = text
    .split(newline)
    .slice(0, 400)
    .filter((line) => line.trim() !== '');
  const bare = text.replace(/"[^"\r\n]*"/g, '""');
  const found: Candidate[] = [];
  const add = (delimiter: string, belief: number, spoilt: boolean) =>
    found.push({ delimiter, belief, spoilt });
  for (const mark of [...usual.filter((known) => text.includes(known)), ...rareMarks(lines)]) {
    const belief = (usual as readonly string[]).includes(mark) ? 1 : prose.has(mark) ? 0.7 : 0.9;
    const twins = twinsOf(mark, bare, lines.length);
    if (twins !== 'always') add(mark, belief, prose.has(mark));
    if (twins !== 'hardly') add(mark + mark, belief, false);
    if (mark !== '\t')
      for (const form of spaced(mark, bare))
        add(form, belief, /[,;:]/.test(mark) || prose.has(mark));
  }
  const quoted = lines.filter((line) => line.includes('" "')).length * 5 >= lines.length * 4;
  if (text.includes(' ')) add(' ', quoted ? 0.95 : 0.6, !quoted);
  if (text.includes(alignedDelimiter)) add(alignedDelimiter, 0.8, true);
  return found;
}

/** True when a mark stands at the inner side of delimiters, before them as well as after them. */
function wraps(text: string, quote: string, delimiter: string): boolean {
  const opens = [delimiter, '\n', '\r'].some((before) => text.includes(before + quote));
  return text.includes(quote + delimiter) && opens;
}

/** The pairs of quote and escape that a text may be written with, given its delimiter. */
export function quotesOf(text: string, delimiter: string): Pick<Dialect, 'quote' | 'escape'>[] {
  if (delimiter === alignedDelimiter) return [{ quote: '', escape: '' }];
  const pairs = [{ quote: '"', escape: '"' }];
  if (text.includes('\\"')) pairs.push({ quote: '"', escape: '\\' });
  if (text.includes("'")) pairs.push({ quote: "'", escape: "'" });
  if (text.includes("\\'") && text.includes(`'${delimiter}'`))
    pairs.push({ quote: "'", escape: '\\' });
  for (const quote of ['`', '|', '^', '~', '$', '*', '%'])
    if (!delimiter.includes(quote) && wraps(text, quote, delimiter))
      pairs.push({ quote, escape: quote });
  if (text.includes('"')) pairs.push({ quote: '', escape: '' });
  return pairs;
}
