import { readDate } from '#lib/sheets/values/date.ts';
import { readNumber } from '#lib/sheets/values/number.ts';
import { readText } from '#lib/sheets/values/text.ts';
import { dayOf } from '../day.ts';
import type { FieldId } from '../fields/catalogue.ts';
import { foldHeading } from '../fields/heading.ts';
import { scoreHeading } from '../fields/likeness.ts';
import type { TablePlan } from './kind.ts';
import { readMark, type MarkNumbers } from './marks.ts';
import { personFields } from './person-part.ts';
import type { Span } from './row-reader.ts';

/** A column headed by an event, whose cells mark who took part. */
export interface MarkColumn {
  readonly position: number;
  readonly column: number;
  /** Null where the heading is no more than a time of the event that the texts around the table name. */
  readonly title: string | null;
  readonly span: Span | null;
  readonly term: number | null;
  readonly level: string | null;
}

/** A sheet with pupils down and events across. */
export interface MarkSheet {
  readonly columns: readonly MarkColumn[];
  readonly numbers: MarkNumbers;
}

/** Fields whose columns may in truth be events with marks below them. */
const doubtful: readonly (FieldId | null)[] = [
  null,
  'event_name',
  'event_kind',
  'club',
  'stage',
  'event_date',
  'event_level',
  'attendance',
  'note',
  'team',
  'n_winners',
  'n_prize',
  'n_participants',
  'organiser',
  'hours',
  'wave',
  'term',
  'result',
  'role',
  'venue',
  'direction',
  'partner',
];

/** How the numbers of some columns are meant; null where they are no marks. */
function judgeNumbers(plan: TablePlan, positions: readonly number[]): MarkNumbers | null {
  if (/(?<!\p{L})час|hours/u.test(plan.words)) return 'hours';
  let most = 0;
  let whole = true;
  for (const row of plan.table.rows.slice(0, 400))
    for (const position of positions) {
      const value = readNumber(row.cells[position] ?? null)?.value ?? 0;
      most = Math.max(most, value);
      whole &&= Number.isInteger(value);
    }
  if (most <= 1) return 'presence';
  return whole && most <= 3 ? 'place' : null;
}

/** Shares of a column's cells that are filled and, of those, that are marks. */
function shareOfMarks(plan: TablePlan, position: number, numbers: MarkNumbers) {
  let filled = 0;
  let marks = 0;
  for (const row of plan.table.rows.slice(0, 400)) {
    const cell = row.cells[position] ?? null;
    if (readText(cell) === null) continue;
    filled += 1;
    if (readMark(cell, numbers, plan.lexicon) !== null) marks += 1;
  }
  return { filled, share: filled === 0 ? 0 : marks / filled };
}

/** Reads the heading of a column of marks: its event, the days and the level that stand beside the name. */
function readEventHeading(
  plan: TablePlan,
  position: number,
): Omit<MarkColumn, 'position' | 'column'> {
  const heading = plan.table.columns[position]?.heading ?? '';
  const year = plan.context.schoolYear;
  const hint = year === null ? {} : { year, firstMonth: 8 };
  let span: Span | null = null;
  const title: string[] = [];
  for (const piece of heading.split(/\s\/\s|[()\n]|,(?=\s*\d)|\s(?=\d{1,2}\.\d{1,2})/)) {
    const text = piece.trim();
    const reading = text === '' ? null : readDate(text, hint);
    if (reading && reading.kind !== 'impossible')
      span = {
        starts: dayOf(reading.starts),
        ends: dayOf(reading.ends),
        exact: reading.kind !== 'month',
      };
    else if (text !== '' && (title.length === 0 || plan.lexicon.level(text) === null))
      title.push(text);
  }
  const meaning = plan.meanings[position];
  const name = title.join(' / ');
  const bare = !/\p{L}{3}/u.test(name) || (meaning?.term ?? null) !== null;
  return {
    title: bare ? null : name,
    span,
    term: meaning?.term ?? null,
    level: meaning?.level ?? null,
  };
}

const speaking =
  /участ|меропри|конкурс|олимпиад|достиж|активност|внеуроч|занятост|событ|фестивал|соревнован|экскурс|акци|посещ|волонт|particip|event|activit|achiev/;

/** How many of the headings speak of events, as a share. */
function shareOfEvents(columns: readonly MarkColumn[]): number {
  const named = columns.filter(
    ({ title, span }) =>
      span !== null ||
      (title !== null &&
        (/[«"“]/.test(title) ||
          (scoreHeading(title).get('event_name') ?? 0) > 0.4 ||
          speaking.test(foldHeading(title)))),
  );
  return named.length / columns.length;
}

function searchMarks(plan: TablePlan): MarkSheet | null {
  const positions = plan.matches.flatMap(({ field, heading, confidence, score, position }) => {
    const loose = score < 0.6 && (field === null || !personFields.includes(field));
    const open = (doubtful.includes(field) || loose) && confidence !== 'recipe';
    const ordinal =
      (plan.holdings[position]?.share.ordinal ?? 0) === 1 &&
      (plan.holdings[position]?.filled ?? 0) > 2;
    const total = /^(?:итого|всего|сумма|total|процент|%)/.test(foldHeading(heading));
    const asked = /\?|(?<!\p{L})(?:я|мне|мой|моя|мо[её]|мы|нам|нас|i|my|we)(?!\p{L})/iu.test(
      heading,
    );
    return open && heading !== '' && !ordinal && !total && !asked && position < plan.holdings.length
      ? [position]
      : [];
  });
  const numeric = positions.filter(
    (position) => (plan.holdings[position]?.share.number ?? 0) > 0.5,
  );
  const numbers = judgeNumbers(plan, numeric);
  if (numbers === null) return null;
  const marked = positions.filter((position) => {
    const { filled, share } = shareOfMarks(plan, position, numbers);
    return filled > 0 && share >= 0.9;
  });
  const titled = plan.matches.some(
    ({ field, position }) =>
      (field === 'event_name' || field === 'club') && !marked.includes(position),
  );
  if (titled || marked.length < 2) return null;
  const columns = marked
    .map((position) => ({
      position,
      column: plan.matches[position]?.column ?? position,
      ...readEventHeading(plan, position),
    }))
    .filter(
      ({ title, span, term }) =>
        title !== null || (plan.context.event !== null && (span ?? term) !== null),
    );
  if (columns.length < 2) return null;
  const said = speaking.test(plan.words) || plan.context.event !== null;
  const named = shareOfEvents(columns) >= 0.5;
  return named || (said && numbers !== 'place') ? { columns, numbers } : null;
}

const found = new WeakMap<TablePlan, { readonly sheet: MarkSheet | null }>();

/** The columns of marks of a table of pupils; null where it has fewer than two, or nothing says that they are events. */
export function findMarks(plan: TablePlan): MarkSheet | null {
  const known = found.get(plan) ?? { sheet: searchMarks(plan) };
  found.set(plan, known);
  return known.sheet;
}
