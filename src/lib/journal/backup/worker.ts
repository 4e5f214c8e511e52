import { expose, transfer } from 'comlink';
import { BackupRefused, type BackupRefusal } from './backup-refused.ts';
import type { JournalCopy } from './journal-copy.ts';
import {
  planRestore,
  previewRestore,
  type JournalStanding,
  type RestoreMode,
  type RestorePlan,
  type RestorePreview,
} from './plan-restore.ts';
import { readBackup, type OpenedBackup } from './read-backup.ts';
import { writeBackup, type BackupWish } from './write-backup.ts';

/** What a call into the worker gives: its value, or why the file is refused. */
export type BackupOutcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: BackupRefusal };

// Whoever cancels ends the worker.
const never = new AbortController().signal;
const interval = 50;
let opened: OpenedBackup | null = null;

async function attempt<T>(work: () => T | Promise<T>): Promise<BackupOutcome<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (cause) {
    if (cause instanceof BackupRefused) return { ok: false, refusal: cause.refusal };
    throw cause;
  }
}

function throttled(report: (fraction: number) => void): (fraction: number) => void {
  let last = -Infinity;
  return (fraction) => {
    const now = performance.now();
    if (now - last < interval && fraction < 1) return;
    last = now;
    report(fraction);
  };
}

function current(): OpenedBackup {
  if (!opened) throw new Error('No backup is open');
  return opened;
}

const api = {
  write(
    copy: JournalCopy,
    wish: BackupWish,
    sink: (bytes: Uint8Array) => Promise<void>,
    report: (fraction: number) => void,
  ): Promise<BackupOutcome<void>> {
    const give = (bytes: Uint8Array) => sink(transfer(bytes, [bytes.buffer as ArrayBuffer]));
    return attempt(() => writeBackup(copy, wish, give, throttled(report), never));
  },

  open(
    file: Blob,
    passphrase: string | null,
    report: (fraction: number) => void,
  ): Promise<BackupOutcome<void>> {
    opened = null;
    return attempt(async () => {
      opened = await readBackup(file, passphrase, throttled(report), never);
    });
  },

  preview: (here: JournalStanding): RestorePreview => previewRestore(here, current()),

  plan: (here: JournalStanding, mode: RestoreMode): RestorePlan =>
    planRestore(here, current(), mode),
};

/** The calls that the worker answers. */
export type BackupWorkerApi = typeof api;

expose(api);
