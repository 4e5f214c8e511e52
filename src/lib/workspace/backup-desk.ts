import { BackupRestoring } from './backup-restoring.svelte.ts';
import { BackupSaving } from './backup-saving.svelte.ts';
import type { Workspace } from './workspace.svelte.ts';

/** The backup that is being saved and the one that is being restored. */
export interface BackupDesk {
  readonly saving: BackupSaving;
  readonly restoring: BackupRestoring;
}

const desks = new WeakMap<Workspace, BackupDesk>();

/** The desk of a workspace: it goes on while other screens are looked at, and keeps what can be undone. */
export function backupDeskOf(workspace: Workspace): BackupDesk {
  let desk = desks.get(workspace);
  if (!desk) {
    desk = { saving: new BackupSaving(workspace), restoring: new BackupRestoring(workspace) };
    desks.set(workspace, desk);
  }
  return desk;
}
