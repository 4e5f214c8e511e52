import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Star } from '#lib/engine/schema.ts';
import { openFile, type OpenFile } from '#lib/ingest/reading.ts';
import { findRevisions, type Revision } from '#lib/ingest/revision.ts';
import { deriveStar, type StarReport } from '#lib/ingest/star/star.ts';
import { defaultProgramme } from '#lib/programme/default.ts';

interface Share {
  x: number;
  n: number;
}
interface ExpectedSheet {
  sheet: string | null;
  dataRows: number;
  rejected: { row: number; reason: string; value: string | null }[];
  duplicates: unknown[];
  totals: unknown[];
  sections: unknown[];
}
interface ExpectedQuarter {
  roll: number;
  reach: Share;
  participations: number;
  spectators: number;
  byBlock: Record<string, Share & { participations: number }>;
  byDirection: Record<string, Share & { participations: number }>;
  byGrade: Record<string, Share>;
  bySex: Record<string, Share>;
  byClass: Record<string, Share>;
  hours: { sum: number; rows: number };
  events: { named: number; withHeadcounts: number };
  activePartners: { named: number; withHeadcounts: number };
}
interface Moments {
  pairs: number;
  meanBefore: number;
  meanGain: number;
}
interface Expected {
  totals: {
    pupilsEver: number;
    partners: number;
    eventsNamed: number;
    eventsWithHeadcounts: number;
    participations: number;
    spectators: number;
  };
  files: {
    name: string;
    kind: string;
    dataRows: number;
    rejectedRows: number;
    sheets: ExpectedSheet[];
  }[];
  quarters: Record<string, ExpectedQuarter>;
  headcounts: {
    rows: number;
    events: number;
    people: number;
    alsoNamed: { event: string; counted: number; named: number }[];
  };
  assessments: {
    torrance: Record<string, { rows: number; scales: Record<string, Moments>; sum: Moments }>;
    johnson: Record<string, { rows: number; sum: Moments }>;
  };
  surveys: Record<
    'civic' | 'wellbeing',
    Record<string, { answers: number; items: { text: string; mean: number }[] }>
  >;
  namesakes: {
    name: string;
    people: { name: string; birth: string; classes: Record<string, string> }[];
  }[];
  corrections: { added: number; changed: number; removed: number };
}

const folder = 'data-samples';
const expected = JSON.parse(readFileSync(`${folder}/expected.json`, 'utf8')) as Expected;
const names = readdirSync(folder).filter((name) => /\.(?:csv|txt|xlsx|xls|ods)$/.test(name));
const setting = { programme: defaultProgramme, recipes: [] };
const opened = new Map<string, OpenFile>();
let revisions: Map<string, Revision>;
let star: Star;
let report: StarReport;

const kindOf: Record<string, string> = {
  roll: 'roll',
  partners: 'partner',
  participations: 'participation',
  events: 'event',
  headcounts: 'headcount',
  torrance: 'assessment',
  johnson: 'assessment',
};

beforeAll(async () => {
  for (const [place, name] of names.entries()) {
    opened.set(
      name,
      await openFile(
        { name, bytes: new Uint8Array(readFileSync(`${folder}/${name}`)), modified: place },
        setting,
      ),
    );
  }
  const candidates = [...opened].map(([id, { records }]) => ({
    id,
    name: id,
    modified: 0,
    records,
  }));
  revisions = findRevisions(candidates, []);
  const superseded = new Set([...revisions.values()].map((revision) => revision.of));
  ({ star, report } = deriveStar(
    candidates.filter(({ id }) => !superseded.has(id)),
    defaultProgramme,
  ));
}, 60_000);

const reasonOf: Record<string, readonly string[]> = {
  'name-missing': ['empty-name'],
  'class-missing': ['unknown-class'],
  'class-unknown': ['unknown-class'],
  'date-impossible': ['impossible-date'],
  'result-unknown': ['unknown-result'],
};

describe('every sample file', () => {
  test.each(expected.files.map((file) => [file.name, file] as const))(
    '%s is understood row by row',
    (name, file) => {
      const { reading } = opened.get(name) ?? {};
      expect(reading?.refusal).toBeNull();
      expect(reading?.tables.every((table) => table.kind !== null)).toBe(true);
      const kind = kindOf[file.kind];
      if (kind)
        expect(new Set(reading?.tables.map((table) => table.kind))).toEqual(new Set([kind]));
      for (const sheet of file.sheets) {
        const table = reading?.tables.find((one) => !sheet.sheet || one.sheet === sheet.sheet);
        expect(table?.counts).toMatchObject({
          accepted: sheet.dataRows,
          quarantined: sheet.rejected.length,
          setAside: {
            duplicate: sheet.duplicates.length,
            total: sheet.totals.length,
            section: sheet.sections.length,
            'no-value': 0,
          },
        });
        const errors = (table?.issues ?? []).filter((issue) => issue.severity === 'error');
        expect(
          errors.map((issue) => ({
            row: (issue.at?.row ?? -1) + 1,
            reason: reasonOf[issue.code]?.[0],
          })),
        ).toEqual(sheet.rejected.map(({ row, reason }) => ({ row, reason })));
      }
    },
  );

  test('rows read = accepted + quarantined + set aside', () => {
    for (const { reading } of opened.values()) {
      for (const { counts, layout } of reading.tables) {
        const aside = Object.values(counts.setAside).reduce((sum, count) => sum + count, 0);
        expect(counts.read).toBe(counts.accepted + counts.quarantined + aside);
        const header = layout.headerRows.at(-1) ?? layout.range.top - 1;
        expect(counts.read).toBe(layout.range.bottom - header);
      }
    }
  });
});

