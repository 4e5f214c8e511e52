import type { CheckedFile } from './checked-file.ts';
import type { Outcome } from './reader.ts';

/** One object of the output back from its JSON. */
export function parseOutcome({ json }: Outcome): CheckedFile {
  return JSON.parse(Buffer.concat(json).toString('utf8')) as CheckedFile;
}
