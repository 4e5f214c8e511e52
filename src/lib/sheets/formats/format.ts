import type { Issue } from '#lib/model/issue.ts';
import type { Dialect, Sheet } from '#lib/model/sheet.ts';
import type { Arrival } from '../arrival.ts';
import type { Content } from '../content.ts';
import type { Encoding } from '../encoding.ts';
import type { Refusal } from '../refusal.ts';

/** What a reader of a format is told beside the bytes; progress is a fraction of one. */
export interface FormatOptions {
  readonly name: string;
  readonly encoding: Encoding | null;
  readonly delimiter: string | null;
  readonly onProgress: (fraction: number) => void;
  /** How the bytes of a text are waited for; those of any other content are all there. */
  readonly arrives?: Arrival;
}

/** What a reader of a format makes of a file. */
export type FormatReading =
  | {
      readonly ok: true;
      readonly encoding: Encoding | null;
      readonly dialect: Dialect | null;
      readonly sheets: readonly Sheet[];
      readonly issues: readonly Issue[];
    }
  | Refusal;

/** Reader of one format: which contents are its own, and how their bytes become sheets. */
export interface FormatReader {
  readonly accepts: (content: Content) => boolean;
  readonly read: (
    bytes: Uint8Array,
    content: Content,
    options: FormatOptions,
  ) => Promise<FormatReading>;
}
