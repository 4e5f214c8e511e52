import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultProgramme } from '#lib/programme/default.ts';
import { dayOf } from '../day.ts';
import { addRecord, type RecordSet } from '../record.ts';
import { deedsOf, personOf, place, rollOf, plainEvent } from './records.fixture.ts';
import { deriveStar, type ImportRecords } from './star.ts';

const derive = (...sets: RecordSet[]) =>
  deriveStar(
    sets.map((records, index) => ({ id: `import-${index}`, records })),
    defaultProgramme,
  );
const nameOf = (star: ReturnType<typeof derive>['star'], person: number | null | undefined) =>
  star.participant.key[person ?? -1];

describe('identity', () => {
  test('a pupil is one person over the years, in spite of ё, case and a change of class', () => {
    const { star, report } = derive(
      rollOf([{ name: 'Озёров Пётр', class: '5А', year: 2024 }]),
      rollOf([{ name: 'ОЗЕРОВ ПЕТР ИЛЬИЧ', class: '6Б', year: 2025 }]),
    );
    expect(report.people).toBe(1);
    expect(star.roll.class.toSorted()).toEqual(['5А', '5А', '5А', '5А', '6Б', '6Б', '6Б', '6Б']);
  });

  test('two rows of one roll that part in mid-year are one pupil, in the class of each quarter’s last day', () => {
    const { star, report } = derive(
      rollOf([
        { name: 'Юдин Юрий', class: '6А', left: '2025-12-01' },
        { name: 'Юдин Юрий', class: '6В', entered: '2025-12-02' },
      ]),
    );
    expect(report.people).toBe(1);
    expect(star.roll.class).toEqual(['6А', '6В', '6В', '6В']);
  });

  test('who entered after a quarter or left before it is not on its roll', () => {
    const { star } = derive(
      rollOf([
        { name: 'Юдин Юрий', class: '6А', entered: '2026-01-12' },
        { name: 'Агеева Анна', class: '6А', left: '2025-11-04' },
      ]),
    );
    const terms = (name: string) =>
      star.roll.person.flatMap((person, at) =>
        star.participant.name[person ?? -1] === name
          ? [star.period.term[star.roll.period[at] ?? -1]]
          : [],
      );
    expect(terms('Юдин Юрий')).toEqual([3, 4]);
    expect(terms('Агеева Анна')).toEqual([1]);
  });

  test('namesakes in one cohort stay apart by class, and their deeds go to the right one', () => {
    const { star, report } = derive(
      rollOf([
        { name: 'Княжева Ева', class: '5А', birth: '2014-04-30' },
        { name: 'Княжева Ева', class: '5В', birth: '2014-08-29' },
      ]),
      deedsOf([
        { who: 'Княжева Ева', at: '5В' },
        { who: 'Княжева Ева', at: '5А' },
        { who: 'Княжева Ева', at: '5Г' },
        { who: 'Княжева Ева', at: null },
      ]),
    );
    expect(report.matched).toBe(2);
    const known = star.participation.person.map((person) => star.participant.matched[person ?? -1]);
    expect(known).toEqual([true, true, false, false]);
    expect(star.participation.class.slice(0, 2)).toEqual(['5В', '5А']);
    expect(new Set(star.participation.person).size).toBe(4);
  });

  test('namesakes in one class are told by patronymic, and without one nobody is credited', () => {
    const { star } = derive(
      rollOf([
        { name: 'Княжева Ева Фёдоровна', class: '5А' },
        { name: 'Княжева Ева Михайловна', class: '5А' },
      ]),
      deedsOf([
        { who: 'Княжева Ева Михайловна', at: '5А' },
        { who: 'Княжева Ева', at: '5А' },
      ]),
    );
    expect(star.participant.name[star.participation.person[0] ?? -1]).toBe(
      'Княжева Ева Михайловна',
    );
    expect(star.participant.matched[star.participation.person[1] ?? -1]).toBe(false);
  });

  test('an initial finds its only bearer in the class', () => {
    const { star } = derive(
      rollOf([
        { name: 'Иванов Пётр', class: '5А' },
        { name: 'Иванов Илья', class: '5А' },
      ]),
      deedsOf([{ who: 'Иванов П.', at: '5А' }]),
    );
    expect(nameOf(star, star.participation.person[0])).toMatch(/^иванов петр/);
  });

  test('a namesake of another age is not taken for the only bearer of the name', () => {
    const { star } = derive(
      rollOf([{ name: 'Иванов Пётр', class: '5А' }]),
      deedsOf([{ who: 'Иванов Пётр', at: '10А' }]),
    );
    expect(star.participant.matched[star.participation.person[0] ?? -1]).toBe(false);
  });

  const names = fc.constantFrom('Иванов Пётр', 'Агеева Анна', 'Юдин Юрий');
  const enrolled = fc.record({
    name: names,
    class: fc.constantFrom('5А', '5Б', '6А', '11В'),
    birth: fc.option(fc.constantFrom('2014-01-02', '2014-05-06'), { nil: undefined }),
  });
  const clean = (
    rows: readonly { name: string; class: string; birth: string | undefined }[],
    year: number,
  ) =>
    rows.map(({ name, class: named, birth }) => ({
      name,
      class: named,
      year,
      ...(birth === undefined ? {} : { birth }),
    }));

  test('no two rows of one roll are ever one person', () => {
    fc.assert(
      fc.property(
        fc.array(enrolled, { maxLength: 12 }),
        fc.array(enrolled, { maxLength: 12 }),
        (now, before) => {
          const { star } = derive(rollOf(clean(before, 2024)), rollOf(clean(now, 2025)));
          const seen = new Set<string>();
          for (const [at, person] of star.roll.person.entries())
            seen.add(`${person}|${star.roll.period[at]}`);
          expect(seen.size).toBe(star.roll.person.length);
          expect(star.roll.person.length).toBe(4 * (now.length + before.length));
        },
      ),
    );
  });

  test('the order of imports does not matter to who is who', () => {
    fc.assert(
      fc.property(
        fc.array(enrolled, { maxLength: 8 }),
        fc.array(enrolled, { maxLength: 8 }),
        fc.array(enrolled, { maxLength: 8 }),
        (a, b, c) => {
          const imports: ImportRecords[] = [
            { id: 'a', records: rollOf(clean(a, 2023)) },
            { id: 'b', records: rollOf(clean(b, 2024)) },
            { id: 'c', records: rollOf(clean(c, 2025)) },
            {
              id: 'd',
              records: deedsOf(a.map(({ name, class: named }) => ({ who: name, at: named }))),
            },
          ];
          const people = (list: readonly ImportRecords[]) => {
            const { star } = deriveStar(list, defaultProgramme);
            const roll = star.roll.person
              .map(
                (person, at) =>
                  `${nameOf(star, person)} ${star.roll.period[at]} ${star.roll.class[at]}`,
              )
              .toSorted();
            return { keys: star.participant.key.toSorted(), roll };
          };
          expect(people(imports.toReversed())).toEqual(people(imports));
        },
      ),
    );
  });
});

