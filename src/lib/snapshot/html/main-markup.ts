import { locales, type Locale } from '#lib/i18n/locale.ts';
import type { LanguageTag } from '#lib/i18n/format.ts';
import type { SnapshotDocument } from '../document.ts';
import { certificateMarkup } from './certificate-markup.ts';
import { escapeText } from './escape.ts';
import { figureMarkup } from './figure-markup.ts';
import { textMarkup } from './text-markup.ts';
import { writtenDay } from './written-day.ts';

interface Section {
  readonly id: string;
  readonly title: string;
  readonly body: string;
}

function sectionsOf(document: SnapshotDocument, hash: string, locale: Locale): Section[] {
  const { language, t } = locale;
  let figures = 0;
  const pages = document.pages.map(({ title, pieces }, index): Section => {
    const body = pieces.map((piece) => {
      if (piece.kind === 'text') return textMarkup(piece, locale);
      figures += 1;
      return figureMarkup(piece, figures, locale);
    });
    const empty = `<p>${escapeText(t.snapshotFile.emptyPage)}</p>\n`;
    return { id: `page-${index + 1}`, title: title[language], body: body.join('') || empty };
  });
  const { title } = t.snapshotFile.certificate;
  return [...pages, { id: 'certificate', title, body: certificateMarkup(document, hash, locale) }];
}

/** The whole of a snapshot in one language, as a `main` that can be read without any script. */
export function mainMarkup(document: SnapshotDocument, hash: string, language: LanguageTag) {
  const locale = locales[language];
  const words = locale.t.snapshotFile;
  const sections = sectionsOf(document, hash, locale);
  const day = words.dataOf(writtenDay(document.dataDay, locale));
  const about = [document.school, document.period[language], day]
    .filter((part) => part.trim() !== '')
    .map(escapeText)
    .join(' · ');
  const contents = sections.map(
    ({ id, title }) => `<li><a href="#${id}">${escapeText(title)}</a></li>`,
  );
  const pages = sections.map(({ id, title, body }, index) =>
    [
      `<section class="page" id="${id}" aria-labelledby="${id}-title">\n`,
      `<p class="run"><span>${about}</span> <span class="count">${escapeText(words.page(index + 1, sections.length))}</span></p>\n`,
      `<h2 id="${id}-title">${escapeText(title)}</h2>\n`,
      `<div class="body">\n${body}</div>\n</section>\n`,
    ].join(''),
  );
  return [
    `<main lang="${language}">\n<header class="page" id="cover">\n`,
    `<h1>${escapeText(document.title[language])}</h1>\n<p class="about">${about}</p>\n`,
    `<nav aria-label="${escapeText(words.contents)}">\n<h2>${escapeText(words.contents)}</h2>\n`,
    `<ol>\n${contents.join('\n')}\n</ol>\n</nav>\n</header>\n`,
    ...pages,
    '</main>\n',
  ].join('');
}
