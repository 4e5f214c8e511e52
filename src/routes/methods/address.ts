import type { MemberKey } from '#lib/analysis/counts.ts';
import { measures, type MeasureId } from '#lib/measures/registry.ts';
import { dimensions, flowDimensions, type Dimension, type Grain } from '#lib/model/dimension.ts';
import { isGrain } from '#lib/programme/time.ts';

/** What the screen shows: a measure or the list of all, and what the example is made of. */
export interface MethodChoice {
  readonly measure: MeasureId | null;
  /** Id of a period, or how an address names a half or a school year; null for the latest with a number. */
  readonly period: string | null;
  readonly grain: Grain;
  readonly by: Dimension | null;
  /** The key of one member of the dimension; null for the one that comes first. */
  readonly member: { readonly key: MemberKey } | null;
}

/** What an address asks for, and the parts of it that mean nothing. */
export interface MethodReading {
  readonly choice: MethodChoice;
  readonly unknown: readonly string[];
}

const nothing: MethodChoice = {
  measure: null,
  period: null,
  grain: 'term',
  by: null,
  member: null,
};

/** The id of a measure as people type it, with a Cyrillic letter or without the zero; null where it is no id. */
export function readMeasureId(text: string): MeasureId | null {
  const found = /^\s*[MmМм]\s*0*(\d{1,3})\s*$/.exec(text);
  const id = found ? `M${(found[1] ?? '').padStart(2, '0')}` : text;
  return Object.hasOwn(measures, id) ? (id as MeasureId) : null;
}

/** Reads an address: whatever it does not say, or says wrongly, is left open. */
export function readAddress(parameters: URLSearchParams): MethodReading {
  const unknown: string[] = [];
  const choice: { -readonly [K in keyof MethodChoice]: MethodChoice[K] } = { ...nothing };
  for (const [key, value] of parameters) {
    const measure = key === 'measure' ? readMeasureId(value) : null;
    const member = key === 'member' ? readMember(value) : null;
    if (measure) choice.measure = measure;
    else if (member) choice.member = member;
    else if (key === 'period' && /^[\w/-]{1,20}$/.test(value)) choice.period = value;
    else if (key === 'grain' && isGrain(value)) choice.grain = value;
    else if (key === 'by' && isDimension(value)) choice.by = value;
    else unknown.push(key === 'measure' ? value : `${key}=${value}`);
  }
  return { choice, unknown };
}

/** The parameters of the address that asks for a choice; empty for the list of all measures. */
export function writeAddress(choice: Partial<MethodChoice>): string {
  const { measure, period, grain, by, member } = { ...nothing, ...choice };
  const parameters = new URLSearchParams();
  if (measure !== null) parameters.set('measure', measure);
  if (grain !== nothing.grain) parameters.set('grain', grain);
  if (period !== null) parameters.set('period', period);
  if (by !== null) parameters.set('by', by);
  if (member !== null) parameters.set('member', JSON.stringify(member.key));
  return parameters.toString();
}

function isDimension(text: string): text is Dimension {
  return ([...dimensions, ...flowDimensions] as readonly string[]).includes(text);
}

function readMember(text: string): { key: MemberKey } | null {
  try {
    const key: unknown = JSON.parse(text);
    const known = key === null || typeof key === 'string' || Number.isSafeInteger(key);
    return known ? { key: key as MemberKey } : null;
  } catch {
    return null;
  }
}
