import type { ExplainedDimension, Explanation } from '#lib/analysis/explain.ts';
import type { Part } from '#lib/analysis/explain-parts.ts';
import type { ValueFormat } from '#lib/charts/chart-input.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import type { Dimension } from '#lib/model/dimension.ts';
import type { Programme } from '#lib/model/programme.ts';
import type { Outcome } from '#lib/model/result.ts';
import { sayChange, sayTest } from './change-words.ts';
import { nameDimension, nameMember, nameTime } from './naming.ts';
import { formatOf } from './value-format.ts';

/** What an explanation is said with. */
export interface ExplainSpeech {
  readonly locale: Locale;
  readonly programme: Programme;
  /** Names of a school's own dimensions. */
  readonly own: readonly string[];
}

/** Which of the two effects a split change mostly is. */
export type Leaning = 'rate' | 'mix' | 'both' | 'against' | 'none';

/** From this share of both effects on, one of them is nearly all. */
const nearlyAll = 0.8;

/** Which of the two effects a split change mostly is, by their sizes and signs. */
export function leaningOf(rate: number, mix: number): Leaning {
  const [own, shares] = [Math.abs(rate), Math.abs(mix)];
  const both = own + shares;
  if (both < 1e-12) return 'none';
  if (shares >= nearlyAll * both) return 'mix';
  if (own >= nearlyAll * both) return 'rate';
  return rate * mix < 0 ? 'against' : 'both';
}

/** The name of the member that a part speaks of. */
export function namePart(
  part: Part,
  over: Dimension,
  { programme, locale }: ExplainSpeech,
): string {
  return nameMember(over, part.member, programme, locale);
}

/** What a dimension says of the change, as a sentence without its stop. */
export function sayDimension(
  one: ExplainedDimension,
  values: ValueFormat,
  speech: ExplainSpeech,
): string {
  const { locale, own } = speech;
  const words = locale.t.explaining;
  const by = nameDimension(one.over, own, locale, 'by');
  const { rate, mix } = one;
  if (rate && mix) {
    const [ofRate, ofMix] = [sayChange(rate, values, locale), sayChange(mix, values, locale)];
    const leaning = leaningOf(rate.value, mix.value);
    if (leaning === 'none') return words.verdicts.none(by);
    return leaning === 'mix'
      ? words.verdicts.mix(by, ofMix, ofRate)
      : words.verdicts[leaning](by, ofRate, ofMix);
  }
  const [first] = one.parts;
  if (!first) return by;
  const say = one.way === 'sums' ? words.sums : words.overlap;
  return say(by, namePart(first, one.over, speech), values.change(first.value));
}

/** How many looks were taken, what so many tests let through by chance, and how many stand after the correction. */
export function sayLooks(
  { dimensions, looked, tested }: Explanation,
  { t, format }: Locale,
): string[] {
  const words = t.explaining;
  const looks = words.looks(dimensions.length, looked, format.number(looked));
  if (tested === 0) return [looks, words.notTested];
  const standing = dimensions
    .flatMap(({ parts }) => parts)
    .filter(({ q }) => q !== null && q < 0.05).length;
  return [
    looks,
    words.chance(format.number(tested), format.number(tested * 0.05, tested < 20 ? 1 : 0)),
    standing === 0 ? words.standNone : words.stand(standing, format.number(standing)),
  ];
}

function sayOutcome(outcome: Outcome | null, values: ValueFormat, { t }: Locale): string {
  if (!outcome) return t.explaining.noOutcome;
  return outcome.kind === 'estimate'
    ? values.text(outcome.value)
    : t.charts.absence[outcome.reason];
}

/** A member's own numbers at both times: «13,7 % → 15,8 %». */
export function sayEnds(
  { before, after }: Pick<Part, 'before' | 'after'>,
  values: ValueFormat,
  locale: Locale,
): string {
  const ends = [before, after].map((outcome) => sayOutcome(outcome, values, locale));
  return locale.t.explaining.ends(ends[0] ?? '', ends[1] ?? '');
}

/** The whole change in one sentence: «Охват, блок III: 13,7 % → 15,8 %, +2,1 п. п. [−0,8; 5,1]». */
export function sayWhole(
  { question, before, after, change }: Explanation,
  subject: string,
  locale: Locale,
): string {
  const values = formatOf(question.measure, locale);
  const lead = locale.t.charts.seriesColon(subject);
  if (!change) return subject;
  const ends = sayEnds({ before, after }, values, locale);
  return `${lead}${ends}, ${sayChange(change, values, locale)}`;
}

/** Whether the whole change is more than chance gives, in plain words. */
export function sayVerdict({ change }: Explanation, locale: Locale): string {
  const words = locale.t.screens.explore.change;
  if (!change) return '';
  if (change.p === null) return words.untested;
  const test = sayTest('p', change.p, locale);
  return `${change.p < 0.05 ? words.stands : words.within} ${test}.`;
}

/** Why there is no difference to take apart; null where there is one. */
export function sayNoChange(
  { question, before, after, change }: Explanation,
  programme: Programme,
  locale: Locale,
): string | null {
  if (change) return null;
  const { t } = locale;
  const { grain } = question;
  const ends = [
    { outcome: after, time: question.after },
    { outcome: before, time: question.before },
  ];
  for (const { outcome, time } of ends) {
    if (outcome?.kind === 'estimate') continue;
    const reason = t.charts.absence[outcome?.reason ?? 'no-records'];
    return t.explaining.noChange(nameTime(time, grain, programme, locale), reason);
  }
  return t.explaining.otherInstrument;
}
