/** One file that the system hands to the app when a person opens it on the desktop. */
interface Launched {
  readonly files?: readonly { getFile(): Promise<File> }[];
}

interface LaunchQueue {
  setConsumer(consumer: (launched: Launched) => void): void;
}

/**
 * Receives the files with which the installed app is opened from the desktop, where the browser offers that; a file that
 * cannot be had any more is passed over and told.
 */
export function receiveLaunched(
  onfiles: (files: readonly File[]) => void,
  onlost: (cause: unknown) => void,
): void {
  const { launchQueue } = globalThis as { readonly launchQueue?: LaunchQueue };
  launchQueue?.setConsumer((launched) => {
    void open(launched.files ?? [], onlost).then((files) => {
      if (files.length > 0) onfiles(files);
    });
  });
}

async function open(
  handles: NonNullable<Launched['files']>,
  onlost: (cause: unknown) => void,
): Promise<readonly File[]> {
  const opened = await Promise.allSettled(handles.map((handle) => handle.getFile()));
  const lost = opened.find((one) => one.status === 'rejected');
  if (lost) onlost(lost.reason);
  return opened.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
}
