import type { Question } from '#lib/analysis/question.ts';
import type { Measure } from '#lib/measures/measure.ts';
import { measures, type MeasureId } from '#lib/measures/registry.ts';
import { dimensions, type Dimension, type Grain } from '#lib/model/dimension.ts';
import type { Clause, Selection } from '#lib/model/selection.ts';
import { isGrain } from '#lib/programme/time.ts';
import { readClause, writeClause } from '../choices.ts';

/**
 * What is said of a number: itself, how many of how many, its change in a year, its interval, how many it rests on, or of
 * which time it is.
 */
export const numberForms = ['value', 'of', 'change', 'interval', 'n', 'when'] as const;

/** What is said of a number. */
export type NumberForm = (typeof numberForms)[number];

/** One member of a dimension that a number is of. */
export interface NumberMember {
  readonly dimension: Dimension;
  readonly key: string | number | null;
}

/** A number inside a text that is asked for anew whenever it is read. */
export interface LiveNumber {
  readonly measure: MeasureId;
  /** None, one or two; each dimension once. */
  readonly members: readonly NumberMember[];
  readonly selection: Selection;
  /** The draft's own period, the same one a year before, the last up to it of which there are records, or a period by its id. */
  readonly time: 'this' | 'year-ago' | 'last' | { readonly period: string };
  readonly grain: Grain;
  readonly form: NumberForm;
}

/** What a text can hold beside numbers: names that the programme and the draft give. */
export const liveWords = ['programme', 'school', 'tasks', 'blocks', 'period', 'period-of'] as const;

/** A name that the programme or the draft gives. */
export type LiveWord = (typeof liveWords)[number];

/** A part of a text: letters as they stand, a number, or a name. */
export type TextPart =
  | { readonly kind: 'letters'; readonly text: string }
  | { readonly kind: 'number'; readonly token: string; readonly number: LiveNumber }
  | { readonly kind: 'word'; readonly token: string; readonly word: LiveWord };

const mostMembers = 2;

/** What can be said of a measure: only a share is so many of so many. */
export function formsOf(id: MeasureId): readonly NumberForm[] {
  const { kind }: Measure = measures[id];
  return kind === 'proportion' ? numberForms : numberForms.filter((form) => form !== 'of');
}

/** Whether a number can be asked for: its measure can be divided and said so. */
export function isAskable({ measure, members, selection, grain, form }: LiveNumber): boolean {
  const { by, grains }: Measure = measures[measure];
  const touched = [...members, ...selection].map(({ dimension }) => dimension);
  const own = members.map(({ dimension }) => dimension);
  return (
    members.length <= mostMembers &&
    new Set(own).size === own.length &&
    // A partner has no name that stays the same when other files come.
    touched.every((dimension) => dimension !== 'partner' && by.includes(dimension)) &&
    grains.includes(grain) &&
    formsOf(measure).includes(form)
  );
}

/** A number as it stands in a text: «{{M01 of.block=%22II%22 at=year-ago as=change}}». */
export function writeNumber({
  measure,
  members,
  selection,
  time,
  grain,
  form,
}: LiveNumber): string {
  const words: [string, string][] = [
    ...members.map(({ dimension, key }): [string, string] => [
      `of.${dimension}`,
      JSON.stringify(key),
    ]),
    ...selection.map(writeClause),
    ...(time === 'this' ? [] : [['at', typeof time === 'string' ? time : time.period] as const]),
    ...(grain === 'term' ? [] : [['grain', grain] as const]),
    ...(form === 'value' ? [] : [['as', form] as const]),
  ].map(([key, text]) => [key, encodeURIComponent(text)]);
  return `{{${[measure, ...words.map((pair) => pair.join('='))].join(' ')}}}`;
}

