import { readFile, stat } from 'node:fs/promises';
import { openFile } from '#lib/ingest/reading.ts';
import { recordKinds, type RecordSet } from '#lib/ingest/record.ts';
import type { Issue } from '#lib/model/issue.ts';
import type { Programme } from '#lib/model/programme.ts';
import { refusalOf } from '../check/checked-issue.ts';
import { membersOf, type Member } from '../check/members.ts';

/** A spreadsheet whose records were read; `modified` is in milliseconds since 1970. */
export interface ReadFile {
  /** Its path, or its place in a parcel. */
  readonly file: string;
  readonly name: string;
  readonly sha256: string;
  readonly modified: number;
  readonly records: RecordSet;
  readonly accepted: number;
  readonly quarantined: number;
}

/** Why a file gives no records: it was refused, a workbook of quarantined rows came back, or nothing in it was understood. */
export interface UnreadFile {
  readonly file: string;
  readonly reason: Issue | 'returned' | 'nothing';
}

/** The files that were given, each content once, in the order of their names, and those of them that give nothing. */
export interface Reading {
  readonly files: readonly ReadFile[];
  readonly unread: readonly UnreadFile[];
}

function causeOf(thrown: unknown): string {
  if (thrown instanceof Error && 'code' in thrown) return String(thrown.code);
  return thrown instanceof Error ? thrown.message : String(thrown);
}

async function readMember(
  { file, name, bytes, refusal }: Member,
  modified: number,
  programme: Programme,
): Promise<ReadFile | UnreadFile> {
  if (refusal) return { file, reason: refusal };
  const { reading, records } = await openFile(
    { name, bytes, modified },
    { programme, recipes: [] },
  );
  if (reading.refusal) return { file, reason: reading.refusal };
  if (reading.returned) return { file, reason: 'returned' };
  const accepted = recordKinds.reduce((sum, kind) => sum + (records[kind]?.row.length ?? 0), 0);
  if (accepted === 0) return { file, reason: 'nothing' };
  const quarantined = reading.tables.reduce((sum, { counts }) => sum + counts.quarantined, 0);
  const { sha256 } = reading.source;
  return { file, name, sha256, modified, records, accepted, quarantined };
}

async function readPath(path: string, programme: Programme): Promise<(ReadFile | UnreadFile)[]> {
  const read: (ReadFile | UnreadFile)[] = [];
  try {
    const modified = (await stat(path)).mtimeMs;
    const bytes = new Uint8Array(await readFile(path));
    for (const member of membersOf(path, bytes)) {
      read.push(await readMember(member, modified, programme));
    }
    return read;
  } catch (thrown) {
    return [...read, { file: path, reason: refusalOf('file-unreadable', causeOf(thrown)) }];
  }
}

/**
 * Reads files as the app does, by a programme and without anybody's decisions. They come in the order of their names, so that
 * the same files make the same snapshot however they are given.
 */
export async function readFiles(paths: readonly string[], programme: Programme): Promise<Reading> {
  const files = new Map<string, ReadFile>();
  const unread: UnreadFile[] = [];
  for (const path of paths) {
    for (const one of await readPath(path, programme)) {
      if ('reason' in one) unread.push(one);
      else if (!files.has(one.sha256)) files.set(one.sha256, one);
    }
  }
  const order = ({ name, sha256 }: ReadFile) => `${name}\n${sha256}`;
  const sorted = [...files.values()].sort((a, b) => (order(a) < order(b) ? -1 : 1));
  return { files: sorted, unread };
}
