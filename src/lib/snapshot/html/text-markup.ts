import type { Locale } from '#lib/i18n/locale.ts';
import type { SnapshotText } from '../document.ts';
import { cellsOf, linesOf, listItems } from '../text-lines.ts';
import { escapeText } from './escape.ts';

function paragraphs(text: string, look: string): string {
  return text
    .split(/\n\s*\n/)
    .filter((part) => part.trim() !== '')
    .map((part) => `<p${look}>${part.trim().split('\n').map(escapeText).join('<br>')}</p>\n`)
    .join('');
}

function listMarkup(text: string): string {
  const items = listItems(text);
  const [first] = items;
  if (!first) return linesToWriteOn;
  const own = items.map((item) => `<li>${escapeText(item.text)}</li>`).join('\n');
  if (first.number === null) return `<ul>\n${own}\n</ul>\n`;
  const start = first.number === 1 ? '' : ` start="${first.number}"`;
  return `<ol${start}>\n${own}\n</ol>\n`;
}

/** What is left empty is written by hand on paper. */
const linesToWriteOn = `<p class="lines">${'<span></span>'.repeat(3)}</p>\n`;

/** What a person concluded, under its name; lines to write on where nothing is written yet. */
function judgementMarkup(text: string, name: string): string {
  const body = text.trim() === '' ? linesToWriteOn : paragraphs(text, '');
  return `<div class="own">\n<p class="name">${escapeText(name)}</p>\n${body}</div>\n`;
}

/** Lines of a text, and empty ones to write in where there is none. */
function rowsOf(text: string, cells: number, blank: number): string[][] {
  const lines = linesOf(text);
  const rows = lines.length > 0 ? lines : Array.from({ length: blank }, () => '');
  return rows.map((line) => cellsOf(line, cells));
}

function decisionMarkup(text: string, { t }: Locale): string {
  const { what, who, until } = t.snapshotFile.decisions;
  const heads = [what, who, until].map((head) => `<th scope="col">${escapeText(head)}</th>`);
  const rows = rowsOf(text, 3, 3).map(
    (cells) => `<tr>${cells.map((cell) => `<td>${escapeText(cell)}</td>`).join('')}</tr>`,
  );
  return `<div class="wide"><table class="decisions"><thead><tr>${heads.join('')}</tr></thead><tbody>\n${rows.join('\n')}\n</tbody></table></div>\n`;
}

/** Who signs on paper: an office, a line to sign on, a name; what is not written yet is a line, with what belongs there below it. */
function signatureMarkup(text: string, { t }: Locale): string {
  const { office, sign, name } = t.snapshotFile.signature;
  const below = (cell: string, word: string) => (cell === '' ? word : '');
  const line = '<td><span class="line"></span></td>';
  const rows = rowsOf(text, 2, 1).map(([who = '', whose = '']) => {
    const [left, right] = [who, whose].map((cell) =>
      cell === '' ? line : `<td>${escapeText(cell)}</td>`,
    );
    const words = [below(who, office), sign, below(whose, name)];
    const captions = words.map((word) => `<td>${escapeText(word)}</td>`).join('');
    return `<tr>${left}${line}${right}</tr>\n<tr class="below">${captions}</tr>`;
  });
  return `<table class="signatures" role="presentation"><tbody>\n${rows.join('\n')}\n</tbody></table>\n`;
}

/** A text of a page: always as text, whatever stands in it. */
export function textMarkup({ role, text }: SnapshotText, locale: Locale): string {
  const own = text[locale.language];
  switch (role) {
    case 'lead':
      return paragraphs(own, ' class="lead"');
    case 'heading':
      return own.trim() === '' ? '' : `<h3>${escapeText(linesOf(own).join(' '))}</h3>\n`;
    case 'paragraph':
      return paragraphs(own, '');
    case 'list':
      return listMarkup(own);
    case 'judgement':
      return judgementMarkup(own, locale.t.snapshotFile.judgement);
    case 'decision':
      return decisionMarkup(own, locale);
    case 'signature':
      return signatureMarkup(own, locale);
  }
}
