import { mostOf, timeFields, type PivotField, type PivotSpec } from '#lib/analysis/pivot.ts';
import { dimensions, flowDimensions, type Grain } from '#lib/model/dimension.ts';
import type { Clause, Selection } from '#lib/model/selection.ts';
import type { Programme } from '#lib/model/programme.ts';
import { measures, type MeasureId } from '#lib/measures/registry.ts';
import { isGrain, timeOf } from '#lib/programme/time.ts';
import { readClause, writeClause } from './choices.ts';

/** Which groups are open: all or none of them but those named. */
export interface Folding {
  readonly open: boolean;
  readonly except: readonly string[];
}

/** Which measures are shaded by their numbers: none, those that are no counts, or all. */
export const shadings = ['none', 'rates', 'all'] as const;

/** What an analyst chose in a pivot; `period` is a period's id, null for the latest; `year` narrows fields of time. */
export interface PivotChoices {
  readonly measures: readonly MeasureId[];
  readonly rows: readonly PivotField[];
  readonly columns: readonly PivotField[];
  readonly selection: Selection;
  readonly grain: Grain;
  readonly period: string | null;
  readonly year: number | null;
  readonly n: boolean;
  readonly interval: boolean;
  readonly shading: (typeof shadings)[number];
  /** The column by which the rows are ordered. */
  readonly order: { readonly column: string; readonly descending: boolean } | null;
  readonly openRows: Folding;
  readonly openColumns: Folding;
}

const allOpen: Folding = { open: true, except: [] };

/** What is shown before anything is chosen. */
export const defaultPivot: PivotChoices = {
  measures: ['M01', 'M04'],
  rows: ['block', 'direction'],
  columns: ['year'],
  selection: [],
  grain: 'term',
  period: null,
  year: null,
  n: false,
  interval: false,
  shading: 'rates',
  order: null,
  openRows: allOpen,
  openColumns: allOpen,
};

const fields: readonly string[] = [...dimensions, ...flowDimensions, ...timeFields];
const longest = 300;
const mostNamed = 300;

function listOf(text: string): string[] {
  return text === '' ? [] : text.split(',');
}

function isField(text: string): text is PivotField {
  return fields.includes(text);
}

function isMeasure(text: string): text is MeasureId {
  return Object.hasOwn(measures, text);
}

/** Reads names apart by commas that are all known, all different and not too many; null where they are not. */
function readNames<T extends string>(
  text: string,
  isKnown: (name: string) => name is T,
  most: number,
): T[] | null {
  const names = listOf(text);
  const known = names.filter(isKnown);
  const isSound = known.length === names.length && new Set(known).size === known.length;
  return isSound && known.length <= most ? known : null;
}

function readFolding(text: string): Folding | null {
  if (text === 'none') return { open: false, except: [] };
  try {
    const [open, ...except] = JSON.parse(text) as unknown[];
    const isSound =
      typeof open === 'boolean' &&
      except.length <= mostNamed &&
      except.every((one) => typeof one === 'string' && one.length <= longest);
    return isSound ? { open, except: except as string[] } : null;
  } catch {
    return null;
  }
}

function writeFolding({ open, except }: Folding): string {
  return !open && except.length === 0 ? 'none' : JSON.stringify([open, ...except]);
}

function readOrder(text: string): PivotChoices['order'] {
  const [, sign, column] = /^([+-])(.+)$/.exec(text) ?? [];
  return column === undefined || column.length > longest
    ? null
    : { column, descending: sign === '-' };
}

/** Whether a group is open. */
export function isOpen({ open, except }: Folding, id: string): boolean {
  return except.includes(id) !== open;
}

/** The folding in which one group is turned over. */
export function turnFold(folding: Folding, id: string): Folding {
  const { open, except } = folding;
  const others = except.filter((one) => one !== id);
  return {
    open,
    except: others.length < except.length ? others : [...except, id].slice(-mostNamed),
  };
}

/** Choices read from an address, with the parts of it that mean nothing. */
export interface PivotReading {
  readonly choices: PivotChoices;
  readonly unknown: readonly string[];
}

