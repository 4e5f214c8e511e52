import { SandboxRefusal, type RefusalKind, type TextPlace } from '../sandbox.ts';

const notReading = 'Expected a single SELECT statement';
const kinds: readonly (readonly [RegExp, RefusalKind])[] = [
  [/^(?:INTERNAL|FATAL) Error|^(?:RuntimeError|Error|abort)/i, 'broken'],
  [
    /Expected a single SELECT statement|SELECT INTO not supported|A CTE needs a SELECT/,
    'not-reading',
  ],
  [/^Permission Error|exists? in the \w+ extension/, 'outside'],
  [/^Out of Memory Error|failed to allocate|bad_?alloc|out of memory/i, 'memory'],
  [/^[A-Z][\w ]*? Error:/, 'sql'],
];

/** What DuckDB says without its picture of the place and without its advice to install something. */
function wordsOf(message: string): string {
  return message.replace(/\n+(?:LINE \d+:|Please try installing)[\s\S]*$/, '').trim();
}

/** The place that a message of DuckDB marks by «LINE 2: … ^» in the text that it speaks of; null where it marks none. */
export function readPlace(message: string, sql: string): TextPlace | null {
  const marked = /^(LINE (\d+): )(.*)\n( *)\^/m.exec(message);
  if (!marked) return null;
  const [, head = '', number = '', shown = '', blank = ''] = marked;
  const line = Number(number);
  const text = sql.split(/\r\n|\r|\n/)[line - 1];
  if (text === undefined) return null;
  const lead = shown.startsWith('...') && !text.startsWith('...') ? 3 : 0;
  const part = shown.slice(lead).replace(/\.\.\.$/, '');
  const start = Math.max(0, text.indexOf(part));
  const column = start + blank.length - head.length - lead;
  return { line, column: Math.max(0, Math.min(column, text.length)) + 1 };
}

/** Why a query was refused, as DuckDB's message says; the place counts only where the message speaks of the text itself. */
export function readRefusal(cause: unknown, sql: string | null): SandboxRefusal {
  const message = cause instanceof Error ? cause.message : String(cause);
  const kind = kinds.find(([pattern]) => pattern.test(message))?.[1] ?? 'broken';
  const place = sql === null ? null : readPlace(message, sql);
  return new SandboxRefusal(kind, wordsOf(message), place, cause);
}

/** Says whether a refusal is by the kind of statement: then the text is not to be looked at any further. */
export function isNotReading(cause: unknown): boolean {
  return cause instanceof Error && cause.message.includes(notReading);
}
