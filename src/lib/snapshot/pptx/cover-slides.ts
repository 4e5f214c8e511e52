import type PptxGenJS from 'pptxgenjs';
import type { Locale } from '#lib/i18n/locale.ts';
import type { SnapshotDocument } from '../document.ts';
import { certificateSentences } from '../xlsx/certificate-words.ts';
import { plainText } from './plain-text.ts';
import { bare, colours, face, margin, room, slideSize, type } from './slide-look.ts';
import { heightOf, linesIn } from './text-height.ts';

/** Where the title of the first slide begins, in inches from the top. */
export const coverTop = 2.1;

const textBox = { margin: 0, fontFace: face, align: 'left', isTextBox: true } as const;

/** The first slide: title, school, period, and the day of the data. */
export function drawCover(
  slide: PptxGenJS.Slide,
  document: SnapshotDocument,
  locale: Locale,
): void {
  const { language, format, t } = locale;
  const words = t.snapshotOffice;
  const title = plainText(document.title[language]);
  const size = [type.cover, 34, 28].find((one) => linesIn(title, 11, one, true) <= 3) ?? 24;
  const height = heightOf(linesIn(title, 11, size, true), size, 1.15);
  const top = coverTop;
  slide.addText(title, {
    placeholder: 'title',
    objectName: words.parts.title,
    x: margin,
    y: top,
    w: 11,
    h: height,
    fontSize: size,
  });
  const below = [
    {
      text: plainText(document.school),
      options: { fontSize: 22, color: bare(colours.ink), breakLine: true },
    },
    {
      text: plainText(document.period[language]),
      options: { fontSize: type.body, color: bare(colours.second) },
    },
  ];
  slide.addText(below, {
    ...textBox,
    x: margin,
    y: top + height + 0.35,
    w: 11,
    h: 1,
    valign: 'top',
    paraSpaceAfter: 6,
    objectName: words.parts.text,
  });
  const days = [
    words.dataOn(format.date(document.dataDay)),
    words.madeOn(format.date(document.madeOn)),
  ];
  slide.addText(days.join(' · '), {
    ...textBox,
    x: margin,
    y: 6.55,
    w: room,
    h: 0.3,
    fontSize: 14,
    color: bare(colours.second),
    valign: 'bottom',
    objectName: words.parts.footer,
  });
}

function facts(document: SnapshotDocument, { language, format, t }: Locale): [string, string][] {
  const { about } = t.snapshotOffice;
  const named = document.sources.flatMap(({ name }) => (name === null ? [] : [plainText(name)]));
  const shown = named.slice(0, 4);
  const rest = document.sources.length - shown.length;
  const files = [
    ...shown,
    ...(rest > 0 && shown.length > 0 ? [about.andMore(format.number(rest))] : []),
  ];
  const count = about.fileCount(document.sources.length, format.number(document.sources.length));
  return [
    [about.period, plainText(document.period[language])],
    [about.dataDay, format.date(document.dataDay)],
    [about.madeOn, format.date(document.madeOn)],
    [
      about.programme,
      `${plainText(document.programme.name[language])}\n${document.programme.sha256.slice(0, 12)}…`,
    ],
    [about.sources, files.length > 0 ? files.join('\n') : count],
  ];
}

/** The last slide: where the numbers come from, what is hidden and why, and what was checked. */
export function drawCertificate(
  slide: PptxGenJS.Slide,
  document: SnapshotDocument,
  locale: Locale,
): void {
  const words = locale.t.snapshotOffice;
  const top = 1.35;
  const split = 7.1;
  const sentences = certificateSentences(document, locale);
  const runs = sentences.map((text, at) => ({
    text,
    options: {
      breakLine: true,
      fontSize: type.body,
      color: bare(at === sentences.length - 1 ? colours.second : colours.ink),
    },
  }));
  slide.addText(runs, {
    ...textBox,
    x: margin,
    y: top,
    w: split - margin,
    h: 5.2,
    valign: 'top',
    paraSpaceAfter: 12,
    lineSpacingMultiple: 1.05,
    objectName: words.parts.text,
  });
  const none: PptxGenJS.BorderProps = { type: 'none' };
  const under: PptxGenJS.BorderProps = { type: 'solid', color: bare(colours.line), pt: 1 };
  const x = split + 0.6;
  const w = slideSize.w - margin - x;
  const rows = facts(document, locale).map(([head, text]) =>
    [head, text].map((cell, column) => ({
      text: cell,
      options: {
        fontFace: face,
        fontSize: 14,
        color: bare(column === 0 ? colours.second : colours.ink),
        valign: 'top' as const,
        border: [none, none, under, none] as [typeof none, typeof none, typeof none, typeof none],
      },
    })),
  );
  slide.addTable(rows, {
    x,
    y: top,
    w,
    colW: [1.6, w - 1.6],
    margin: [0.07, 0.05, 0.07, 0],
    objectName: words.parts.table,
  });
}