describe('events and what is counted once', () => {
  test('a title and a date make one event over plan, names and counts; names win', () => {
    const event = {
      title: 'конкурс "РАДУГА"',
      starts: dayOf('2025-09-12'),
      ends: dayOf('2025-09-12'),
      exact: true,
      school_year: 2025,
      term: 1,
      direction: null,
      block: 'II',
      partner: 'МБУ ДО «Дворец творчества»',
      level: null,
      remote: null,
      event_kind: 'конкурс',
      hours: 2,
    };
    const plan: RecordSet = {};
    addRecord(plan, {
      kind: 'event',
      record: { ...event, planned: true, held: null, ...place, row: 1 },
    });
    const counts: RecordSet = {};
    addRecord(counts, {
      kind: 'headcount',
      record: {
        ...event,
        class: '5А',
        grade: 5,
        n: 3,
        n_winners: null,
        n_prizes: null,
        ...place,
        row: 1,
      },
    });
    const { star, report } = derive(
      plan,
      deedsOf([
        { who: 'Агеева Анна', at: '5А' },
        { who: 'Бобров Илья', at: '5А', partner: 'Дворец творчества' },
      ]),
      counts,
    );
    expect(star.event.title).toEqual(['конкурс "РАДУГА"']);
    expect(star.event).toMatchObject({
      planned: [true],
      held: [true],
      competitive: [true],
      hours: [2],
      partner: [0],
    });
    expect(star.partner.name).toEqual(['МБУ ДО «Дворец творчества»']);
    expect(star.headcount.named).toEqual([true]);
    expect(report.counted).toEqual([{ event: 0, title: 'конкурс "РАДУГА"', counted: 3, named: 2 }]);
  });

  test('the same title on another day is another event, a month in a plan finds its only day', () => {
    const plan: RecordSet = {};
    addRecord(plan, {
      kind: 'event',
      record: {
        title: 'Конкурс «Радуга»',
        starts: dayOf('2025-10-01'),
        ends: dayOf('2025-10-31'),
        ...plainEvent,
        exact: false,
        planned: true,
        held: null,
        ...place,
        row: 1,
      },
    });
    const { star } = derive(
      plan,
      deedsOf([
        { who: 'Агеева Анна', at: '5А' },
        { who: 'Агеева Анна', at: '5А', on: '2025-10-14' },
      ]),
    );
    expect(star.event.starts).toHaveLength(2);
    expect(star.event.planned.toSorted()).toEqual([false, true]);
    expect(star.event.planned[star.event.starts.indexOf(dayOf('2025-10-14'))]).toBe(true);
  });

  test('a participation told twice counts once: the later import wins, within one import the better result', () => {
    const [first, , third] = defaultProgramme.results.map(({ id }) => id);
    const rows = (result: string | undefined) => ({
      who: 'Агеева Анна',
      at: '5А',
      result: result ?? null,
    });
    const { star, report } = derive(deedsOf([rows(third), rows(first)]), deedsOf([rows(first)]));
    expect(star.participation.result).toEqual([0]);
    expect(star.participation.import_id).toEqual(['import-1']);
    expect(report.repeated.participation).toBe(2);
    const once = derive(deedsOf([rows(first), rows(third)])).star.participation;
    expect(once.result).toEqual([2]);
  });

  test('a score told by two files counts once, the later one', () => {
    const scores = (score: number): RecordSet => {
      const set: RecordSet = {};
      addRecord(set, {
        kind: 'assessment',
        record: {
          ...personOf('Агеева Анна', '5А'),
          school_year: 2025,
          term: 1,
          date: null,
          instrument: 'torrance',
          version: null,
          wave: 'pre',
          scale: 'fluency',
          score,
          ...place,
          row: 1,
        },
      });
      return set;
    };
    const { star, report } = derive(scores(7), scores(9));
    expect(star.assessment.score).toEqual([9]);
    expect(report.repeated.assessment).toBe(1);
  });

  test('volunteer hours of one file add up, of two files the later ones count', () => {
    const hoursOf = (...list: readonly number[]): RecordSet => {
      const set: RecordSet = {};
      for (const [row, hours] of list.entries()) {
        addRecord(set, {
          kind: 'volunteering',
          record: {
            ...personOf('Агеева Анна', '5А'),
            school_year: 2025,
            term: 1,
            hours,
            hours_source: null,
            ...place,
            row,
          },
        });
      }
      return set;
    };
    const { star, report } = derive(hoursOf(2, 3), hoursOf(4, 5));
    expect(star.volunteering.hours).toEqual([4, 5]);
    expect(report.repeated.volunteering).toBe(2);
  });

  test('a day in a gap belongs to the quarter before it', () => {
    const { star } = derive(deedsOf([{ who: 'Агеева Анна', at: '5А', on: '2025-10-28' }]));
    expect(star.period.term[star.event.period[0] ?? -1]).toBe(1);
  });
});
