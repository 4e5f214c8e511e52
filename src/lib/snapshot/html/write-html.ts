import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { locales } from '#lib/i18n/locale.ts';
import type { LanguageTag } from '#lib/i18n/format.ts';
import type { Published } from '#lib/disclosure/published.ts';
import type { SnapshotDocument } from '../document.ts';
import { canonicalJson } from '../seal/canonical-json.ts';
import { contentHash } from '../seal/hash.ts';
import type { Seal } from '../seal/seal.ts';
import { escapeJson, escapeText } from './escape.ts';
import { fileScript } from './file-script.ts';
import { fileStyle, isFontStyle } from './file-style.ts';
import { leanDocument } from './lean-document.ts';
import { mainMarkup } from './main-markup.ts';
import { payloadOf } from './payload.ts';

/**
 * Counts every change of the look, the words or the script of these files that reaches the schools: a file is checked by
 * writing it once more, which only the edition that wrote it can.
 */
export const edition = 2;

/** What stands before and after the parts of a file that are read back from it. */
export const places = {
  edition: '<meta name="dinamika-snapshot" content="',
  font: '<style>',
  fontEnd: '/*!*/',
  payload: '<script type="application/json" id="snapshot">',
  seal: '<script type="application/json" id="seal">',
  end: '</script>',
} as const;

const others: Readonly<Record<LanguageTag, LanguageTag>> = { ru: 'en', en: 'ru' };

function inBase64(text: string): string {
  return btoa(String.fromCharCode(...sha256(utf8ToBytes(text))));
}

function titleOf({ title, school, language }: SnapshotDocument): string {
  return [title[language], school].filter((part) => part.trim() !== '').join(' · ');
}

function policyFor(style: string, script: string): string {
  return [
    `default-src 'none'`,
    `script-src 'sha256-${inBase64(script)}'`,
    `style-src 'sha256-${inBase64(style)}'`,
    `img-src data:`,
    `font-src data:`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
}

/**
 * A snapshot as one HTML file that needs nothing else: it makes no request, is read without its script, and prints. With the
 * seal null its place stays empty: that is what a seal is made of. `fontCss` are `@font-face` rules with the letters inside,
 * or nothing. Throws where a drawing or the rules hold what may not stand in such a file.
 */
export function writeHtml(
  published: Published<SnapshotDocument>,
  seal: Seal | null,
  fontCss: string,
): string {
  if (!isFontStyle(fontCss))
    throw new TypeError('letters of a file come as data, and nothing else');
  const document = leanDocument(published);
  const { language } = document;
  const hash = contentHash(document);
  const style = `${fontCss}${places.fontEnd}${fileStyle(document)}`;
  const other = others[language];
  const words = { ru: locales.ru.t.snapshotFile.controls, en: locales.en.t.snapshotFile.controls };
  return [
    `<!doctype html>\n<html lang="${language}" class="${document.form}">\n<head>\n`,
    '<meta charset="utf-8">\n',
    `${places.edition}${edition}">\n`,
    `<meta http-equiv="Content-Security-Policy" content="${policyFor(style, fileScript)}">\n`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
    '<meta name="color-scheme" content="light dark">\n<meta name="referrer" content="no-referrer">\n',
    '<meta name="format-detection" content="telephone=no">\n',
    `<title>${escapeText(titleOf(document))}</title>\n`,
    `${places.font}${style}</style>\n</head>\n<body>\n`,
    mainMarkup(document, hash, language),
    `<template id="other">\n${mainMarkup(document, hash, other)}</template>\n`,
    `<script type="application/json" id="words">${escapeJson(canonicalJson(words))}${places.end}\n`,
    `${places.payload}${escapeJson(payloadOf(document))}${places.end}\n`,
    `<script type="module">${fileScript}</script>\n`,
    `${places.seal}${seal ? escapeJson(canonicalJson(seal)) : ''}${places.end}\n`,
    '</body>\n</html>\n',
  ].join('');
}
