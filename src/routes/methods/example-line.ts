import type { Behind } from '#lib/analysis/behind.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import type { Programme } from '#lib/model/programme.ts';

/** One step of a worked example: what is done, with which numbers, what comes out, and the records that show it. */
export interface Line {
  readonly text: string;
  /** The arithmetic with its real numbers. */
  readonly arithmetic?: string;
  readonly value: string;
  readonly notes?: readonly string[];
  /** What comes out is the value that the app shows. */
  readonly isResult?: boolean;
  readonly records?: { readonly behind: Behind; readonly count: number };
}

/** In which language an example is told, by which programme, and of which member in words (empty for the whole). */
export interface Telling {
  readonly locale: Locale;
  readonly programme: Programme;
  readonly member: string;
}