/** Reads an address: whatever it does not say, or says wrongly, is the default. */
export function readPivot(parameters: URLSearchParams): PivotReading {
  const unknown: string[] = [];
  const choices: { -readonly [K in keyof PivotChoices]: PivotChoices[K] } = { ...defaultPivot };
  const selection: Clause[] = [];
  const readers: Record<string, (value: string) => Partial<PivotChoices> | null> = {
    measures: (value) => {
      const names = readNames(value, isMeasure, mostOf.measures);
      return names && names.length > 0 ? { measures: names } : null;
    },
    rows: (value) => {
      const rows = readNames(value, isField, mostOf.rows);
      return rows && { rows };
    },
    columns: (value) => {
      const columns = readNames(value, isField, mostOf.columns);
      return columns && { columns };
    },
    grain: (value) => (isGrain(value) ? { grain: value } : null),
    period: (value) => (/^[\w/-]{1,20}$/.test(value) ? { period: value } : null),
    year: (value) => (/^\d{4}$/.test(value) ? { year: Number(value) } : null),
    n: (value) => (value === '1' ? { n: true } : null),
    interval: (value) => (value === '1' ? { interval: true } : null),
    shading: (value) => {
      const shading = shadings.find((one) => one === value);
      return shading ? { shading } : null;
    },
    order: (value) => {
      const order = readOrder(value);
      return order && { order };
    },
    'open-rows': (value) => {
      const openRows = readFolding(value);
      return openRows && { openRows };
    },
    'open-columns': (value) => {
      const openColumns = readFolding(value);
      return openColumns && { openColumns };
    },
  };
  for (const [key, value] of parameters) {
    const read = Object.hasOwn(readers, key) ? readers[key] : undefined;
    const change = read?.(value) ?? null;
    const clause = read ? null : readClause(key, value);
    if (change) Object.assign(choices, change);
    else if (clause) selection.push(clause);
    else unknown.push(`${key}=${value}`);
  }
  choices.selection = selection;
  const twice = choices.columns.filter((field) => choices.rows.includes(field));
  if (twice.length > 0) {
    if (parameters.has('columns')) unknown.push(`columns=${twice.join(',')}`);
    choices.columns = choices.columns.filter((field) => !twice.includes(field));
  }
  return { choices, unknown };
}

/** Writes choices as an address that holds only what differs from the default. */
export function writePivot(choices: PivotChoices): URLSearchParams {
  const parameters = new URLSearchParams();
  const set = (key: string, value: string, former: string) => {
    if (value !== former) parameters.set(key, value);
  };
  const { order, period, year } = choices;
  set('measures', choices.measures.join(','), defaultPivot.measures.join(','));
  set('rows', choices.rows.join(','), defaultPivot.rows.join(','));
  set('columns', choices.columns.join(','), defaultPivot.columns.join(','));
  set('grain', choices.grain, defaultPivot.grain);
  set('shading', choices.shading, defaultPivot.shading);
  set('open-rows', writeFolding(choices.openRows), writeFolding(allOpen));
  set('open-columns', writeFolding(choices.openColumns), writeFolding(allOpen));
  if (period !== null) parameters.set('period', period);
  if (year !== null) parameters.set('year', String(year));
  if (choices.n) parameters.set('n', '1');
  if (choices.interval) parameters.set('interval', '1');
  if (order) parameters.set('order', `${order.descending ? '-' : '+'}${order.column}`);
  for (const clause of choices.selection) parameters.append(...writeClause(clause));
  return parameters;
}

/** Puts a field at a place on an axis, from wherever it stands; null takes it away. Null where the axis is full. */
export function placeField(
  { rows, columns }: Pick<PivotChoices, 'rows' | 'columns'>,
  field: PivotField,
  to: { readonly axis: 'rows' | 'columns'; readonly at: number } | null,
): Pick<PivotChoices, 'rows' | 'columns'> | null {
  const without = (list: readonly PivotField[]) => list.filter((one) => one !== field);
  const next = { rows: without(rows), columns: without(columns) };
  if (!to) return next;
  const list = next[to.axis];
  if (list.length >= mostOf[to.axis]) return null;
  return { ...next, [to.axis]: list.toSpliced(Math.max(0, to.at), 0, field) };
}

/** What a pivot of these choices asks; `latest` is the last period of which anything is recorded. */
export function specOf(choices: PivotChoices, programme: Programme, latest: number): PivotSpec {
  const { measures: chosen, rows, columns, selection, grain, year } = choices;
  const named = programme.periods.findIndex(({ id }) => id === choices.period);
  const period = named < 0 ? latest : named;
  const time = timeOf(programme, grain, period);
  return { measures: chosen, rows, columns, selection, grain, time, within: year };
}
