import type { Locale } from '#lib/i18n/locale.ts';
import { decimalsOf } from '../decimals.ts';
import type { Drawing, FigureTable, SnapshotFigure } from '../document.ts';
import { escapeText } from './escape.ts';

/** How the markup of a drawing begins: what stands in it follows the next «>». */
export const drawingStart = '<svg class="drawing"';

function tableMarkup(title: string, { heads, rows, figures }: FigureTable, locale: Locale): string {
  const { t, format } = locale;
  const decimals = heads.map((_, column) => decimalsOf(rows.map((row) => row[column] ?? null)));
  const look = (column: number): string => (figures[column] ? ' class="n"' : '');
  const written = (cell: string | number | null | undefined, column: number): string =>
    typeof cell === 'number'
      ? format.number(cell, decimals[column])
      : escapeText(cell ?? t.snapshotFile.noNumber);
  const head = heads
    .map((one, column) => `<th scope="col"${look(column)}>${escapeText(one)}</th>`)
    .join('');
  const body = rows.map((row) => {
    const [first, ...others] = heads.map((_, column) => written(row[column], column));
    const cells = others.map((cell, index) => `<td${look(index + 1)}>${cell}</td>`);
    return `<tr><th scope="row"${look(0)}>${first ?? ''}</th>${cells.join('')}</tr>`;
  });
  const caption = `<caption>${escapeText(t.snapshotFile.tableOf(title))}</caption>`;
  return `<table>${caption}<thead><tr>${head}</tr></thead><tbody>\n${body.join('\n')}\n</tbody></table>`;
}

function drawingMarkup({ width, height, svg }: Drawing, description: string): string {
  const size = `viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"`;
  return `${drawingStart} ${size} role="img" aria-label="${escapeText(description)}">${svg}</svg>`;
}

function paragraph(look: string, text: string): string {
  return text === '' ? '' : `<p class="${look}">${escapeText(text)}</p>\n`;
}

/** A figure with its title, picture, signs, table and source; `number` counts the figures of a snapshot from 1. */
export function figureMarkup(figure: SnapshotFigure, number: number, locale: Locale): string {
  const { language, t, format } = locale;
  const words = t.snapshotFile;
  const title = figure.title[language];
  const selection = figure.selection[language];
  const signs = figure.signs[language];
  const { withheld, numbers } = figure;
  const drawing = figure.drawing?.[language];
  const picture = drawing
    ? `<p class="sideways" aria-hidden="true">${escapeText(words.sideways)}</p>\n<div class="picture" role="group" aria-label="${escapeText(words.pictureOf(title))}" tabindex="0">${drawingMarkup(drawing, figure.description[language])}</div>\n`
    : paragraph('all-withheld', words.allWithheld);
  const told = words.withheld(withheld, numbers, format.number(withheld), format.number(numbers));
  return [
    `<figure id="figure-${number}" aria-labelledby="figure-${number}-title">\n<figcaption>\n`,
    `<h3 id="figure-${number}-title">${escapeText(title)}</h3>\n`,
    paragraph('subtitle', figure.subtitle[language]),
    paragraph('subtitle', selection === '' ? '' : words.selection(selection)),
    '</figcaption>\n',
    picture,
    paragraph('signs', signs.length === 0 ? '' : words.signs(signs.join(' · '))),
    paragraph('withheld', withheld > 0 && drawing ? told : ''),
    `<details><summary>${escapeText(words.table)}</summary>\n<div class="wide" role="group" aria-label="${escapeText(words.tableOf(title))}" tabindex="0">`,
    tableMarkup(title, figure.table[language], locale),
    '</div></details>\n',
    paragraph('source', figure.source[language]),
    '</figure>\n',
  ].join('');
}
