import type { Comparison, Question } from '#lib/analysis/question.ts';
import { dimensions, type Dimension, type Grain } from '#lib/model/dimension.ts';
import type { Clause, Selection } from '#lib/model/selection.ts';
import { chartTypes, type ChartType } from '#lib/charts/registry.ts';
import { measures, type MeasureId } from '#lib/measures/registry.ts';

/** What the analyst chose to look at; `period` is a period's id, null for the latest. */
export interface Choices {
  readonly measure: MeasureId;
  readonly by: Dimension | null;
  readonly chart: ChartType;
  readonly compare: Comparison;
  readonly grain: Grain;
  readonly period: string | null;
  readonly selection: Selection;
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
  chart: 'trend',
  compare: 'year-ago',
  grain: 'term',
  period: null,
  selection: [],
};

const none = '-';

/** Reads an address: whatever it does not say, or says wrongly, is the default. */
export function readChoices(parameters: URLSearchParams): ChoicesReading {
  const unknown: string[] = [];
  const choices: { -readonly [K in keyof Choices]: Choices[K] } = { ...defaultChoices };
  const selection: Clause[] = [];
  for (const [key, value] of parameters) {
    if (key === 'measure' && isKey(measures, value)) choices.measure = value;
    else if (key === 'by' && value === none) choices.by = null;
    else if (key === 'by' && isDimension(value)) choices.by = value;
    else if (key === 'chart' && isKey(chartTypes, value)) choices.chart = value;
    else if (key === 'compare' && isComparison(value)) choices.compare = value;
    else if (key === 'grain' && (value === 'term' || value === 'year')) choices.grain = value;
    else if (key === 'period' && /^[\w/-]{1,20}$/.test(value)) choices.period = value;
    else if (key.startsWith('only.') || key.startsWith('except.')) {
      const clause = readClause(key, value);
      if (clause) selection.push(clause);
      else unknown.push(`${key}=${value}`);
    } else unknown.push(`${key}=${value}`);
  }
  choices.selection = selection;
  return { choices, unknown };
}

/** Writes choices as an address that holds only what differs from the default. */
export function writeChoices(choices: Choices): URLSearchParams {
  const parameters = new URLSearchParams();
  for (const key of ['measure', 'chart', 'compare', 'grain'] as const) {
    if (choices[key] !== defaultChoices[key]) parameters.set(key, choices[key]);
  }
  if (choices.by !== defaultChoices.by) parameters.set('by', choices.by ?? none);
  if (choices.period !== null) parameters.set('period', choices.period);
  for (const { dimension, values, excluded } of choices.selection) {
    parameters.append(`${excluded ? 'except' : 'only'}.${dimension}`, JSON.stringify(values));
  }
  return parameters;
}

/** The choices that show the answer to a question, up to a period. */
export function choicesOf(question: Question, period: string | null): Choices {
  const { measure, by, grain, compare, selection } = question;
  const dimension = by[0] ?? null;
  const chart = dimension === 'class' || dimension === 'partner' ? 'bars' : defaultChoices.chart;
  return { measure, by: dimension, chart, compare, grain, period, selection };
}

function readClause(key: string, text: string): Clause | null {
  const [mode, dimension] = key.split('.');
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

function isComparison(text: string): text is Comparison {
  return text === 'none' || text === 'previous' || text === 'year-ago';
}

function isDimension(text: string): text is Dimension {
  return (dimensions as readonly string[]).includes(text);
}
