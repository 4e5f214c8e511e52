import { locales } from '#lib/i18n/locale.ts';
import type { LanguageTag } from '#lib/i18n/format.ts';
import type { SnapshotDocument } from '../document.ts';
import { cssString } from './escape.ts';
import reading from './look/reading.css?raw';
import note from './look/note.css?raw';
import presenting from './look/presenting.css?raw';
import printing from './look/printing.css?raw';
import slides from './look/slides.css?raw';
import { writtenDay } from './written-day.ts';

const letters =
  /^(?:@font-face\{font-family:'Golos Text';font-weight:400 900;src:url\(data:font\/woff2;base64,[\w+/=]+\) format\('woff2'\);unicode-range:[U\d+A-F,-]+\})*(?:text\{font-variant-numeric:tabular-nums\})?$/;

/** Whether a style sheet does nothing but bring letters that stand in it. */
export function isFontStyle(css: string): boolean {
  return letters.test(css);
}

/** Head and foot of each sheet of paper, in a language. */
function sheetRules(document: SnapshotDocument, language: LanguageTag): string {
  const locale = locales[language];
  const { dataOf, sheet } = locale.t.snapshotFile;
  const about = [document.period[language], dataOf(writtenDay(document.dataDay, locale))].join(
    ' · ',
  );
  const count = `${cssString(sheet.before)} counter(page) ${cssString(sheet.between)} counter(pages) ${cssString(sheet.after)}`;
  return [
    `@page ${language}{`,
    `@top-left{content:${cssString(document.school)}}`,
    `@top-right{content:${cssString(about)}}`,
    `@bottom-left{content:${cssString(document.title[language])}}`,
    `@bottom-right{content:${count}}}`,
    `main:lang(${language}){page:${language}}`,
  ].join('\n');
}

/** The whole look of a snapshot's file but its letters. */
export function fileStyle(document: SnapshotDocument): string {
  const paper = document.form === 'slides' ? slides : note;
  const sheets = (['ru', 'en'] as const).map((language) => sheetRules(document, language));
  return [reading, presenting, printing, paper, `@media print{\n${sheets.join('\n')}\n}\n`].join(
    '',
  );
}
