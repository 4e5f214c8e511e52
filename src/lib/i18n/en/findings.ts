import type { Format } from '../format.ts';
import { pluralEn } from '../plural.ts';
import {
  sayQ,
  sayRange,
  signedPoints,
  type FindingSentence,
  type FindingSentences,
  type FindingWords,
} from '../ru/findings.ts';

const mostNames = 3;

const inPoints = (format: Format, share: number) => `${signedPoints(format, share)}\u00a0pp`;

const count = (format: Format, x = 0, n = 0) => `${format.number(x)} of ${format.number(n)}`;

const percent = (format: Format, share = 0) => format.percent(share);

function subject({ block, direction, grade }: FindingWords): string {
  const part =
    direction !== null ? `Direction “${direction}”` : block !== null ? `Block ${block}` : '';
  const pupils = grade === null ? '' : part ? `grade ${grade}` : `Grade ${grade}`;
  return [part, pupils].filter(Boolean).join(', ') || 'Whole programme';
}

function sayChange({ change, interval, q, format }: FindingWords): string {
  if (change === null || interval === null) return '';
  return `${inPoints(format, change)} ${sayRange(format, interval)}${sayQ(format, q)}`;
}

function sayDifference({ change, interval, q, format, difference, bound }: FindingWords): string {
  if (change === null) return '';
  const range = interval ? ` [${bound(interval[0])}; ${bound(interval[1])}]` : '';
  return `${difference(change)}${range}${sayQ(format, q)}`;
}

function compareMeasure(words: FindingWords): FindingSentence {
  const { params, format, measure, value, period, yearAgo } = words;
  const { before = 0, after = 0, x, n = 0, xBefore, nBefore = 0 } = params;
  const counts =
    x === undefined || xBefore === undefined
      ? `n = ${format.number(n)} in ${period}, ${format.number(nBefore)} in ${yearAgo}`
      : `${count(format, x, n)} in ${period}, ${count(format, xBefore, nBefore)} in ${yearAgo}`;
  return {
    title: `${measure}: ${value(after)} against ${value(before)} a year ago`,
    detail: `${sayDifference(words)} · ${counts}`,
  };
}

function listNames(format: Format, names: readonly string[]): string {
  const shown = names.slice(0, mostNames);
  const rest = names.length - shown.length;
  return format.list(rest > 0 ? [...shown, `${rest} more`] : shown);
}

