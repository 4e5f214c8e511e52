import type { SandboxAnswer, SandboxColumn } from '#lib/engine/sandbox.ts';
import type { PictureChoice, PictureKind } from './console-look.ts';
import { isNumeric, kindOf } from './console-values.ts';

/** Columns whose numbers name something: there is nothing to draw of them. */
const naming = /^(school_year|year|term|period|grade|month|day|week|rank|\w*_?id|person|event)$/i;
const yearly = /^(school_year|year)$/i;

/** A series is told apart from so many others at most. */
const mostSeries = 24;

function isMeasured({ name, type }: SandboxColumn): boolean {
  return isNumeric(kindOf(type)) && !naming.test(name);
}

function isDated({ type }: SandboxColumn): boolean {
  const kind = kindOf(type);
  return kind === 'date' || kind === 'moment';
}

/** The columns whose numbers can be drawn; those that name something only where there are no others. */
export function numberColumns({ columns }: SandboxAnswer): SandboxColumn[] {
  const measured = columns.filter(isMeasured);
  return measured.length > 0 ? measured : columns.filter(({ type }) => isNumeric(kindOf(type)));
}

/** What can stand along the axis: a school year with its term, and every single column. */
export function axisChoices({ columns }: SandboxAnswer): (readonly string[])[] {
  const names = columns.map(({ name }) => name);
  const hasTerms = names.includes('school_year') && names.includes('term');
  return [
    ...(hasTerms ? [['school_year', 'term'] as const] : []),
    ...names.map((name) => [name] as const),
  ];
}

/** Whether what stands along the axis follows one another in time. */
export function isSequence({ columns }: SandboxAnswer, x: readonly string[]): boolean {
  const found = columns.filter(({ name }) => x.includes(name));
  return found.some((column) => isDated(column) || yearly.test(column.name));
}

function distinct({ values }: SandboxColumn, length: number): number {
  const found = new Set<unknown>();
  for (let row = 0; row < length; row += 1) found.add(values[row]);
  return found.size;
}

/** Whether each place has one row at most. */
function isUnique(columns: readonly SandboxColumn[], length: number): boolean {
  const seen = new Set<string>();
  for (let row = 0; row < length; row += 1) {
    const name = JSON.stringify(columns.map(({ values }) => values[row]));
    if (seen.has(name)) return false;
    seen.add(name);
  }
  return true;
}

function axisOf(answer: SandboxAnswer, y: string): readonly string[] | null {
  const others = answer.columns.filter(({ name }) => name !== y);
  const [terms] = axisChoices(answer);
  if (terms && terms.length > 1) return terms;
  const dated = others.find(isDated) ?? others.find(({ name }) => yearly.test(name));
  const named = others.find(({ type }) => kindOf(type) === 'text');
  const found = dated ?? named ?? others.find((column) => !isMeasured(column)) ?? others[0];
  return found ? [found.name] : null;
}

/** The kinds of pictures that columns make: several series are needed to be stacked, set side by side or put in a matrix. */
export function kindsFor({ by }: Pick<PictureChoice, 'by'>): readonly PictureKind[] {
  return by === null ? ['trend', 'bars'] : ['trend', 'bars', 'stacked', 'multiples', 'matrix'];
}

/** The picture that columns suggest by their types and names; null where there is no number or nothing to set it against. */
export function suggestPicture(answer: SandboxAnswer): PictureChoice | null {
  const y = numberColumns(answer).at(-1);
  const x = y && axisOf(answer, y.name);
  if (!y || !x || answer.length === 0) return null;
  const along = answer.columns.filter(({ name }) => x.includes(name));
  const rest = answer.columns.filter((column) => !along.includes(column) && !isMeasured(column));
  const by = isUnique(along, answer.length)
    ? null
    : (rest.find(
        (column) =>
          column !== y &&
          distinct(column, answer.length) <= mostSeries &&
          isUnique([...along, column], answer.length),
      )?.name ?? null);
  const steps = new Set(
    Array.from({ length: answer.length }, (_, row) =>
      JSON.stringify(along.map(({ values }) => values[row])),
    ),
  );
  const kind = isSequence(answer, x) && steps.size > 1 ? 'trend' : 'bars';
  return { kind, x, y: y.name, by };
}

/** The chosen picture where the answer has its columns, else the suggested one. */
export function fitPicture(
  answer: SandboxAnswer,
  choice: PictureChoice | null,
): PictureChoice | null {
  if (!choice) return suggestPicture(answer);
  const has = (name: string) => answer.columns.some((column) => column.name === name);
  const isNumber = numberColumns(answer).some(({ name }) => name === choice.y);
  const fits = isNumber && choice.x.every(has) && (choice.by === null || has(choice.by));
  if (!fits) return suggestPicture(answer);
  return kindsFor(choice).includes(choice.kind) ? choice : { ...choice, kind: 'bars' };
}
