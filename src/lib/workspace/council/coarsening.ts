import type { Catalogue } from '#lib/i18n/ru/catalogue.ts';
import { measures } from '#lib/measures/registry.ts';
import type { Dimension, Grain } from '#lib/model/dimension.ts';
import type { Programme } from '#lib/model/programme.ts';
import { grainsOf, periodsOf, timeOf } from '#lib/programme/time.ts';
import type { Choices } from '../choices.ts';
import { dividedBy, fitChoices, refuseChoices } from '../fitting.ts';
import { showsLastOnly } from '../views.ts';
import { editPiece } from './arranging.ts';
import { choicesIn, type Draft } from './draft.ts';
import { isAskable, writeNumber, type LiveNumber } from './live-number.ts';
import { refusePlacing } from './placing.ts';
import { rewrite, writtenText } from './prompts.ts';
import type { PiecePlace } from './refused-piece.ts';

/** A way to make what is told coarser: larger groups of a dimension, one dimension of two, or a longer time. */
export type CoarserWay =
  | { readonly kind: 'larger'; readonly dimension: Dimension }
  | { readonly kind: 'only'; readonly dimension: Dimension }
  | { readonly kind: 'longer'; readonly grain: Grain };

/** Something made coarser, and in which way. */
export interface Coarser<T> {
  readonly way: CoarserWay;
  readonly value: T;
}

/** What decides which times are longer: the calendar, the terms of which anything is told, and the draft's own period. */
export interface CoarseningContext {
  readonly programme: Programme;
  readonly told: readonly number[];
  /** The number of the draft's period; null where nothing is told of any. */
  readonly period: number | null;
}

/** The dimension whose members hold those of another together. */
const larger: Readonly<Partial<Record<Dimension, Dimension>>> = {
  class: 'grade',
  direction: 'block',
};

/** The next longer length of time that the calendar and the measure have, by which terms that are told of come together. */
function longerGrain(
  measure: Choices['measure'],
  grain: Grain,
  last: number | null,
  { programme, told }: CoarseningContext,
): Grain | null {
  const known = grainsOf(programme);
  const offered = known
    .slice(known.indexOf(grain) + 1)
    .filter((one) => measures[measure].grains.some((own) => own === one));
  if (last === null) return offered[0] ?? null;
  // A half of which one term alone is told of says the same as that term.
  const toldWithin = (one: Grain) => {
    const time = timeOf(programme, one, last);
    const within = time === null ? [] : periodsOf(programme, one, time);
    return within.filter((period) => told.includes(period)).length;
  };
  return offered.find((one) => toldWithin(one) > toldWithin(grain)) ?? null;
}

function lastPeriod({ period }: Choices, context: CoarseningContext): number | null {
  const { periods } = context.programme;
  const own = periods.findIndex(({ id }) => id === period);
  return own < 0 ? (context.period ?? context.told.at(-1) ?? null) : own;
}

/** The ways in which a picture becomes coarser, with what it then shows; `choices` are those that it has in its draft. */
export function coarserChoices(
  choices: Choices,
  context: CoarseningContext,
): readonly Coarser<Choices>[] {
  const fitted = fitChoices(choices);
  const { by, across, chart } = fitted;
  const divided = dividedBy(fitted);
  const found: Coarser<Choices>[] = [];
  const offer = (way: CoarserWay, value: Choices, wanted: readonly Dimension[]) => {
    const next = fitChoices(value);
    const isAsked = dividedBy(next).join() === wanted.join();
    if (isAsked && !refuseChoices(next) && !refusePlacing(next)) found.push({ way, value });
  };
  for (const dimension of divided) {
    const whole = larger[dimension];
    if (!whole) continue;
    const place = (one: Dimension | null) => (one === dimension ? whole : one);
    const both = { by: place(by), across: place(across) };
    if (both.by === both.across) both.across = null;
    const wanted = [both.by, both.across].filter((one) => one !== null);
    offer({ kind: 'larger', dimension: whole }, { ...choices, ...both }, wanted);
  }
  if (divided.length === 2 && chart !== 'flows') {
    for (const dimension of divided) {
      offer({ kind: 'only', dimension }, { ...choices, by: dimension, across: null }, [dimension]);
    }
  }
  const last = showsLastOnly(chart) ? lastPeriod(choices, context) : null;
  const grain = longerGrain(choices.measure, choices.grain, last, context);
  if (grain) offer({ kind: 'longer', grain }, { ...choices, grain }, divided);
  return found;
}

