import * as v from 'valibot';
import type { Programme } from '#lib/model/programme.ts';
import { checkCalendar } from './check-calendar.ts';
import { checkLists } from './check-lists.ts';
import { completeFields } from './complete.ts';
import { issue, type ProgrammeIssue } from './issue.ts';
import { programmeShape, translate } from './shape.ts';

/** A valid programme, or everything that is wrong with what was given. */
export type ParsedProgramme =
  | { readonly ok: true; readonly programme: Programme }
  | { readonly ok: false; readonly issues: readonly ProgrammeIssue[] };

const mostIssues = 50;

/** Checks a value of unknown origin: its shape first and, when that stands, what its parts say of each other; unknown fields are dropped, and rules that did not exist when it was saved are the defaults. */
export function parseProgramme(value: unknown): ParsedProgramme {
  if (!isGroup(value) || !('version' in value)) {
    return { ok: false, issues: [issue([], 'not-programme')] };
  }
  if (value['version'] !== 1) {
    const version = String(value['version']).slice(0, 40);
    return { ok: false, issues: [issue(['version'], 'version-unknown', { version })] };
  }
  const shaped = v.safeParse(programmeShape, completeFields(value));
  const issues = shaped.success
    ? [...checkLists(shaped.output), ...checkCalendar(shaped.output.periods)]
    : shaped.issues.map(translate);
  if (shaped.success && issues.length === 0) return { ok: true, programme: shaped.output };
  const rest = issues.length - mostIssues;
  return {
    ok: false,
    issues:
      rest > 0 ? [...issues.slice(0, mostIssues), issue([], 'too-many', { count: rest })] : issues,
  };
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
