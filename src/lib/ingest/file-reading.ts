import type { Issue } from '#lib/model/issue.ts';
import type { Dialect } from '#lib/model/sheet.ts';
import type { Encoding } from '#lib/sheets/encoding.ts';
import type { Format } from '#lib/sheets/formats/registry.ts';
import type { ReturnedQuarantine } from './returned.ts';
import type { TableReading } from './table-reading.ts';

/** What a file is known by: its name, size, SHA-256 in hexadecimal and time of modification. */
export interface SourceMark {
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
  readonly modified: number;
}

/** One file as it was understood, or why it was refused; plain data. */
export interface FileReading {
  readonly source: SourceMark;
  readonly format: Format | null;
  readonly encoding: Encoding | null;
  readonly dialect: Dialect | null;
  readonly refusal: Issue | null;
  readonly issues: readonly Issue[];
  readonly tables: readonly TableReading[];
  /** What was mended in a workbook of quarantined rows that comes back; such a file has no tables of its own. */
  readonly returned: ReturnedQuarantine | null;
}

/** A file that cannot be read, as a reading. */
export function refusedReading(source: SourceMark, refusal: Issue): FileReading {
  return {
    source,
    format: null,
    encoding: null,
    dialect: null,
    refusal,
    issues: [],
    tables: [],
    returned: null,
  };
}
