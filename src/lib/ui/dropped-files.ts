/** A file that a person gave, with its path inside the folder that was given, or its name alone. */
export interface DroppedFile {
  readonly file: File;
  readonly path: string;
}

/** Files of an input element; those of a chosen folder keep their paths. */
export function fromList(list: FileList | readonly File[]): DroppedFile[] {
  return [...list].map((file) => ({ file, path: file.webkitRelativePath || file.name }));
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return all;
    all.push(...some);
  }
}

async function walk(entry: FileSystemEntry): Promise<DroppedFile[]> {
  if (entry.isFile) {
    const file = await fileOf(entry as FileSystemFileEntry);
    return [{ file, path: entry.fullPath.replace(/^\//, '') }];
  }
  const found: DroppedFile[] = [];
  for (const inner of await entriesOf(entry as FileSystemDirectoryEntry)) {
    found.push(...(await walk(inner)));
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** All files of a drop or a paste, those inside folders too; must be called before the event is over. */
export async function fromTransfer(transfer: DataTransfer): Promise<DroppedFile[]> {
  const loose = fromList(transfer.files);
  const entries = [...transfer.items]
    .filter((item) => item.kind === 'file')
    .map((item) => item.webkitGetAsEntry());
  if (entries.length === 0 || entries.some((entry) => entry === null)) return loose;
  const found: DroppedFile[] = [];
  for (const entry of entries) if (entry) found.push(...(await walk(entry)));
  return found;
}
