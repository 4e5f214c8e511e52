import { audit, type Audited } from '#lib/disclosure/passed.ts';
import type { SharedRelease } from '#lib/model/shared-release.ts';
import { defaultChoices, type Choices } from '#lib/workspace/choices.ts';
import { freeze, type Frozen } from '#lib/workspace/council/freeze.ts';
import type { Draft } from '#lib/workspace/council/draft.ts';
import { smallProgramme } from '../engine/small-school.ts';
import { loadPupils, type AttackedPupil } from './attacked-school.ts';
import type { PublishedTable } from './attacker.ts';

/** A figure of a snapshot, and what the attacker reads out of it. */
export type Figure = Omit<PublishedTable, 'rows'> & { readonly choices: Partial<Choices> };

const reachBy = { measure: 'M01', compare: 'none' } as const;

/** What every snapshot shows of one time. */
export function figuresOf(terms: readonly number[], grain: 'term' | 'year'): Figure[] {
  const one = (
    by: Figure['by'],
    choices: Partial<Choices>,
    measure: Figure['measure'] = 'reach',
  ): Figure => ({ measure, by, terms, choices: { ...reachBy, grain, ...choices } });
  return [
    one('class', { chart: 'bars', by: 'class' }),
    one('sex', { chart: 'bars', by: 'sex' }),
    one('direction', { chart: 'bars', by: 'direction' }),
    one('class-direction', { chart: 'matrix', by: 'class', across: 'direction' }),
    one('class-block', { chart: 'bars', by: 'class', across: 'block' }),
    one('class', { chart: 'bars', by: 'class', measure: 'M14' }, 'many-blocks'),
  ];
}

/** Shares figures of a period, audited as the app audits them where no other audit is given. */
export async function share(
  pupils: readonly AttackedPupil[],
  period: number,
  figures: readonly Figure[],
  earlier: readonly SharedRelease[],
  auditing: (...asked: Parameters<typeof audit>) => Audited = audit,
): Promise<Extract<Frozen, { kind: 'frozen' }>> {
  const engine = await loadPupils(pupils);
  const draft: Draft = {
    id: 'd',
    name: 'Снимок',
    form: 'slides',
    period: smallProgramme.periods[period]?.id ?? null,
    pages: [
      {
        id: 's1',
        title: 'Охват',
        pieces: figures.map(({ choices }, at) => ({
          kind: 'figure',
          id: `p${at}`,
          choices: { ...defaultChoices, period: null, ...choices },
        })),
      },
    ],
  };
  try {
    const frozen = await freeze(draft, {
      engine,
      programme: smallProgramme,
      own: [],
      period,
      language: 'ru',
      source: { ru: '', en: '' },
      sources: [],
      dataDay: '2025-01-10',
      madeOn: '2025-01-12',
      earlier,
      audit: (register, rules) => Promise.resolve(auditing(register, rules)),
    });
    if (frozen.kind === 'exposed') throw new Error('Nothing could be shared');
    return frozen;
  } finally {
    await engine.close();
  }
}
