import { readFile, stat } from 'node:fs/promises';
import type { CheckedFile } from './checked-file.ts';
import { refusalOf, refusedFile } from './checked-issue.ts';
import { Guard } from './guard.js';
import { memoryLimit, timeLimit } from './limits.ts';
import { checkMember, digest, membersOf } from './members.ts';
import type { Report, Task } from './protocol.ts';
import { writeJson } from './write-json.ts';

const guard = new Guard();
/** Bytes that a process may have grown to and still take the next file. */
const restful = 400_000_000;

function tell(report: Report): Promise<void> {
  return new Promise((resolve, reject) => {
    process.send?.(report, undefined, undefined, (problem: Error | null) =>
      problem ? reject(problem) : resolve(),
    );
  });
}

async function hand(file: CheckedFile): Promise<void> {
  for (const bytes of writeJson(file)) await tell({ kind: 'piece', bytes });
  await tell({ kind: 'end' });
}

async function carryOut({ path, withRows, from }: Task): Promise<void> {
  let bytes: Uint8Array;
  let modified: number;
  try {
    modified = (await stat(path)).mtimeMs;
    bytes = new Uint8Array(await readFile(path));
  } catch (thrown) {
    const cause =
      thrown instanceof Error && 'code' in thrown ? String(thrown.code) : String(thrown);
    await tell({ kind: 'begin', file: path, size: 0, sha256: null, isLast: true });
    return hand(refusedFile(path, null, refusalOf('file-unreadable', cause)));
  }
  guard.allow(memoryLimit(bytes.length), timeLimit(bytes.length));
  const members = membersOf(path, bytes);
  for (const [place, member] of members.entries()) {
    if (place < from) continue;
    const { file, bytes: own } = member;
    guard.allow(memoryLimit(Math.max(own.length, bytes.length)), timeLimit(own.length));
    const isLast = place === members.length - 1;
    await tell({ kind: 'begin', file, size: own.length, sha256: digest(own), isLast });
    await hand(await checkMember(member, modified, withRows));
  }
}

async function work(task: Task): Promise<void> {
  try {
    await carryOut(task);
  } catch (thrown) {
    const cause = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
    await tell({ kind: 'failed', cause });
  }
  await tell({ kind: 'done', isTired: process.memoryUsage.rss() > restful });
}

process.on('message', (task: Task) => {
  // A report that cannot be delivered means that nobody listens any more.
  work(task).catch(() => process.exit(1));
});
process.on('disconnect', () => process.exit(0));
await tell({ kind: 'ready' });
