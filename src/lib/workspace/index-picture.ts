import type { AnsweredCell, Result } from '#lib/analysis/result.ts';
import type { ComparedCell } from '#lib/analysis/index-sample.ts';
import type { IndexBar, IndexInput } from '#lib/charts/index-input.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { indexTerms } from '#lib/measures/index-value.ts';
import type { Programme } from '#lib/model/programme.ts';
import type { DrawnRange } from '#lib/statistics/composite-uncertainty.ts';
import type { Appraised } from './index-appraisal.svelte.ts';
import type { ChosenIndex } from './index-cell.ts';
import { formatPart, namePart } from './index-parts.ts';
import { nameMember, nameTime } from './naming.ts';
import { formatOf } from './value-format.ts';

/** What the bars of an index are drawn with, beside the index itself. */
export interface IndexDrawing {
  readonly programme: Programme;
  readonly locale: Locale;
}

/** The name of the member that a cell of a result speaks of. */
export function nameCell(
  { question, members }: Result,
  cell: AnsweredCell,
  { programme, locale }: IndexDrawing,
): string {
  const dimension = question.by[0];
  const [key = null] = cell.members;
  const member = members[0]?.find((one) => one.key === key);
  return dimension && member ? nameMember(dimension, member, programme, locale) : String(key);
}

/**
 * The chosen index beside those that it is compared with, earlier ones first, as bars of what their parts add; with the
 * ends that hold 90 % of the variants once they are known.
 */
export function toIndexInput(
  result: Result,
  chosen: ChosenIndex,
  compared: readonly ComparedCell[],
  appraised: Appraised | null,
  drawing: IndexDrawing,
): IndexInput {
  const { programme, locale } = drawing;
  const { grain, measure } = result.question;
  const robustness = appraised?.robustness ?? null;
  const others = compared
    .flatMap(({ kind, time, cell }) => (cell ? [{ kind, time, cell }] : []))
    .map(({ kind, time, cell }, place) => {
      const label =
        kind === 'rival'
          ? nameCell(result, cell, drawing)
          : nameTime(time, grain, programme, locale, 'short');
      return {
        isEarlier: kind !== 'rival',
        time,
        bar: toBar(label, cell, robustness?.others[place]?.range ?? null, locale),
      };
    });
  const own = toBar(
    nameTime(chosen.cell.time, grain, programme, locale, 'short'),
    chosen.cell,
    robustness?.range ?? null,
    locale,
  );
  const earlier = others.filter(({ isEarlier }) => isEarlier).sort((a, b) => a.time - b.time);
  const rivals = others.filter(({ isEarlier }) => !isEarlier);
  return {
    name: locale.t.indices.names[chosen.index],
    values: formatOf(measure, locale),
    locale,
    limit: 100,
    bars: [
      ...earlier.map(({ bar }) => bar),
      rivals.length > 0 ? { ...own, label: chosen.label } : own,
      ...rivals.map(({ bar }) => bar),
    ],
  };
}

function toBar(
  label: string,
  { parts, outcome }: AnsweredCell,
  range: DrawnRange | null,
  locale: Locale,
): IndexBar {
  const terms = indexTerms(parts);
  const present = terms.reduce((sum, { share, score }) => sum + (score === null ? 0 : share), 0);
  return {
    label,
    total: outcome.kind === 'estimate' ? outcome.value : 0,
    low: range?.lower ?? null,
    high: range?.upper ?? null,
    parts: terms.flatMap(({ part: { name, outcome: own }, share, score, contribution }) => {
      if (score === null || contribution === null || own?.kind !== 'estimate') return [];
      const raw = formatPart(name, locale)?.text(own.value) ?? String(own.value);
      const weight = share / present;
      return [{ id: name, label: namePart(name, locale), weight, score, contribution, raw }];
    }),
    missing: terms.flatMap(({ part: { name }, share, absence }) =>
      absence
        ? [
            {
              id: name,
              label: namePart(name, locale),
              weight: share,
              reason: locale.t.charts.absence[absence],
            },
          ]
        : [],
    ),
  };
}
