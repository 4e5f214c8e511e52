import type { Chart } from '../chart.ts';
import type { Frame } from '../chart-form.ts';
import { fontFamily } from '../elements.ts';
import { grounds } from '../palette.ts';
import { textWidth } from '../text-width.ts';
import { drawInside } from './drawing.ts';
import { embeddedFont } from './embedded-font.ts';
import { embeddedFamily } from './typeface.ts';
import type { PictureWords } from './picture-words.ts';

/** A picture that stands alone: its SVG and its size in pixels. */
export interface SvgPicture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

const family = `'${embeddedFamily}', Arial, 'Liberation Sans', sans-serif`;
const innerWidth = 904;
const margin = 28;
const ground = grounds.light;

/** A text as the content of an XML element. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** A document without what XML cannot hold: control characters, halves of letters, and two that are no characters. */
function withoutForbidden(document: string): string {
  return document.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '');
}

/** A text in as many lines as it takes, broken at spaces, and inside a word that is wider than a line. */
export function linesOf(text: string, width: number, size: number, bold = false): string[] {
  const lines: string[] = [];
  let line = '';
  const fits = (candidate: string): boolean => textWidth(candidate, size, bold) <= width;
  for (const word of text.split(/[ \t\r\n]+/).filter(Boolean)) {
    const candidate = line === '' ? word : `${line} ${word}`;
    if (fits(candidate)) {
      line = candidate;
      continue;
    }
    if (line !== '') lines.push(line);
    line = '';
    for (const letter of word) {
      if (line !== '' && !fits(line + letter)) {
        lines.push(line);
        line = '';
      }
      line += letter;
    }
  }
  return line === '' ? lines : [...lines, line];
}

interface Block {
  readonly text: string;
  readonly size: number;
  readonly weight: 400 | 600;
  readonly fill: string;
  /** Space above the first line. */
  readonly above: number;
}

/** Blocks of text one under the other from a height on, and the height at which they end. */
function written(blocks: readonly Block[], from: number, width: number) {
  let y = from;
  const texts = blocks.flatMap(({ text, size, weight, fill, above }) => {
    const lines = linesOf(text, width, size, weight > 400);
    if (lines.length > 0) y += above;
    return lines.map((line) => {
      y += Math.round(size * 1.35);
      const place = `x="${margin}" y="${y - Math.round(size * 0.3)}"`;
      const look = `font-size="${size}" font-weight="${weight}" fill="${fill}"`;
      return `<text ${place} ${look}>${escapeText(line)}</text>`;
    });
  });
  return { texts, end: y };
}

/** What stands around a picture: above it what it shows, below it what its signs mean and lines that go with it. */
export interface WordsAround {
  readonly title: string;
  readonly subtitle: string;
  /** Whom it speaks of; empty where it is everybody. */
  readonly selection: string;
  readonly signs: readonly string[];
  readonly below: readonly string[];
}

/**
 * The inside of a drawing as an SVG document of its own on white, with its words around it. Its letters are in the document,
 * so that it looks the same on every machine.
 */
export async function frameSvg(
  inside: string,
  size: { readonly width: number; readonly height: number },
  words: WordsAround,
): Promise<SvgPicture> {
  const width = Math.max(innerWidth, size.width) + 2 * margin;
  const room = width - 2 * margin;
  const quiet = { size: 12, weight: 400, fill: ground.second } as const;
  const head = written(
    [
      { text: words.title, size: 20, weight: 600, fill: ground.ink, above: 0 },
      { text: words.subtitle, size: 14, weight: 400, fill: ground.second, above: 4 },
      { ...quiet, text: words.selection, size: 14, above: 2 },
    ],
    margin - 6,
    room,
  );
  const top = head.end + 16;
  const foot = written(
    [
      { ...quiet, text: words.signs.join(' · '), above: 12 },
      ...words.below.map((text, index) => ({ ...quiet, text, above: index === 0 ? 10 : 2 })),
    ],
    top + size.height,
    room,
  );
  const height = Math.ceil(foot.end + margin - 8);
  const picture = `<g transform="translate(${margin} ${top})">${inside}</g>`;
  const body = [...head.texts, picture, ...foot.texts].join('\n');
  const style = await embeddedFont(body);
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="${family}">`,
    `<title>${escapeText(words.title)}</title>`,
    ...(style ? [`<style>${style}</style>`] : []),
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    body,
    '</svg>',
  ].join('\n');
  return { svg: `${withoutForbidden(svg)}\n`, width, height };
}

/**
 * A chart as an SVG document of its own, whatever the screen looks like: title, subtitle, picture, what its signs mean, source.
 * `most` is how many series are shown at most by kinds that cap them.
 */
export function drawSvg(chart: Chart, words: PictureWords, most: number): Promise<SvgPicture> {
  const frame: Frame = { width: innerWidth, theme: 'light', most, active: null };
  const { t } = chart.subject.locale;
  const inside = drawInside(chart, frame).replaceAll(fontFamily, family);
  return frameSvg(inside, chart.size(frame), {
    ...words,
    signs: chart.signs().map((sign) => t.charts.signs[sign]),
    below: [words.source, t.saving.caution],
  });
}
