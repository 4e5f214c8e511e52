import { EngineUnavailable } from '#lib/engine/engine-unavailable.ts';
import { JournalError } from '#lib/journal/journal-error.ts';

/** How deep the causes of a fault are followed, and how many places of the program are told. */
const deepest = 4;
const mostPlaces = 3;

function nameOf(cause: unknown): string {
  if (cause instanceof JournalError) return `journal-${cause.fault}`;
  if (cause instanceof EngineUnavailable) return `engine-${cause.reason}`;
  if (cause instanceof DOMException) return `browser-${cause.name}`;
  if (!(cause instanceof Error)) return typeof cause;
  // The engine begins its messages with the kind of the fault; what follows may quote the data.
  const [kind] = /^[A-Z][A-Za-z-]+(?: [A-Z][A-Za-z-]+)* Error(?=:)/.exec(cause.message) ?? [];
  return kind === undefined
    ? cause.name
    : `duckdb-${kind.replace(/ Error$/, '').replace(/ /g, '')}`;
}

/** The kinds of a fault and of its causes, without a word of what it was about: no names, no values, no addresses. */
export function codeOf(cause: unknown): string {
  const names: string[] = [];
  let one = cause;
  while (one !== undefined && one !== null && names.length < deepest) {
    names.push(nameOf(one));
    one = one instanceof Error ? one.cause : undefined;
  }
  return names.length === 0 ? 'unknown' : names.join(' ← ');
}

/** Where in the program a fault arose: files of the app with line and column, the innermost first. */
export function placesOf(cause: unknown): readonly string[] {
  const stack = cause instanceof Error ? (cause.stack ?? '') : '';
  const frames = stack.matchAll(/([\w.-]+\.(?:svelte|ts|js|mjs))(?:\?[^:\s)]*)?:(\d+):(\d+)/g);
  return Array.from(frames, ([, file, line, column]) => `${file}:${line}:${column}`).slice(
    0,
    mostPlaces,
  );
}