function quarterIndex(key: string): number {
  const [year = '', term = ''] = key.split('-');
  return defaultProgramme.periods.findIndex(
    (period) => period.schoolYear === Number(year.slice(0, 4)) && period.term === Number(term),
  );
}

function directionIndex(name: string): number {
  return defaultProgramme.directions.findIndex(
    (direction) => direction.name.ru.toLowerCase() === name,
  );
}

/** Distinct pupils of the roll with a counted participation for which `holds`, and the size of that roll. */
function reach(
  period: number,
  ofRoll: (at: number) => boolean,
  ofEvent: (event: number) => boolean,
): Share {
  const roll = new Set(
    star.roll.person.filter((_person, at) => star.roll.period[at] === period && ofRoll(at)),
  );
  const reached = new Set<number | null>();
  for (const [at, person] of star.participation.person.entries()) {
    if (star.participation.period[at] !== period || !roll.has(person)) continue;
    if (
      star.role.counted[star.participation.role[at] ?? -1] &&
      ofEvent(star.participation.event[at] ?? -1)
    )
      reached.add(person);
  }
  return { x: reached.size, n: roll.size };
}

const anyRoll = () => true;
const anyEvent = () => true;
const named = () => new Set(star.participation.event);

describe.each(Object.entries(expected.quarters))('quarter %s', (key, quarter) => {
  const period = quarterIndex(key);

  test('reach of all, by block, direction, grade, sex and class', () => {
    expect(reach(period, anyRoll, anyEvent)).toEqual(quarter.reach);
    for (const [block, { x, n }] of Object.entries(quarter.byBlock)) {
      const index = star.block.id.indexOf(block);
      expect([block, reach(period, anyRoll, (event) => star.event.block[event] === index)]).toEqual(
        [block, { x, n }],
      );
    }
    for (const [direction, { x, n }] of Object.entries(quarter.byDirection)) {
      const index = directionIndex(direction);
      expect([
        direction,
        reach(period, anyRoll, (event) => star.event.direction[event] === index),
      ]).toEqual([direction, { x, n }]);
    }
    for (const [grade, share] of Object.entries(quarter.byGrade)) {
      expect(reach(period, (at) => star.roll.grade[at] === Number(grade), anyEvent)).toEqual(share);
    }
    for (const [name, share] of Object.entries(quarter.bySex)) {
      const sex = name === 'М' ? 'm' : 'f';
      expect(
        reach(period, (at) => star.participant.sex[star.roll.person[at] ?? -1] === sex, anyEvent),
      ).toEqual(share);
    }
    for (const [name, share] of Object.entries(quarter.byClass)) {
      expect([name, reach(period, (at) => star.roll.class[at] === name, anyEvent)]).toEqual([
        name,
        share,
      ]);
    }
  });

  test('participations, spectators, hours, events and partners', () => {
    const rows = star.participation.period.flatMap((own, at) => (own === period ? [at] : []));
    const counted = rows.filter((at) => star.role.counted[star.participation.role[at] ?? -1]);
    expect(counted.length).toBe(quarter.participations);
    expect(rows.length - counted.length).toBe(quarter.spectators);
    const hours = counted.flatMap((at) => star.participation.hours[at] ?? []);
    expect({ sum: hours.reduce((sum, one) => sum + one, 0), rows: hours.length }).toEqual(
      quarter.hours,
    );
    const events = new Set(rows.map((at) => star.participation.event[at] ?? -1));
    const all = new Set([
      ...events,
      ...star.headcount.event.filter((_event, at) => star.headcount.period[at] === period),
    ]);
    expect({ named: events.size, withHeadcounts: all.size }).toEqual(quarter.events);
    const partners = (list: Iterable<number | null>) =>
      new Set([...list].flatMap((event) => star.event.partner[event ?? -1] ?? []));
    expect({ named: partners(events).size, withHeadcounts: partners(all).size }).toEqual(
      quarter.activePartners,
    );
  });
});

test('people, partners and events over all files', () => {
  expect(report.people).toBe(expected.totals.pupilsEver);
  expect(report.matched).toBe(expected.totals.pupilsEver);
  expect(star.partner.name.length).toBe(expected.totals.partners);
  expect(star.partner.listed.every(Boolean)).toBe(true);
  expect(named().size).toBe(expected.totals.eventsNamed);
  expect(new Set([...named(), ...star.headcount.event]).size).toBe(
    expected.totals.eventsWithHeadcounts,
  );
  expect(star.participation.event.length).toBe(
    expected.totals.participations + expected.totals.spectators,
  );
});

