import { audit } from '#lib/disclosure/passed.ts';
import type { Engine } from '#lib/engine/engine.ts';
import { askPivot } from '#lib/analysis/pivot-answer.ts';
import type { PivotTable } from '#lib/analysis/pivot-table.ts';
import type { fileOf } from '#lib/charts/saving/keep-picture.ts';
import type { Published } from '#lib/disclosure/published.ts';
import { locales } from '#lib/i18n/locale.ts';
import type { InSchool } from '#lib/model/in-school.ts';
import type { SharedRelease } from '#lib/model/shared-release.ts';
import { defaultChoices, type Choices } from '#lib/workspace/choices.ts';
import { restoreDraft, storeDraft } from '#lib/workspace/council/draft.ts';
import { draftOfFigure, freezeFigure } from '#lib/workspace/keeping/freeze-figure.ts';
import { freezePivot } from '#lib/workspace/keeping/freeze-pivot.ts';
import { refuseKeeping, refusePivot } from '#lib/workspace/keeping/keepable.ts';
import { releaseOfKept } from '#lib/workspace/keeping/record-release.ts';
import { sharedTableAsText, writeFigure } from '#lib/workspace/keeping/write-figure.ts';
import type { writeInnerPivot } from '#lib/workspace/keeping/write-pivot.ts';
import { writeSharedPivot } from '#lib/workspace/keeping/write-pivot.ts';
import { defaultPivot, specOf } from '#lib/workspace/pivot-choices.ts';
import { toPicture } from '#lib/workspace/pivot-picture.ts';
import { askView } from '#lib/workspace/view-answer.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { smallProgramme } from '../engine/small-school.ts';
import { classes, firstPeriod, loadPupils, pupilsOf } from './attacked-school.ts';

const pupils = pupilsOf(1, 1);
const programme = smallProgramme;
const least = programme.privacy.least;
let engine: Engine;
beforeAll(async () => {
  engine = await loadPupils(pupils);
});
afterAll(() => engine.close());

const auditing = (earlier: readonly SharedRelease[] = []) => ({
  engine,
  programme,
  earlier,
  audit: (register: Parameters<typeof audit>[0], rules: Parameters<typeof audit>[1]) =>
    Promise.resolve(audit(register, rules)),
});
const setting = (earlier: readonly SharedRelease[] = []) => ({
  ...auditing(earlier),
  own: [],
  period: firstPeriod,
  language: 'ru' as const,
  source: { ru: '', en: '' },
  sources: [],
  dataDay: '2025-01-10',
  madeOn: '2025-01-12',
});

const ofClasses: Choices = { ...defaultChoices, by: 'class', chart: 'bars', compare: 'none' };
const reachIn = (name: string, bit: number | null = null): number =>
  pupils.filter(
    (one) =>
      one.class === name &&
      one.patterns.some((bits) => (bit === null ? bits > 0 : (bits >> bit) % 2 === 1)),
  ).length;
/** Whether so many of so many may stand in a file at all. */
const isSmall = (x: number, n: number): boolean => x < least || n - x < least;

async function freezeOf(choices: Choices, earlier: readonly SharedRelease[] = []) {
  const answer = await askView(engine, choices, programme);
  const frozen = await freezeFigure(answer, 'Охват', setting(earlier));
  if (frozen.kind !== 'frozen') throw new Error(frozen.kind);
  return frozen;
}

