import type { Locale } from '#lib/i18n/locale.ts';

/** What is said of a picture that is passed on without the page around it. */
export interface PictureWords {
  /** What the picture shows, as a sentence. */
  readonly title: string;
  /** Measure, unit and period. */
  readonly subtitle: string;
  readonly measure: string;
  /** Whom it speaks of; empty where it is everybody. */
  readonly selection: string;
  readonly period: string;
  /** Files and date of the data; empty where nobody says. */
  readonly source: string;
  /** What its file is called, part by part: «Охват по блокам», «2025/26 IV». */
  readonly name: readonly string[];
}

/** A line of a text that goes with a picture: what it is, and what it says. */
export type AboutLine = readonly [head: string, text: string];

/** Everything that goes with the numbers of a picture, line by line; `day` is «YYYY-MM-DD». */
export function aboutLines(
  words: PictureWords,
  signs: readonly string[],
  { t, format }: Locale,
  day: string,
): AboutLine[] {
  const { about, caution } = t.saving;
  const lines: AboutLine[] = [
    [about.title, words.title],
    [about.subtitle, words.subtitle],
    [about.measure, words.measure],
    [about.selection, words.selection || about.everybody],
    [about.period, words.period],
    [about.signs, signs.join('; ')],
    [about.source, words.source],
    [about.date, format.date(day)],
    [about.caution, caution],
  ];
  return lines.filter(([, text]) => text !== '');
}
