import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { openFile } from '#lib/ingest/reading.ts';
import type { Issue } from '#lib/model/issue.ts';
import { defaultProgramme } from '#lib/programme/default.ts';
import { openParcel } from '#lib/sheets/parcel.ts';
import { readSheets } from '#lib/sheets/read.ts';
import type { CheckedFile } from './checked-file.ts';
import { refusedFile } from './checked-issue.ts';
import { describeFile } from './describe.ts';

/** One spreadsheet by its own path or by its place in a parcel. */
export interface Member {
  readonly file: string;
  /** Its name as the app would know it. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Why it cannot be opened, where that is known already. */
  readonly refusal: Issue | null;
}

/** SHA-256 of bytes in hexadecimal. */
export function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The spreadsheets that a file holds: itself, or the members of a parcel. */
export function membersOf(path: string, bytes: Uint8Array): readonly Member[] {
  const own = basename(path);
  const itself = { file: path, name: own, bytes, refusal: null };
  const parcel = openParcel(bytes, own);
  if (parcel === null) return [itself];
  if (!parcel.ok) return [{ ...itself, refusal: parcel.issue }];
  const folder = path.slice(0, path.length - own.length);
  return parcel.members.map(({ name, bytes: inside }) => ({
    file: folder + name,
    name,
    bytes: inside,
    refusal: null,
  }));
}

/**
 * Reads one spreadsheet as the app does, with the default programme and no recipes. A workbook that opens but holds no table
 * is no refusal here: its sheets are listed without tables. `modified` is in milliseconds since 1970.
 */
export async function checkMember(
  member: Member,
  modified: number,
  withRows: boolean,
): Promise<CheckedFile> {
  const { file, name, bytes } = member;
  if (member.refusal) return refusedFile(file, digest(bytes), member.refusal);
  const open = await openFile(
    { name, bytes, modified },
    { programme: defaultProgramme, recipes: [] },
  );
  const { reading } = open;
  if (reading.refusal?.code === 'file-no-table') {
    const read = await readSheets(bytes, name);
    if (read.ok && read.format !== 'delimited') {
      const { format, encoding, dialect, issues, sheets } = read;
      const empty = { ...reading, format, encoding, dialect, issues, refusal: null };
      return describeFile(file, { ...open, reading: empty, sheets }, withRows);
    }
  }
  return describeFile(file, open, withRows);
}