describe('a picture that leaves the school', () => {
  it('is a draft of one figure', () => {
    const draft = draftOfFigure({ choices: ofClasses }, 'Охват');
    expect(draft.pages.flatMap(({ pieces }) => pieces)).toEqual([
      { kind: 'figure', id: 'p1', choices: ofClasses },
    ]);
    expect(restoreDraft(storeDraft(draft))).toEqual(draft);
  });

  it('holds no number of few, and no number of those that are left when few are taken away', async () => {
    const direction = smallProgramme.directions[1]?.id ?? '';
    const only = { dimension: 'direction', values: [direction], excluded: false } as const;
    const { content, certificate } = await freezeOf({ ...ofClasses, selection: [only] });
    const rows = sharedTableAsText(content, 'ru')
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t'));
    const x = rows[0]?.indexOf('x, n') ?? -1;
    const small = classes.filter(([name, size]) => isSmall(reachIn(name, 1), size));
    expect(small.length).toBeGreaterThan(0);
    expect(certificate.primary + certificate.secondary).toBeGreaterThanOrEqual(small.length);
    for (const [name] of small) {
      const row = rows.find(([label]) => label === name);
      expect(row?.slice(2).join('')).toBe('— скрыто');
    }
    for (const [name, size] of classes) {
      const row = rows.find(([label]) => label === name);
      if (row?.[2] !== '— скрыто') {
        expect(row?.slice(x, x + 2)).toEqual([String(reachIn(name, 1)), String(size)]);
      }
    }
    const csv = await writeFigure(content, 'csv', 'ru').then((file) => file?.text());
    expect(csv).toContain('скрыто');
  });

  it('is reckoned with when the next one leaves', async () => {
    const first = await freezeOf(ofClasses);
    const release = releaseOfKept(first, 'picture', 'Охват', 'png');
    expect(release).toMatchObject({ form: 'picture', formats: ['png'], title: 'Охват' });
    expect(release.statements.length).toBeGreaterThan(0);
    expect(releaseOfKept(await freezeOf(ofClasses), 'picture', 'Охват', 'csv').id).toBe(release.id);
    const bySex = { ...ofClasses, by: 'sex' } as const;
    const [alone, after] = [await freezeOf(bySex), await freezeOf(bySex, [release])];
    expect(after.certificate.earlier).toEqual([release.id]);
    expect(after.certificate.statements).toBe(
      alone.certificate.statements + release.statements.length,
    );
  });

  it.each([
    [{ chart: 'waterfall' }, 'waterfall'],
    [{ chart: 'cohort', compare: 'year-ago' }, 'same-pupils'],
    [{ by: 'partner' }, 'partner'],
    [{ measure: 'M37' }, 'no-sum'],
  ] as const)('stays inside where nobody could prove it: %o', async (change, reason) => {
    const result = (await askView(engine, ofClasses, programme)).result;
    const answer = {
      choices: { ...ofClasses, ...change },
      result,
      until: null,
      last: null,
      beside: null,
    };
    expect(refuseKeeping({ kind: 'answer', answer }, programme)).toBe(reason);
  });
});

describe('a pivot that leaves the school', () => {
  const choices = {
    ...defaultPivot,
    measures: ['M01', 'M04'],
    rows: ['class'],
    columns: ['direction'],
  } as const;

  it('is audited with all its measures and totals at once', async () => {
    let table: PivotTable | null = null;
    const spec = specOf(choices, programme, firstPeriod);
    const { signal } = new AbortController();
    await askPivot(engine, spec, programme, (told) => (table = told), signal);
    if (!table) throw new Error('no table');
    const naming = { programme, own: [], locale: locales.ru };
    const frozen = await freezePivot(toPicture(table, choices, naming), choices, auditing());
    if (frozen.kind !== 'frozen') throw new Error(frozen.kind);
    const { rows, headRows } = frozen.content;
    const heads = rows[0] ?? [];
    const body = rows.slice(headRows);
    expect(body.map(([name]) => name)).toEqual(['Всего', ...classes.map(([name]) => name)]);
    let small = 0;
    for (const [name, size] of classes) {
      const row = body.find(([own]) => own === name) ?? [];
      for (const [bit, { name: named }] of smallProgramme.directions.entries()) {
        const at = heads.findIndex((head) => String(head).toLowerCase() === named.ru);
        expect(at).toBeGreaterThan(0);
        const x = reachIn(name, bit);
        if (!isSmall(x, size)) continue;
        small += 1;
        expect(row[at]).toBe('скрыто');
      }
    }
    expect(small).toBeGreaterThan(0);
    const csv = await writeSharedPivot(frozen.content, 'csv', [], locales.ru).text();
    expect(csv).not.toContain(locales.ru.t.saving.caution);
  });

  it('stays inside with a measure that is no sum over pupils, with partners, and where it is too fine', () => {
    expect(refusePivot(choices, 40, programme)).toBeNull();
    expect(refusePivot({ ...choices, measures: ['M01', 'M37'] }, 40, programme)).toBe('no-sum');
    expect(refusePivot({ ...choices, rows: ['partner'] }, 40, programme)).toBe('partner');
    expect(refusePivot(choices, 100_000, programme)).toBe('too-fine');
  });
});

describe('the two doors', () => {
  type Fits<A, B> = A extends B ? true : false;
  type Taken<F extends (...args: never[]) => unknown> = Parameters<F>[0];

  it('take nothing of one another, and nothing that nobody marked: this compiles or does not', () => {
    const neither: [
      Fits<Taken<typeof fileOf>, Published<unknown>>,
      Fits<Taken<typeof writeInnerPivot>, Taken<typeof writeSharedPivot>>,
      Fits<Taken<typeof writeSharedPivot>, Taken<typeof writeInnerPivot>>,
      Fits<Taken<typeof writeFigure>, InSchool<unknown>>,
    ] = [false, false, false, false];
    expect(neither).not.toContain(true);
  });
});