/** Sentences of the findings in English. */
export const findings: FindingSentences = {
  change: (words) => {
    const { params, format, period, yearAgo } = words;
    return {
      title: `${subject(words)}: reach ${percent(format, params['after'])} against ${percent(format, params['before'])} a year ago`,
      detail: `${sayChange(words)} · ${count(format, params['x'], params['n'])} in ${period}, ${count(format, params['xBefore'], params['nBefore'])} in ${yearAgo}`,
    };
  },
  measure: compareMeasure,
  retention: compareMeasure,
  trend: (words) => {
    const { params, format, interval, q } = words;
    const { slope = 0, periods = 0, years = 0 } = params;
    const range = interval ? ` ${sayRange(format, interval)}` : '';
    return {
      title: `${subject(words)}: ${slope > 0 ? 'upward' : 'downward'} trend of reach, ${inPoints(format, slope)} a year`,
      detail: `Slope${range}${sayQ(format, q)} · exact seasonal Kendall test, ${format.number(periods)} ${pluralEn(periods, 'period', 'periods')} in ${format.number(years)} ${pluralEn(years, 'school year', 'school years')}`,
    };
  },
  level: (words) => {
    const { params, format, period } = words;
    return {
      title: `${subject(words)}: reach ${percent(format, params['own'])} against ${percent(format, params['rest'])} in the other grades`,
      detail: `${sayChange(words)} · ${count(format, params['x'], params['n'])} in ${period}`,
    };
  },
  steady: (words) => {
    const { params, format, period, yearAgo } = words;
    const margin = format.number((params['margin'] ?? 0) * 100, 0);
    return {
      title: `${subject(words)}: reach the same as a year ago, within ${margin}\u00a0pp`,
      detail: `${sayChange({ ...words, q: null })} · ${count(format, params['x'], params['n'])} in ${period}, ${count(format, params['xBefore'], params['nBefore'])} in ${yearAgo}`,
    };
  },
  mix: (words) => {
    const { params, format, change } = words;
    const { rate = 0, rateLower = 0, rateUpper = 0, mix = 0 } = params;
    return {
      title: `${subject(words)}: reach ${percent(format, params['after'])} against ${percent(format, params['before'])}, a difference in the sizes of grades`,
      detail: `${inPoints(format, change ?? rate + mix)} in all: sizes of grades ${inPoints(format, mix)}, reach within grades ${inPoints(format, rate)} ${sayRange(format, [rateLower, rateUpper])} · ${count(format, params['x'], params['n'])}`,
    };
  },
  masked: (words) => {
    const { params, format, block } = words;
    const { total = 0, totalLower = 0, totalUpper = 0 } = params;
    const whole = block === null ? 'the whole programme' : 'the whole block';
    return {
      title: `${subject(words)}: reach ${percent(format, params['after'])} against ${percent(format, params['before'])}, which ${whole} does not show`,
      detail: `${sayChange(words)} · ${count(format, params['x'], params['n'])}; ${whole} ${inPoints(format, total)} ${sayRange(format, [totalLower, totalUpper])}`,
    };
  },
  'outlier-class': ({ params, names, format, q }) => {
    const { own = 0, all = 0, lower = 0, upper = 0 } = params;
    const side = own < lower ? 'below' : 'above';
    return {
      title: `${names[0] ?? ''}: reach ${percent(format, own)}, ${side} the limits for a class of this size`,
      detail: `${count(format, params['x'], params['n'])}, with ${percent(format, all)} in all classes · 99.8% limits: ${percent(format, lower)} to ${percent(format, upper)}${sayQ(format, q)}`,
    };
  },
  'silent-partner': ({ params, names, format, schoolYear }) => {
    const { silent = 0, inForce = 0, onceActive = 0 } = params;
    const who = pluralEn(silent, 'partner', 'partners');
    const before =
      onceActive > 0 ? ` · ${format.number(onceActive)} of the partners held events before` : '';
    return {
      title: `${format.number(silent)} ${who} under contract without events since the school year ${schoolYear} began`,
      detail: `Contracts in force: ${format.number(inForce)}${before} · ${listNames(format, names)}`,
    };
  },
  'new-partner': ({ params, names, format, schoolYear }) => {
    const { fresh = 0, events = 0 } = params;
    return {
      title: `${format.number(fresh)} ${pluralEn(fresh, 'partner', 'partners')} with their first events in the school year ${schoolYear}`,
      detail: `${format.number(events)} ${pluralEn(events, 'event', 'events')} · ${listNames(format, names)}`,
    };
  },
  'white-spot': ({ params, direction, format, period, yearAgo }) => {
    const { events = 0, yearAgo: former = 0 } = params;
    const held =
      former > 0
        ? `here ${yearAgo} had ${format.number(former)}`
        : yearAgo === ''
          ? ''
          : 'here there were none a year ago either';
    return {
      title: `Direction “${direction ?? ''}”: not one event in ${period}`,
      detail: `The other directions held ${format.number(events)} ${pluralEn(events, 'event', 'events')}${held && `; ${held}`}`,
    };
  },
  'data-gap': {
    everything: ({ period }) => ({
      title: `Nothing recorded for ${period}`,
      detail: 'Neither class rolls nor participations of that time have been loaded',
    }),
    roll: ({ period, params, format }) => ({
      title: `No class rolls for ${period}`,
      detail: `Shares cannot be counted without them. Participations recorded for that time: ${format.number(params['participations'] ?? 0)}`,
    }),
    participations: ({ period, params, format }) => ({
      title: `No participations recorded for ${period}`,
      detail: `The class rolls of that time hold ${format.number(params['roll'] ?? 0)} ${pluralEn(params['roll'] ?? 0, 'pupil', 'pupils')}; nothing can be said of reach`,
    }),
    unmatched: ({ period, params, format }) => ({
      title: `${percent(format, params['share'])} of the participations in ${period} found no pupil in the class rolls`,
      detail: `${count(format, params['unmatched'], params['participations'])} · they do not count towards reach`,
    }),
    block: ({ block, period, yearAgo }) => ({
      title: `Block ${block ?? ''}: no participations recorded for ${period}`,
      detail: `There were some in ${yearAgo}; reach of the whole programme is not compared with last year`,
    }),
  },
  calm: ({ params, format, period, yearAgo }) => ({
    title: 'No changes beyond the margin of error can be seen',
    detail: `Reach ${percent(format, params['after'])} in ${period}, ${percent(format, params['before'])} in ${yearAgo} · with this many pupils a difference of ${format.number((params['detectable'] ?? 0) * 100, 1)}\u00a0pp or more would show`,
  }),
};
