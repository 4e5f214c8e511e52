import type { Locale } from '#lib/i18n/locale.ts';
import type { Programme } from '#lib/model/programme.ts';
import { inputOf, stateView, type DrawnView } from './drawn-view.ts';
import { nameDimension, nameSpan, nameTime } from './naming.ts';
import type { ViewAnswer } from './view-answer.ts';

/** What stands above a picture. */
export interface PictureHead {
  /** What it shows as a sentence, where it says one, else its subject. */
  readonly title: string;
  /** Its subject, unit and time. */
  readonly subtitle: string;
  /** The measure with what it is divided by: «Охват по блокам». */
  readonly subject: string;
  /** The time of which it speaks; empty where it has none. */
  readonly period: string;
}

/** What names are found in. */
interface Named {
  readonly programme: Programme;
  /** Names of the school's own dimensions. */
  readonly own: readonly string[];
  readonly locale: Locale;
}

function isOfFlow({ result }: ViewAnswer): boolean {
  return result.question.by.includes('destination');
}

function subjectOf(drawn: DrawnView, answer: ViewAnswer, { own, locale }: Named): string {
  const { choices } = answer;
  if (drawn.kind === 'links' || drawn.kind === 'days') return drawn.input.name;
  const words = locale.t.screens.explore;
  const { name } = locale.t.measures.words[choices.measure];
  const title = drawn.kind === 'spread' ? words.spreadTitle(name) : name;
  if (isOfFlow(answer) || choices.by === null) return title;
  const divided = [choices.by, ...(choices.across ? [choices.across] : [])];
  const by = divided.map((one) => nameDimension(one, own, locale, 'by'));
  const whole = words.titleBy(title, locale.format.list(by));
  return choices.chart === 'funnel' ? words.funnelTitle(whole) : whole;
}

function periodOf({ result, choices, last }: ViewAnswer, { programme, locale }: Named): string {
  const { span } = result.question;
  if (span) return nameSpan(span, programme, locale);
  return last === null ? '' : nameTime(last, choices.grain, programme, locale);
}

/** What the picture's own choices make of it. */
function lookOf({ choices }: ViewAnswer, { t }: Locale): string {
  const words = t.screens.explore;
  if (choices.chart === 'multiples') return words.scalesSaid[choices.scales];
  return choices.chart === 'stacked' ? words.stackingSaid[choices.stacking] : '';
}

function unitOf(drawn: DrawnView): string {
  const isBare = drawn.kind === 'links' || drawn.kind === 'days' || drawn.kind === 'flows';
  return isBare ? '' : inputOf(drawn).values.unit;
}

/** What stands above the picture of an answer. */
export function headOf(drawn: DrawnView, answer: ViewAnswer, named: Named): PictureHead {
  const { locale } = named;
  const subject = subjectOf(drawn, answer, named);
  const title = stateView(drawn, answer) ?? subject;
  const period = periodOf(answer, named);
  const isFlowText = isOfFlow(answer) && drawn.kind !== 'flows';
  const flowText = locale.t.screens.explore.flowText(period);
  const time = drawn.kind === 'days' ? '' : isFlowText ? flowText : period;
  const parts = [title === subject ? '' : subject, unitOf(drawn), lookOf(answer, locale), time];
  return { title, subject, period, subtitle: parts.filter(Boolean).join(' · ') };
}