/** A name as it stands in a text. */
export function writeWord(word: LiveWord): string {
  return `{{${word}}}`;
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

function readMember(key: string, text: string): NumberMember | null {
  const dimension = dimensions.find((one) => key === `of.${one}`);
  if (!dimension) return null;
  try {
    const value: unknown = JSON.parse(text);
    const isKey = value === null || typeof value === 'string' || Number.isSafeInteger(value);
    return isKey ? { dimension, key: value as string | number | null } : null;
  } catch {
    return null;
  }
}

function readTime(text: string): LiveNumber['time'] | null {
  if (text === 'year-ago' || text === 'last') return text;
  return /^[\w/-]{1,20}$/.test(text) ? { period: text } : null;
}

/** Reads a number as it stands in a text; null where it is none that this app can ask for. */
export function readNumber(token: string): LiveNumber | null {
  const [, inner] = /^\{\{([^{}]+)\}\}$/.exec(token) ?? [];
  const [measure = '', ...rest] = inner?.split(' ') ?? [];
  if (!Object.hasOwn(measures, measure)) return null;
  const members: NumberMember[] = [];
  const selection: Clause[] = [];
  let time: LiveNumber['time'] = 'this';
  let grain: Grain = 'term';
  let form: NumberForm = 'value';
  for (const word of rest) {
    const [key = '', written = ''] = word.split('=');
    const text = decode(written);
    if (text === null) return null;
    const member = readMember(key, text);
    const clause = member ? null : readClause(key, text);
    const at = key === 'at' ? readTime(text) : null;
    const said = key === 'as' ? numberForms.find((one) => one === text) : undefined;
    if (member) members.push(member);
    else if (clause) selection.push(clause);
    else if (at) time = at;
    else if (said) form = said;
    else if (key === 'grain' && isGrain(text)) grain = text;
    else return null;
  }
  const number = { measure: measure as MeasureId, members, selection, time, grain, form };
  return isAskable(number) ? number : null;
}

const tokens = /\{\{[^{}]*\}\}/g;

/** A text taken apart; what stands in braces and means nothing stays letters. */
export function readText(text: string): readonly TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  const addLetters = (to: number) => {
    if (to > from) parts.push({ kind: 'letters', text: text.slice(from, to) });
  };
  for (const { 0: token, index } of text.matchAll(tokens)) {
    const word = liveWords.find((one) => writeWord(one) === token);
    const number = word ? null : readNumber(token);
    if (!word && !number) continue;
    addLetters(index);
    if (word) parts.push({ kind: 'word', token, word });
    else if (number) parts.push({ kind: 'number', token, number });
    from = index + token.length;
  }
  addLetters(text.length);
  return parts;
}

/** The numbers of some texts, each once, by how they are written. */
export function numbersIn(texts: readonly string[]): ReadonlyMap<string, LiveNumber> {
  return new Map(
    texts.flatMap((text) =>
      readText(text).flatMap((part) =>
        part.kind === 'number' ? [[part.token, part.number] as const] : [],
      ),
    ),
  );
}

/** The question that a number is an answer to, of all times; its cell is found by `cellOf`. */
export function questionOf({ measure, members, selection, grain, form }: LiveNumber): Question {
  return {
    measure,
    by: members.map(({ dimension }) => dimension),
    grain,
    times: 'all',
    selection,
    compare: form === 'change' ? 'year-ago' : 'none',
  };
}

/** A number of another measure, with what of it that measure can do with. */
export function withMeasure(number: LiveNumber, measure: MeasureId): LiveNumber {
  const { by, grains }: Measure = measures[measure];
  const keeps = ({ dimension }: { readonly dimension: Dimension }) => by.includes(dimension);
  return {
    ...number,
    measure,
    members: number.members.filter(keeps),
    selection: number.selection.filter(keeps),
    grain: grains.includes(number.grain) ? number.grain : (grains[0] ?? 'term'),
    form: formsOf(measure).includes(number.form) ? number.form : 'value',
  };
}

/** A number of another member in one place; null leaves the place free. */
export function withMember(
  number: LiveNumber,
  place: number,
  member: NumberMember | null,
): LiveNumber {
  return { ...number, members: number.members.toSpliced(place, 1, ...(member ? [member] : [])) };
}
