import { readdirSync } from 'node:fs';
import { run as start, say } from '../../src/commands/install.js';

/**
 * @typedef {{ name: string, run: (report: (line: string) => void) => Promise<void> }} FaultRun
 */

const words = process.argv.slice(2);
const asked = words.filter((word) => !word.startsWith('--'));
const files = readdirSync(new URL('.', import.meta.url))
  .filter((file) => file.endsWith('.fault.js'))
  .filter((file) => asked.length === 0 || asked.some((word) => file.startsWith(word)));

// A build that stands already serves as well: `--built`.
if (!words.includes('--built') && !start('npm', ['run', '--silent', 'build'])) process.exit(1);

/** @type {string[]} */
const failed = [];
for (const file of files) {
  const { name, run } = /** @type {FaultRun} */ (await import(new URL(file, import.meta.url).href));
  say(name);
  try {
    await run((line) => console.log(`  ${line}`));
  } catch (problem) {
    failed.push(file);
    console.error(problem);
  }
}
say(failed.length === 0 ? `All ${files.length} fault runs passed` : `Failed: ${failed.join(', ')}`);
process.exit(failed.length === 0 ? 0 : 1);
