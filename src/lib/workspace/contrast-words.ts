import type { Contrast, ContrastRow } from '#lib/analysis/contrast.ts';
import type { ChartInput, ChartPoint, ChartSeries } from '#lib/charts/chart-input.ts';
import { memberTone } from '#lib/charts/palette.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import type { Programme } from '#lib/model/programme.ts';
import type { Outcome } from '#lib/model/result.ts';
import { sayChange, sayTest } from './change-words.ts';
import { nameMember } from './naming.ts';
import { formatOf } from './value-format.ts';

/** What a comparison is said and drawn with; `sides` are what A and B are called. */
export interface ContrastSpeech {
  readonly locale: Locale;
  readonly programme: Programme;
  readonly sides: readonly [string, string];
}

/** What a row of a comparison is called. */
export function nameRow(
  { question }: Contrast,
  { member }: ContrastRow,
  { locale, programme }: ContrastSpeech,
): string {
  if (!member || !question.by) return locale.t.contrasting.whole;
  return nameMember(question.by, member, programme, locale);
}

/** The difference of the whole as a sentence: «B − A: +3,6 п. п. [−1,2; 8,3]». */
export function sayContrast({ question, whole }: Contrast, locale: Locale): string {
  const words = locale.t.contrasting;
  const name = locale.t.measures.words[question.measure].name;
  if (!whole.change) return words.noDifference(name);
  const values = formatOf(question.measure, locale);
  return words.difference(name, sayChange(whole.change, values, locale));
}

/** What the two sides stand on to each other, and whether chance could give the difference of the whole. */
export function sayFooting({ footing, shared, whole }: Contrast, locale: Locale): string[] {
  const words = locale.t.contrasting;
  const { change } = locale.t.screens.explore;
  const said = words.footings[footing](shared, locale.format.number(shared));
  const p = whole.change?.p ?? null;
  if (footing === 'overlap' || !whole.change) return [said];
  if (p === null) return [said, change.untested];
  return [said, `${p < 0.05 ? change.stands : change.within} ${sayTest('p', p, locale)}.`];
}

function toPoint(outcome: Outcome | null): ChartPoint {
  return {
    time: 0,
    outcome: outcome ?? { kind: 'absent', reason: 'no-records', n: null },
    before: null,
    change: null,
    stands: false,
    q: null,
    detectable: null,
    matched: false,
  };
}

/** Both sides of every member as bars on one scale. */
export function toContrastInput(contrast: Contrast, speech: ContrastSpeech): ChartInput {
  const { locale, sides } = speech;
  const { rows, whole, question } = contrast;
  const shown = rows.length > 0 ? rows : [whole];
  const name = locale.t.contrasting.periods(...sides);
  return {
    name: locale.t.measures.words[question.measure].name,
    values: formatOf(question.measure, locale),
    locale,
    series: shown.flatMap((row, index) => {
      const label = nameRow(contrast, row, speech);
      const id = JSON.stringify(row.member?.key ?? null);
      return [row.first, row.second].map((outcome, side): ChartSeries => {
        const own = side === 0 ? 'A' : 'B';
        return {
          id: `${id} ${own}`,
          label: `${label} · ${own}`,
          group: null,
          tone: memberTone('neutral', side * 2),
          points: [toPoint(outcome)],
          within: { id, label, tone: memberTone('neutral', index), own },
        };
      });
    }),
    periods: [{ time: 0, label: '', group: null, name }],
    compared: null,
    compareYears: false,
  };
}
