import type { Locale } from '#lib/i18n/locale.ts';
import type { SnapshotDocument } from '#lib/snapshot/document.ts';
import { certificateSentences } from '#lib/snapshot/xlsx/certificate-words.ts';
import { nameDimension } from '#lib/workspace/naming.ts';
import type { Draft } from '#lib/workspace/council/draft.ts';
import { titleOf } from '#lib/workspace/council/prompts.ts';
import type { PiecePlace, RefusedPiece } from '#lib/workspace/council/refused-piece.ts';
import type { CountedFiles } from './counted-files.ts';

/** Where a piece of a draft stands: «2. Охват по блокам — Охват по направлениям». `own` as in `nameDimension`. */
function pieceWords(
  { pages }: Draft,
  place: PiecePlace,
  own: readonly string[],
  locale: Locale,
): string {
  const { t, format } = locale;
  const at = pages.findIndex(({ id }) => id === place.page);
  const page = pages[at];
  const piece = page?.pieces.find(({ id }) => id === place.piece);
  if (!page || !piece) return `${place.page} ${place.piece}`;
  const { place: say, text } = t.reporting;
  const saying = (what: string) => say(format.number(at + 1), titleOf(page, t), what);
  if (piece.kind === 'text') return saying(text(t.council.editor.roles[piece.role]));
  const { measure, by } = piece.choices;
  const { name } = t.measures.words[measure];
  if (by === null) return saying(name);
  return saying(t.screens.explore.titleBy(name, nameDimension(by, own, locale, 'by')));
}

/** What a snapshot was made of: how many files and records, and what of them does not count. */
export function filesLines(
  { counted, replaced }: CountedFiles,
  { t, format }: Locale,
): readonly string[] {
  const words = t.reporting.files;
  const records = counted.reduce((sum, { accepted }) => sum + accepted, 0);
  const count = (value: number) => format.number(value);
  return [
    words.title,
    `  ${words.counted(counted.length, count(counted.length), records, count(records))}`,
    ...replaced.map(({ file, by }) => `  ${words.replaced(file.file, by.name)}`),
    ...counted
      .filter(({ quarantined }) => quarantined > 0)
      .map(({ file, quarantined }) => {
        return `  ${words.quarantined(file, quarantined, count(quarantined))}`;
      }),
  ];
}

/** The figures of a draft that a snapshot leaves out, and why; nothing where it has them all. */
export function leftOutLines(
  draft: Draft,
  refused: readonly RefusedPiece[],
  own: readonly string[],
  locale: Locale,
): readonly string[] {
  const { leftOut, reasons } = locale.t.councilShare;
  if (refused.length === 0) return [];
  const lines = refused.map((one) =>
    locale.t.reporting.colon(pieceWords(draft, one, own, locale), reasons[one.reason]),
  );
  return [leftOut, ...lines.map((line) => `  ${line}`)];
}

/** Why nothing of a draft may be shared, and what of it is in the way. */
export function exposedLines(
  draft: Draft,
  pieces: readonly PiecePlace[],
  own: readonly string[],
  locale: Locale,
): readonly string[] {
  const { title, text, somewhere } = locale.t.councilShare.exposed;
  if (pieces.length === 0) return [title, somewhere];
  return [title, text, ...pieces.map((one) => `  ${pieceWords(draft, one, own, locale)}`)];
}

/**
 * What the audit of a snapshot found; `content` is the hash of what the snapshot says, `hasLedger` whether anybody keeps what
 * was shared before.
 */
export function certificateLines(
  document: SnapshotDocument,
  content: string,
  hasLedger: boolean,
  locale: Locale,
): readonly string[] {
  const { t, format } = locale;
  const { about } = t.snapshotOffice;
  const { certificate } = document;
  const { narrowest } = certificate;
  const count = (value: number) => format.number(value);
  const lines: readonly (readonly [head: string, text: string])[] = [
    [about.numbers, count(certificate.numbers)],
    [about.primary, count(certificate.primary)],
    [about.secondary, count(certificate.secondary)],
    [about.statements, count(certificate.statements)],
    [about.sensitive, count(certificate.sensitive)],
    [about.narrowest, narrowest === null ? about.none : count(narrowest)],
    [about.earlier, hasLedger ? count(certificate.earlier.length) : t.reporting.ledger.none],
    [about.worlds, certificate.worlds],
    [t.reporting.content, content],
  ];
  const said = [
    ...certificateSentences(document, locale),
    ...lines.map(([head, text]) => t.reporting.colon(head, text)),
  ];
  return [t.reporting.audit, ...said.map((line) => `  ${line}`)];
}
