import type { Result } from '#lib/analysis/result.ts';
import { comparedTime } from '#lib/analysis/times.ts';
import type { FlowInput, FlowMark, FlowNode } from '#lib/charts/flow-input.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import type { Programme } from '#lib/model/programme.ts';
import { membersOf, toneOf } from './drawn-series.ts';
import { nameMember, nameTime } from './naming.ts';
import type { ChosenCell } from './picture.ts';
import { formatOf } from './value-format.ts';

/** What a result is drawn with. */
export interface FlowDrawing {
  readonly programme: Programme;
  readonly locale: Locale;
  readonly last: number;
}

/** A result by origin and destination as bands between the blocks of the time before and those of the last time. */
export function toFlowInput(result: Result, { programme, locale, last }: FlowDrawing): FlowInput {
  const { question } = result;
  const { measure, grain, by } = question;
  const members = by.map((_, index) => membersOf(result, index));
  const sides = by.map((dimension, index) =>
    (members[index] ?? []).map((member, _, all): FlowNode => ({
      id: JSON.stringify(member.key),
      label: nameMember(dimension, member, programme, locale),
      tone: toneOf(dimension, member, all, programme),
    })),
  );
  const place = (index: number, key: unknown) =>
    (members[index] ?? []).findIndex((member) => member.key === key);
  const links = result.cells
    .filter(({ time }) => time === last)
    .flatMap(({ members: [from, to], outcome }) => {
      const [origin, destination] = [place(0, from), place(1, to)];
      return origin < 0 || destination < 0 ? [] : [{ origin, destination, outcome }];
    });
  const before = comparedTime(programme, grain, 'previous', last);
  return {
    name: locale.t.measures.words[measure].name,
    before: before === null ? '' : nameTime(before, grain, programme, locale),
    after: nameTime(last, grain, programme, locale),
    origins: sides[0] ?? [],
    destinations: sides[1] ?? [],
    links,
    values: formatOf(measure, locale),
    locale,
  };
}

/** The cell behind a band, or null where there is none. */
export function flowCell(
  { question }: Result,
  input: FlowInput,
  { series }: FlowMark,
  last: number,
): ChosenCell | null {
  const link = input.links[series];
  const [origin, destination] = [
    input.origins[link?.origin ?? -1],
    input.destinations[link?.destination ?? -1],
  ];
  if (!origin || !destination) return null;
  return {
    by: question.by,
    members: [JSON.parse(origin.id), JSON.parse(destination.id)] as ChosenCell['members'],
    time: last,
    label: `${origin.label} → ${destination.label}`,
  };
}
