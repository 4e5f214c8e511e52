import { describe, expect, it } from 'vitest';
import type { Finding } from '#lib/analysis/findings/finding.ts';
import { locales } from '#lib/i18n/locale.ts';
import { defaultProgramme } from '#lib/programme/default.ts';
import { findingPieces } from './finding-pieces.ts';
import { numbersIn } from './live-number.ts';

const period = defaultProgramme.periods.findIndex(({ id }) => id === '2025-3');
const setting = { programme: defaultProgramme, own: [], period, locale: locales.ru };
const block = { dimension: 'block', values: ['II'], excluded: false } as const;
const finding: Finding = {
  kind: 'change',
  strength: 1,
  measure: 'M01',
  slice: [block],
  period,
  yearAgo: period - 4,
  params: { before: 0.31, after: 0.382 },
  estimate: null,
  q: 0.02,
  n: 1121,
  names: [],
  view: 'slope',
  link: {
    measure: 'M01',
    by: ['grade'],
    grain: 'term',
    times: 'all',
    selection: [block],
    compare: 'year-ago',
  },
};

describe('findingPieces', () => {
  it('says a finding with live numbers of its own period, and shows its picture', () => {
    const [text, figure] = findingPieces(finding, setting);
    if (text?.kind !== 'text' || figure?.kind !== 'figure') throw new Error('Something is missing');
    expect([...numbersIn([text.text]).values()]).toEqual([
      expect.objectContaining({ form: 'value', selection: [block], time: { period: '2025-3' } }),
      expect.objectContaining({ form: 'change', selection: [block], time: { period: '2025-3' } }),
    ]);
    // No number stands in it that the check of a snapshot would not see.
    expect(text.text.replaceAll(/\{\{[^{}]*\}\}/g, '')).not.toMatch(/38|31|7,2/);
    expect(figure.choices).toMatchObject({ chart: 'slope', period: '2025-3', selection: [block] });
  });

  it('shows a change that is split into parts as bars', () => {
    const [, figure] = findingPieces({ ...finding, view: 'waterfall' }, setting);
    expect(figure).toMatchObject({ choices: { chart: 'bars' } });
  });

  it('takes nothing along of a partner, whose key is not lasting', () => {
    const partner = { dimension: 'partner', values: [3], excluded: false } as const;
    const of = { ...finding, slice: [partner], link: { ...finding.link, selection: [partner] } };
    expect(findingPieces(of, setting)).toEqual([]);
  });
});