/** The key of the larger group to which a member belongs, as far as its own key and the programme tell. */
function largerKey(
  dimension: Dimension,
  key: string | number | null,
  { directions }: Programme,
): string | number | null {
  if (dimension === 'direction') return directions.find(({ id }) => id === key)?.block ?? null;
  // A class is named by its grade and a letter.
  const grade = /^\d{1,2}(?=\D)/.exec(String(key ?? ''))?.[0];
  return grade === undefined ? null : Number(grade);
}

/** The ways in which a live number becomes coarser, with the number that then stands in its place. */
export function coarserNumber(
  number: LiveNumber,
  context: CoarseningContext,
): readonly Coarser<LiveNumber>[] {
  const found: Coarser<LiveNumber>[] = [];
  const offer = (way: CoarserWay, value: LiveNumber) => {
    if (isAskable(value)) found.push({ way, value });
  };
  const { members } = number;
  for (const [place, { dimension, key }] of members.entries()) {
    const whole = larger[dimension];
    const wholeKey = whole ? largerKey(dimension, key, context.programme) : null;
    if (!whole || wholeKey === null || members.some((one) => one.dimension === whole)) continue;
    const member = { dimension: whole, key: wholeKey };
    offer(
      { kind: 'larger', dimension: whole },
      { ...number, members: members.toSpliced(place, 1, member) },
    );
  }
  if (members.length === 2) {
    for (const member of members) {
      offer({ kind: 'only', dimension: member.dimension }, { ...number, members: [member] });
    }
  }
  const { time } = number;
  const { periods } = context.programme;
  const named =
    typeof time === 'string' ? context.period : periods.findIndex(({ id }) => id === time.period);
  const grain = longerGrain(number.measure, number.grain, named, context);
  if (grain) offer({ kind: 'longer', grain }, { ...number, grain });
  return found;
}

/** What a picture of a draft shows, with the ways in which it becomes coarser; none where there is no such picture. */
export function coarserFigure(
  draft: Draft,
  { page, piece }: PiecePlace,
  context: CoarseningContext,
): readonly Coarser<Choices>[] {
  const found = draft.pages.find(({ id }) => id === page)?.pieces.find(({ id }) => id === piece);
  if (found?.kind !== 'figure') return [];
  const own = found.choices.period;
  return coarserChoices(choicesIn(found, draft.period), context).map(({ way, value }) => ({
    way,
    // What follows the draft's period goes on to.
    value: { ...value, period: own },
  }));
}

/** A draft in which one picture shows something else. */
export function putChoices(draft: Draft, { page, piece }: PiecePlace, choices: Choices): Draft {
  return editPiece(draft, page, piece, (one) =>
    one.kind === 'figure' ? { ...one, choices } : one,
  );
}

/** A draft in whose texts at some places a live number stands for another; a template's text becomes a person's own. */
export function putNumber(
  draft: Draft,
  places: readonly PiecePlace[],
  token: string,
  number: LiveNumber,
  words: Pick<Catalogue, 'council'>,
): Draft {
  return places.reduce(
    (whole, { page, piece }) =>
      editPiece(whole, page, piece, (one) =>
        one.kind === 'text'
          ? rewrite(one, writtenText(one, words).replaceAll(token, writeNumber(number)), words)
          : one,
      ),
    draft,
  );
}
