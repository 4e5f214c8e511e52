import type { Format } from '#lib/i18n/format.ts';
import type { Catalogue } from '#lib/i18n/ru/catalogue.ts';
import type { FindingSentence, FindingSentences, FindingWords } from '#lib/i18n/ru/findings.ts';
import type { MeasureId } from '#lib/measures/registry.ts';
import type { Dimension } from '#lib/model/dimension.ts';
import type { Programme } from '#lib/model/programme.ts';
import { termsOf } from '#lib/programme/calendar.ts';
import type { Calm } from './calm.ts';
import { gaps } from './data-gap.ts';
import type { Finding } from './finding.ts';

/** The part of a locale that findings are said with. */
export interface Speech {
  readonly t: {
    readonly findings: FindingSentences;
    readonly programme: Pick<Catalogue['programme'], 'periods'>;
  };
  readonly format: Format;
  /** Name of a measure, and how its values and their differences are written. */
  readonly measureWords: (
    id: MeasureId,
  ) => Pick<FindingWords, 'measure' | 'value' | 'difference' | 'bound'>;
}

/** A finding in the words of a language. */
export function sayFinding(
  finding: Finding,
  speech: Speech,
  programme: Programme,
): FindingSentence {
  const { t } = speech;
  const words = wordsOf(finding, speech, programme);
  if (finding.kind !== 'data-gap') return t.findings[finding.kind](words);
  const [gap = 'roll'] = Object.entries(gaps).find(
    ([, number]) => number === finding.params['gap'],
  ) ?? [undefined];
  return t.findings['data-gap'][gap as keyof typeof gaps](words);
}

/** The calm statement in the words of a language. */
export function sayCalm(calm: Calm, speech: Speech, programme: Programme): FindingSentence {
  const { before, after, detectable } = calm;
  return speech.t.findings.calm({
    ...silentWords({ ...calm, measure: 'M01' }, speech, programme),
    params: {
      before: before.x / before.n,
      after: after.x / after.n,
      x: after.x,
      n: after.n,
      detectable,
    },
  });
}

function wordsOf(finding: Finding, speech: Speech, programme: Programme): FindingWords {
  const { params, estimate, q, names } = finding;
  const among = (dimension: Dimension) =>
    finding.slice.find((clause) => clause.dimension === dimension)?.values[0] ?? null;
  const direction = programme.directions.find(({ id }) => id === among('direction'));
  const block = among('block');
  const grade = among('grade');
  return {
    ...silentWords(finding, speech, programme),
    params,
    interval: estimate && [estimate.lower, estimate.upper],
    change: estimate && estimate.value,
    q,
    names,
    block: block === null ? null : String(block),
    direction: direction ? direction.name[speech.format.language] : null,
    grade: grade === null ? null : Number(grade),
  };
}

function silentWords(
  { measure, period, yearAgo }: Pick<Finding, 'measure' | 'period' | 'yearAgo'>,
  { t, format, measureWords }: Speech,
  programme: Programme,
): FindingWords {
  const name = (index: number | null) => {
    const found = index === null ? undefined : programme.periods[index];
    if (!found) return '';
    return t.programme.periods.name({
      roman: format.roman(found.term),
      of: termsOf(programme, found.schoolYear),
      year: format.schoolYear(found.schoolYear),
    });
  };
  return {
    ...measureWords(measure),
    params: {},
    interval: null,
    change: null,
    q: null,
    names: [],
    block: null,
    direction: null,
    grade: null,
    period: name(period),
    schoolYear: format.schoolYear(programme.periods[period]?.schoolYear ?? 0),
    yearAgo: name(yearAgo),
    format,
  };
}
