import type { Comparison, Question } from '#lib/analysis/question.ts';
import { dimensions, flowDimensions, type Dimension, type Grain } from '#lib/model/dimension.ts';
import type { Clause, Selection } from '#lib/model/selection.ts';
import { measures, type MeasureId } from '#lib/measures/registry.ts';
import { isGrain } from '#lib/programme/time.ts';
import { defaultBy, views, type View } from './views.ts';

/** What the analyst chose to look at; `period` is a period's id, null for the latest. */
export interface Choices {
  readonly measure: MeasureId;
  readonly by: Dimension | null;
  /** The second dimension of views that take two. */
  readonly across: Dimension | null;
  readonly chart: View;
  readonly compare: Comparison;
  readonly grain: Grain;
  readonly period: string | null;
  readonly selection: Selection;
  /** Everybody at either time, or only those who were there both times. */
  readonly pupils: 'all' | 'same';
  /** Whether small plots have one scale together or one each. */
  readonly scales: 'shared' | 'own';
  /** Whether stacked parts show their amounts or their shares of the whole. */
  readonly stacking: 'amounts' | 'shares';
}

/** Choices read from an address, with the parts of it that mean nothing. */
export interface ChoicesReading {
  readonly choices: Choices;
  readonly unknown: readonly string[];
}

/** What is shown before anything is chosen. */
export const defaultChoices: Choices = {
  measure: 'M01',
  by: 'block',
  across: null,
  chart: 'trend',
  compare: 'year-ago',
  grain: 'term',
  period: null,
  selection: [],
  pupils: 'all',
  scales: 'shared',
  stacking: 'amounts',
};

const none = '-';

/** Reads an address: whatever it does not say, or says wrongly, is the default. */
export function readChoices(parameters: URLSearchParams): ChoicesReading {
  const unknown: string[] = [];
  const choices: { -readonly [K in keyof Choices]: Choices[K] } = { ...defaultChoices };
  const selection: Clause[] = [];
  let by: Dimension | null | undefined;
  for (const [key, value] of parameters) {
    if (key === 'measure' && isKey(measures, value)) choices.measure = value;
    else if (key === 'by' && value === none) by = null;
    else if (key === 'by' && isDimension(value)) by = value;
    else if (key === 'across' && isDimension(value)) choices.across = value;
    else if (key === 'chart' && isOneOf(views, value)) choices.chart = value;
    else if (key === 'compare' && isOneOf(comparisons, value)) choices.compare = value;
    else if (key === 'grain' && isGrain(value)) choices.grain = value;
    else if (key === 'pupils' && isOneOf(whom, value)) choices.pupils = value;
    else if (key === 'scales' && isOneOf(scales, value)) choices.scales = value;
    else if (key === 'stacking' && isOneOf(stackings, value)) choices.stacking = value;
    else if (key === 'period' && /^[\w/-]{1,20}$/.test(value)) choices.period = value;
    else {
      const clause = readClause(key, value);
      if (clause) selection.push(clause);
      else unknown.push(`${key}=${value}`);
    }
  }
  choices.selection = selection;
  choices.by = by === undefined ? defaultBy(choices.measure, choices.chart) : by;
  return { choices, unknown };
}

/** Writes choices as an address that holds only what differs from the default. */
export function writeChoices(choices: Choices): URLSearchParams {
  const parameters = new URLSearchParams();
  for (const key of written) {
    if (choices[key] !== defaultChoices[key]) parameters.set(key, choices[key]);
  }
  const { measure, by, across, chart, period } = choices;
  if (by !== defaultBy(measure, chart)) parameters.set('by', by ?? none);
  if (across !== null) parameters.set('across', across);
  if (period !== null) parameters.set('period', period);
  for (const clause of choices.selection) parameters.append(...writeClause(clause));
  return parameters;
}

/** The choices that show the answer to a question, up to a period, in the view that shows it best. */
export function choicesOf(question: Question, period: string | null, view: View): Choices {
  const { measure, grain, compare, selection } = question;
  const fixed = view === 'funnel' || view === 'waterfall' ? defaultBy(measure, view) : null;
  const by = question.by[0] ?? fixed;
  return { ...defaultChoices, measure, by, chart: view, compare, grain, period, selection };
}

const comparisons = ['none', 'previous', 'year-ago'] as const satisfies readonly Comparison[];
const whom = ['all', 'same'] as const;
const scales = ['shared', 'own'] as const;
const stackings = ['amounts', 'shares'] as const;
const written = [
  'measure',
  'chart',
  'compare',
  'grain',
  'pupils',
  'scales',
  'stacking',
] as const satisfies readonly (keyof Choices)[];

/** A clause as a parameter of an address: its key and its text. */
export function writeClause({ dimension, values, excluded }: Clause): [string, string] {
  return [`${excluded ? 'except' : 'only'}.${dimension}`, JSON.stringify(values)];
}

/** Reads a parameter of an address as a clause; null where it is none. */
export function readClause(key: string, text: string): Clause | null {
  const [mode, dimension] = key.split('.');
  if (mode !== 'only' && mode !== 'except') return null;
  if (!dimension || !isDimension(dimension)) return null;
  const values = readValues(text);
  return values && values.length > 0 ? { dimension, values, excluded: mode === 'except' } : null;
}

function readValues(text: string): (string | number)[] | null {
  try {
    const values: unknown = JSON.parse(text);
    if (!Array.isArray(values) || values.length > 500) return null;
    const known = values.filter(
      (value) => typeof value === 'string' || Number.isSafeInteger(value),
    );
    return known.length === values.length ? (known as (string | number)[]) : null;
  } catch {
    return null;
  }
}

function isKey<T extends object>(list: T, key: string): key is Extract<keyof T, string> {
  return Object.hasOwn(list, key);
}

function isOneOf<T extends string>(list: readonly T[], text: string): text is T {
  return list.some((one) => one === text);
}

function isDimension(text: string): text is Dimension {
  return isOneOf([...dimensions, ...flowDimensions], text);
}
