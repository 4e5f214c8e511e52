/**
 * Why a file is not taken as a backup: it is none; its end is missing; something in it is not as it was written; it asks for
 * a passphrase, or for another one; it was written by a newer app; its insides are out of all measure, or are no journal;
 * this page cannot decrypt or unpack; or the file can no longer be read.
 */
export type BackupRefusal =
  | 'no-backup'
  | 'cut-short'
  | 'altered'
  | 'locked'
  | 'wrong-passphrase'
  | 'newer'
  | 'too-large'
  | 'unreadable'
  | 'no-crypto'
  | 'no-unpacking'
  | 'unopened';

/** A file is not taken as a backup; nothing was changed by it. */
export class BackupRefused extends Error {
  readonly refusal: BackupRefusal;

  constructor(refusal: BackupRefusal, cause?: unknown) {
    super(`The backup is refused: ${refusal}`, { cause });
    this.name = 'BackupRefused';
    this.refusal = refusal;
  }
}
