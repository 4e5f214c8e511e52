import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Programme } from '#lib/model/programme.ts';
import { schoolYears } from './calendar.ts';
import { defaultProgramme } from './default.ts';
import {
  addEntry,
  addSchoolYear,
  changeEntry,
  changeGoalpost,
  changeSettings,
  removeEntry,
  removeSchoolYear,
} from './edit.ts';
import { parseProgramme, type ParsedProgramme } from './schema.ts';

function programmeOf(parsed: ParsedProgramme): Programme {
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.programme;
}

const codesOf = (parsed: ParsedProgramme) =>
  parsed.ok ? [] : parsed.issues.map(({ code }) => code);

describe('edits', () => {
  it('changes one weight and nothing else, and leaves the former programme alone', () => {
    const before = structuredClone(defaultProgramme);
    const after = programmeOf(changeEntry(defaultProgramme, 'levels', 'regional', { weight: 7 }));
    expect(after.levels.find(({ id }) => id === 'regional')?.weight).toBe(7);
    expect({ ...after, levels: before.levels }).toEqual(before);
    expect(defaultProgramme).toEqual(before);
  });

  it('refuses a date that makes periods overlap, with the place', () => {
    const parsed = changeEntry(defaultProgramme, 'periods', '2025-1', { ends: '2025-11-10' });
    expect(parsed).toEqual({
      ok: false,
      issues: [
        { path: ['periods', 9, 'starts'], code: 'period-overlap', params: { id: '2025-1' } },
      ],
    });
  });

  it('refuses to touch what is not there', () => {
    expect(codesOf(changeEntry(defaultProgramme, 'roles', 'judge', {}))).toEqual(['step-absent']);
    expect(codesOf(removeEntry(defaultProgramme, 'roles', 'judge'))).toEqual(['step-absent']);
    expect(codesOf(changeGoalpost(defaultProgramme, 'civic', 'toString', {}))).toEqual([
      'step-absent',
    ]);
  });

  it('refuses to remove a block that directions need', () => {
    expect(new Set(codesOf(removeEntry(defaultProgramme, 'blocks', 'I')))).toEqual(
      new Set(['block-unknown']),
    );
  });

  it('changes goalposts and settings', () => {
    const civic = programmeOf(changeGoalpost(defaultProgramme, 'civic', 'M30', { high: 8 })).indices
      .civic;
    expect(civic['M30']).toEqual({ low: 0, high: 8, weight: 1 });
    expect(programmeOf(changeSettings(defaultProgramme, { creativityCut: 30 })).creativityCut).toBe(
      30,
    );
    expect(codesOf(changeGoalpost(defaultProgramme, 'civic', 'M30', { high: 0 }))).toEqual([
      'goalposts-same',
    ]);
  });

  it('adds an entry and takes it away again', () => {
    const role = {
      id: 'judge',
      name: { ru: 'судья', en: 'judge' },
      counted: true,
      synonyms: ['член жюри'],
    };
    const more = programmeOf(addEntry(defaultProgramme, 'roles', role));
    expect(more.roles).toHaveLength(defaultProgramme.roles.length + 1);
    expect(programmeOf(removeEntry(more, 'roles', 'judge'))).toEqual(defaultProgramme);
  });
});

describe('school years', () => {
  it('adds a year before, after and in between, and takes it away again', () => {
    for (const year of [2022, 2027]) {
      const more = programmeOf(addSchoolYear(defaultProgramme, year));
      expect(schoolYears(more)).toContain(year);
      expect(programmeOf(removeSchoolYear(more, year))).toEqual(defaultProgramme);
    }
    const without = programmeOf(removeSchoolYear(defaultProgramme, 2024));
    expect(schoolYears(programmeOf(addSchoolYear(without, 2024)))).toEqual([
      2023, 2024, 2025, 2026,
    ]);
  });

  it('copies the nearest year by whole years', () => {
    const more = programmeOf(addSchoolYear(defaultProgramme, 2027));
    expect(more.periods.at(-1)).toEqual({
      id: '2027-4',
      schoolYear: 2027,
      term: 4,
      starts: '2028-04-06',
      ends: '2028-05-26',
    });
  });

  it('refuses a year that is there, one that is not, and the last one', () => {
    expect(codesOf(addSchoolYear(defaultProgramme, 2025))).toEqual(['year-present']);
    expect(codesOf(removeSchoolYear(defaultProgramme, 2030))).toEqual(['year-absent']);
    let programme = defaultProgramme;
    for (const year of [2023, 2024, 2025])
      programme = programmeOf(removeSchoolYear(programme, year));
    expect(codesOf(removeSchoolYear(programme, 2026))).toEqual(['year-last']);
  });
});

it('every edit of a valid programme gives a valid one or is refused with a reason', () => {
  const list = fc.constantFrom(
    'tasks',
    'blocks',
    'directions',
    'periods',
    'levels',
    'results',
    'roles',
  );
  const entryId = fc.constantFrom(
    ...[defaultProgramme.levels, defaultProgramme.roles, defaultProgramme.periods].flatMap(
      (entries) => entries.map(({ id }) => id),
    ),
  );
  const day = fc
    .date({ min: new Date('2022-01-01'), max: new Date('2028-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const edits = fc.oneof(
    fc.record({ id: entryId, weight: fc.double() }).map(
      ({ id, weight }) =>
        (programme: Programme) =>
          changeEntry(programme, 'levels', id, { weight }),
    ),
    fc.record({ id: entryId, starts: day }).map(
      ({ id, starts }) =>
        (programme: Programme) =>
          changeEntry(programme, 'periods', id, { starts }),
    ),
    fc.record({ name: list, id: entryId }).map(
      ({ name, id }) =>
        (programme: Programme) =>
          removeEntry(programme, name, id),
    ),
    fc
      .integer({ min: 1980, max: 2110 })
      .map((year) => (programme: Programme) => addSchoolYear(programme, year)),
    fc
      .integer({ min: 2020, max: 2030 })
      .map((year) => (programme: Programme) => removeSchoolYear(programme, year)),
    fc
      .double()
      .map((remoteFactor) => (programme: Programme) => changeSettings(programme, { remoteFactor })),
  );
  fc.assert(
    fc.property(fc.array(edits, { maxLength: 6 }), (steps) => {
      let programme: Programme = defaultProgramme;
      for (const edit of steps) {
        const parsed = edit(programme);
        if (parsed.ok) programme = parsed.programme;
        else expect(parsed.issues.length).toBeGreaterThan(0);
        expect(parseProgramme(programme)).toEqual({ ok: true, programme });
      }
    }),
  );
});
