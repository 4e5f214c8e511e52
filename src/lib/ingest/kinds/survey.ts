import { readAbsence } from '#lib/sheets/values/absence.ts';
import { codedTable } from '#lib/sheets/coded/coded-table.ts';
import { readNumber } from '#lib/sheets/values/number.ts';
import { readText } from '#lib/sheets/values/text.ts';
import { readAgreement } from '../agreement.ts';
import type { AnyRecord } from '../record.ts';
import type { FieldId } from '../fields/catalogue.ts';
import type { Kind, TablePlan } from './kind.ts';
import { namesPeople } from './person-part.ts';

interface Item {
  readonly position: number;
  readonly column: number;
  readonly text: string;
}

interface Ends {
  readonly low: number;
  readonly high: number;
}

const answering: readonly (FieldId | null)[] = [
  null,
  'answer',
  'civic',
  'wellbeing',
  'upbringing',
  'score',
  'role',
  'wave',
  'note',
  'williams',
  'consent',
];

/** The statement itself where a form repeats its question: «Согласен ли ты: [Я горжусь лицеем]». */
function itemText(heading: string): string {
  const row = /\[([^\]]+)\]\s*$/.exec(heading)?.[1] ?? heading;
  return row.trim().replace(/\s+/g, ' ');
}

/** Columns of answers: words of agreement, or few whole numbers from 0 to 10 under a heading. */
function findItems(plan: TablePlan): Item[] {
  const found: Item[] = [];
  const formed =
    plan.fields.has('timestamp') || /анкет|опрос|удовлетвор|survey|questionn/.test(plan.words);
  for (const [position, match] of plan.matches.entries()) {
    const holding = plan.holdings[position];
    if (!holding || match.heading === '' || holding.filled === 0) continue;
    if (match.confidence === 'recipe' && !answering.slice(1).includes(match.field)) continue;
    if (!answering.includes(match.field) && match.confidence === 'exact') continue;
    const words = holding.share.agreement > 0.6;
    const open = answering.includes(match.field) || (formed && match.confidence !== 'exact');
    const numbers = holding.share.count > 0.9 && open && holding.share.ordinal < 1;
    if (!words && !(numbers && largest(plan, position) <= 10)) continue;
    found.push({ position, column: match.column, text: itemText(match.heading) });
  }
  return found;
}

/** The numbers that the cells at a position hold. */
function valuesAt({ table }: TablePlan, position: number): number[] {
  const rows = codedTable(table.rows, table.columns.length);
  const values: number[] = [];
  for (let place = 0; place < rows.length; place += 1) {
    const read = readNumber(rows.cell(place, position));
    if (read) values.push(read.value);
  }
  return values;
}

function largest(plan: TablePlan, position: number): number {
  return valuesAt(plan, position).reduce((most, value) => Math.max(most, value), 0);
}

/** The ends that an item's own words state: «(1 — очень плохое, 7 — очень хорошее)», «от 1 до 5». */
function statedEnds(text: string): Ends | null {
  const found =
    /(?:^|[^\d])([01])\s*[-–—=]\s*[^,;\d]+[,;]\s*(\d{1,2})\s*[-–—=]/.exec(text) ??
    /(?:от|from)\s*([01])\s*(?:до|to)\s*(\d{1,2})/i.exec(text);
  return found ? { low: Number(found[1]), high: Number(found[2]) } : null;
}

/** The ends of the items that state none: the title's, else the usual scale that holds all of their answers. */
function sharedEnds(plan: TablePlan, items: readonly Item[]): Ends {
  const stated = statedEnds(plan.table.title.join(' '));
  if (stated) return stated;
  let zero = false;
  let most = 0;
  for (const { position } of items) {
    most = Math.max(most, largest(plan, position));
    zero ||= valuesAt(plan, position).includes(0);
  }
  const high =
    [1, 3, 5, 7, 10].find((end) => end >= most && (zero || end >= 5 || end === most)) ?? most;
  return { low: zero ? 0 : 1, high: plan.table.rows.length > 30 && most === 4 ? 4 : high };
}

/** Anonymous questionnaires, one record an answered item. */
export const survey: Kind = {
  fields: [
    'timestamp',
    'class',
    'grade',
    'age',
    'sex',
    'email',
    'civic',
    'wellbeing',
    'upbringing',
    'event_date',
    'school_year',
    'term',
    'consent',
    'row_no',
  ],
  score(plan) {
    const items = findItems(plan);
    const asked = new Set(items.map(({ position }) => position));
    const countsEvents = plan.matches.some(
      ({ field, position }) =>
        (field === 'event_name' || field === 'n_participants') && !asked.has(position),
    );
    if (items.length === 0 || namesPeople(plan) || countsEvents) return 0;
    let score = items.length >= 3 ? 0.5 : 0.2;
    if (plan.fields.has('timestamp')) score += 0.2;
    if (/анкет|опрос|мониторинг|удовлетвор|survey|questionn/.test(plan.words)) score += 0.2;
    if (plan.context.instrument) score += 0.1;
    const worded = items.some(
      ({ position }) => (plan.holdings[position]?.share.agreement ?? 0) > 0.6,
    );
    const spoken =
      worded || plan.fields.has('timestamp') || plan.context.instrument !== null || score > 0.6;
    return spoken ? Math.min(1, score) : 0.2;
  },
  missing(plan) {
    return findItems(plan).length > 0 ? [] : [['civic', 'wellbeing', 'score']];
  },
  claims(plan) {
    return new Map(findItems(plan).map((item) => [item.position, 'answer']));
  },
  open(plan) {
    const items = findItems(plan);
    const silent = items.filter((item) => statedEnds(item.text) === null);
    const shared = sharedEnds(plan, silent);
    const endsOf = new Map(items.map((item) => [item.position, statedEnds(item.text) ?? shared]));
    let answer = 0;
    return (row) => {
      const named = row.class(false);
      const { span, schoolYear, term } = row.when(true);
      const values: { item: Item; value: number }[] = [];
      for (const item of items) {
        const cell = row.cellAt(item.position);
        const text = cell === null || readAbsence(cell) !== null ? null : readText(cell);
        if (text === null) continue;
        const number = readNumber(cell)?.value ?? null;
        const { low, high } = endsOf.get(item.position) ?? shared;
        const value =
          readAgreement(text) ??
          (number !== null && number >= low && number <= high
            ? (number - low) / (high - low || 1)
            : null);
        if (value === null) row.reportAt('answer-unknown', item.position, null, text);
        else values.push({ item, value });
      }
      if (values.length === 0 && row.issues.length === 0) return 'no-value';
      answer += 1;
      return values.map(({ item, value }): AnyRecord => ({
        kind: 'survey',
        record: {
          answer: answer - 1,
          class: named?.text ?? null,
          grade: named?.grade ?? null,
          school_year: schoolYear,
          term,
          date: span?.starts ?? null,
          instrument: row.around.instrument,
          item: item.text,
          value,
          sheet: row.table.sheetIndex,
          row: row.row,
          col: item.column,
        },
      }));
    };
  },
};
