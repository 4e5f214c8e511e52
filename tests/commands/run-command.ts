import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Runs one of the project's commands as a person would and gives what it printed. */
export function runCommand(command: 'check' | 'corpus' | 'report', ...words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'src', 'commands', `${command}.js`), ...words],
    { encoding: 'utf8', maxBuffer: 1 << 26 },
  );
  return { status, stdout, stderr };
}

/** A folder of its own with these files in it; `remove` takes it away again. */
export function makeFolder(files: Readonly<Record<string, string | Uint8Array>>) {
  const folder = mkdtempSync(join(tmpdir(), 'dinamika-'));
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
