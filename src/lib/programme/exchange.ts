import type { Programme } from '#lib/model/programme.ts';
import { issue, type ProgrammeIssue } from './issue.ts';
import { faultOf } from './json-fault.ts';
import { parseProgramme, type ParsedProgramme } from './schema.ts';

const mostKilobytes = 1024;

/** A programme as indented JSON text that `readProgramme` reads back. */
export function writeProgramme(programme: Programme): string {
  return `${JSON.stringify(programme, null, 2)}\n`;
}

/** The programme in a JSON text of at most one mebibyte, or what is wrong: the line, or the place within the programme. */
export function readProgramme(text: string): ParsedProgramme {
  if (text.length > mostKilobytes * 1024) {
    return { ok: false, issues: [issue([], 'too-large', { most: mostKilobytes })] };
  }
  const bare = text.replace(/^\uFEFF/, '');
  let value: unknown;
  try {
    value = JSON.parse(bare);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { ok: false, issues: [locate(bare)] };
  }
  return parseProgramme(value);
}

function locate(text: string): ProgrammeIssue {
  const offset = faultOf(text);
  if (offset === text.length) return issue([], 'json-syntax');
  const before = text.slice(0, offset).split('\n');
  const column = (before.at(-1)?.length ?? 0) + 1;
  return issue([], 'json-syntax', { line: before.length, column });
}