test('the corrected file replaces the first one, and nothing else is a revision', () => {
  const corrected = 'Участие III четверть 2025-2026 (исправлено).xlsx';
  expect([...revisions.keys()]).toEqual([corrected]);
  const { added, changed, removed } = expected.corrections;
  expect(revisions.get(corrected)).toMatchObject({
    of: 'Участие III четверть 2025-2026.xlsx',
    added,
    changed,
    removed,
  });
});

test('counts without names stand beside the names of the same events', () => {
  expect(star.headcount.event.length).toBe(expected.headcounts.rows);
  expect(new Set(star.headcount.event).size).toBe(expected.headcounts.events);
  expect(star.headcount.n.reduce<number>((sum, n) => sum + (n ?? 0), 0)).toBe(
    expected.headcounts.people,
  );
  const found = report.counted
    .map(({ title, counted, named: people }) => `${title} ${counted} ${people}`)
    .toSorted();
  expect(found).toEqual(
    expected.headcounts.alsoNamed
      .map(({ event, counted, named: people }) => `${event} ${counted} ${people}`)
      .toSorted(),
  );
});

test('namesakes stay apart in every year', () => {
  for (const { people } of expected.namesakes) {
    const persons = people.map(({ classes }) => {
      const found = Object.entries(classes).map(([year, name]) => {
        const at = star.roll.person.findIndex(
          (person, place) =>
            star.roll.class[place] === name &&
            star.period.school_year[star.roll.period[place] ?? -1] === Number(year.slice(0, 4)) &&
            star.participant.key[person ?? -1]?.startsWith(
              `${people[0]?.name
                .split(' ')
                .slice(0, 2)
                .map((word) => word.toLowerCase().replaceAll('ё', 'е'))
                .toSorted()
                .join(' ')}|`,
            ),
        );
        return star.roll.person[at];
      });
      expect(new Set(found).size).toBe(1);
      return found[0];
    });
    expect(new Set(persons).size).toBe(people.length);
  }
});

const scaleIds: Record<string, string> = {
  беглость: 'fluency',
  гибкость: 'flexibility',
  оригинальность: 'originality',
  разработанность: 'elaboration',
};

/** Mean before and mean gain over pupils with all of these scales in both waves of a school year. */
function pairs(instrument: string, schoolYear: number, scales: readonly string[]): Moments {
  const sums = new Map<number, { pre: number[]; post: number[] }>();
  const { assessment } = star;
  for (const [at, person] of assessment.person.entries()) {
    const wave = assessment.wave[at];
    const score = assessment.score[at] ?? null;
    if (
      assessment.instrument[at] !== instrument ||
      assessment.school_year[at] !== schoolYear ||
      person === null ||
      score === null
    )
      continue;
    if (!scales.includes(assessment.scale[at] ?? '') || (wave !== 'pre' && wave !== 'post'))
      continue;
    const own = sums.get(person) ?? { pre: [], post: [] };
    own[wave].push(score);
    sums.set(person, own);
  }
  const total = (list: readonly number[]) => list.reduce((sum, one) => sum + one, 0);
  const whole = [...sums.values()].filter(
    ({ pre, post }) => pre.length === scales.length && post.length === scales.length,
  );
  const mean = (list: readonly number[]) => Number((total(list) / list.length).toFixed(6));
  return {
    pairs: whole.length,
    meanBefore: mean(whole.map(({ pre }) => total(pre))),
    meanGain: mean(whole.map(({ pre, post }) => total(post) - total(pre))),
  };
}

test('scores of Torrance and Johnson pair up by pupil', () => {
  for (const [year, { scales, sum }] of Object.entries(expected.assessments.torrance)) {
    for (const [scale, moments] of Object.entries(scales)) {
      expect(moments).toMatchObject(
        pairs('torrance', Number(year.slice(0, 4)), [scaleIds[scale] ?? '']),
      );
    }
    expect(sum).toMatchObject(pairs('torrance', Number(year.slice(0, 4)), Object.values(scaleIds)));
  }
  for (const [year, { sum }] of Object.entries(expected.assessments.johnson)) {
    expect(sum).toMatchObject(pairs('johnson', Number(year.slice(0, 4)), ['total']));
  }
});

test('answers of the questionnaires keep their means', () => {
  for (const [instrument, quarters] of Object.entries(expected.surveys)) {
    for (const [key, { answers, items }] of Object.entries(quarters)) {
      const period = quarterIndex(key);
      const rows = star.survey.answer.flatMap((_answer, at) =>
        star.survey.instrument[at] === instrument && star.survey.period[at] === period ? [at] : [],
      );
      expect(new Set(rows.map((at) => star.survey.answer[at])).size).toBe(answers);
      for (const { text, mean } of items) {
        const values = rows
          .filter((at) => star.survey.item[at] === text)
          .map((at) => star.survey.value[at] ?? 0);
        const high = /7 —/.test(text) ? 7 : 5;
        expect([
          text,
          1 + (high - 1) * (values.reduce((sum, one) => sum + one, 0) / values.length),
        ]).toEqual([text, expect.closeTo(mean, 5)]);
      }
    }
  }
});
