import { encodeColumns } from '#lib/engine/arrow.ts';
import { star, type StarTable } from '#lib/engine/schema.ts';
import type { ColumnSchema, Row } from '#lib/model/columns.ts';
import type { Programme } from '#lib/model/programme.ts';
import fc from 'fast-check';

/** A small programme with every kind of thing that measures tell apart. */
export const smallProgramme: Programme = {
  version: 1,
  name: { ru: 'Проба', en: 'Trial' },
  school: '',
  tasks: [],
  blocks: ['I', 'II'].map((id) => ({ id, name: { ru: id, en: id }, aim: { ru: '', en: '' } })),
  directions: [
    { id: 'science', block: 'I', name: { ru: 'наука', en: 'science' }, civic: false },
    { id: 'letters', block: 'I', name: { ru: 'слово', en: 'letters' }, civic: false },
    { id: 'moral', block: 'II', name: { ru: 'нравственное', en: 'moral' }, civic: true },
  ],
  periods: [2023, 2024].flatMap((schoolYear) =>
    [1, 2, 3].map((term) => ({
      id: `${schoolYear}-${term}`,
      schoolYear,
      term,
      starts: `${schoolYear}-${String(8 + term).padStart(2, '0')}-01`,
      ends: `${schoolYear}-${String(8 + term).padStart(2, '0')}-28`,
    })),
  ),
  gapBelongsTo: 'preceding',
  levels: ['school', 'regional', 'national'].map((id, index) => ({
    id,
    name: { ru: id, en: id },
    weight: index + 1,
    synonyms: [],
  })),
  results: ['participant', 'prize', 'winner'].map((id, index) => ({
    id,
    name: { ru: id, en: id },
    weight: index + 1,
    award: index > 0,
    synonyms: [],
  })),
  roles: ['participant', 'spectator', 'organizer'].map((id) => ({
    id,
    name: { ru: id, en: id },
    counted: id !== 'spectator',
    synonyms: [],
  })),
  remoteFactor: 0.5,
  teamFactor: 0.9,
  creativityCut: 27,
  reliability: { torrance: 0.8, johnson: 0.7, williams: 0.6 },
  whiteSpotTarget: 0.3,
  overload: { rule: 'percentile', percentile: 0.9, weekly: 0.5 },
  continuity: { block: 'II', from: 6, to: 7 },
  wellbeing: { lessIsBetter: ['боюсь'], risk: 0.4 },
  privacy: { least: 5, leastAssessed: 10, width: 5, zeros: true, classCorrelation: 0.15 },
  aggregation: { creative: 'arithmetic', civic: 'arithmetic' },
  indices: { creative: {}, civic: {} },
};

/** A row of a table of the star schema. */
export type RowOf<T extends StarTable> = Row<(typeof star)[T]>;

/** Rows of a star schema by table. */
export type School = { [T in StarTable]: RowOf<T>[] };

function day(iso: string): number {
  return Date.parse(iso) / 86_400_000;
}

const place = { import_id: 'a', sheet: 0, row: 0, col: null };

/** The tables that follow from a programme alone. */
export function programmeTables(programme: Programme) {
  return {
    period: programme.periods.map(({ id, schoolYear, term, starts, ends }, period) => ({
      period,
      id,
      school_year: schoolYear,
      term,
      starts: day(starts),
      ends: day(ends),
    })),
    block: programme.blocks.map(({ id }, block) => ({ block, id })),
    direction: programme.directions.map(({ id, block, civic }, direction) => ({
      direction,
      id,
      block: programme.blocks.findIndex((other) => other.id === block),
      civic,
    })),
    level: programme.levels.map(({ id, weight }, level) => ({ level, id, weight })),
    result: programme.results.map(({ id, weight, award }, result) => ({
      result,
      id,
      weight,
      award,
    })),
    role: programme.roles.map(({ id, counted }, role) => ({ role, id, counted })),
  };
}

/** Rows of a table as an Arrow stream. */
export function encodeRows<S extends ColumnSchema>(schema: S, rows: readonly Row<S>[]): Uint8Array {
  const columns = Object.fromEntries(
    Object.keys(schema).map((name) => [name, rows.map((row) => row[name])]),
  );
  return encodeColumns(schema, columns as never);
}

/** A school as the streams that an engine loads. */
export function encodeSchool(school: School): Record<string, Uint8Array> {
  return Object.fromEntries(
    (Object.keys(star) as StarTable[]).map((table) => [
      table,
      encodeRows(star[table] as ColumnSchema, school[table] as Row<ColumnSchema>[]),
    ]),
  );
}

/** The same programme with four terms in each of its years, so that these have halves. */
export const quarterlyProgramme: Programme = {
  ...smallProgramme,
  periods: [2023, 2024].flatMap((schoolYear) =>
    [1, 2, 3, 4].map((term) => ({
      id: `${schoolYear}-${term}`,
      schoolYear,
      term,
      starts: `${schoolYear}-${String(8 + term).padStart(2, '0')}-01`,
      ends: `${schoolYear}-${String(8 + term).padStart(2, '0')}-28`,
    })),
  ),
};

/** A school whose periods are those of the calendar with four terms in a year. */
export function inQuarters<T extends object>(school: T) {
  return { ...school, period: programmeTables(quarterlyProgramme).period };
}

const people = 9;
const lastPeriod = smallProgramme.periods.length - 1;
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null, freq: 4 });
const int = (max: number, min = 0) => fc.integer({ min, max });
const person = int(people - 1);
const period = int(lastPeriod);
const grade = int(7, 5);
const hours = maybe(int(4));

function classOf(number: number, letter: string): { class: string; grade: number } {
  return { class: `${number}${letter}`, grade: number };
}

const classes = fc.tuple(grade, fc.constantFrom('А', 'Б')).map(([g, l]) => classOf(g, l));
const stated = fc.oneof(classes, fc.constant({ class: null, grade: null }));

function unique<R>(rows: readonly R[], key: (row: R) => string): R[] {
  return [...new Map(rows.map((row) => [key(row), row])).values()];
}

/** No values of a school's own dimensions. */
export const noOwn = { own1: null, own2: null, own3: null, own4: null };

const rolls = fc
  .array(fc.record({ person, period, at: classes }), { maxLength: 60, size: 'max' })
  .map((rows) =>
    unique(
      rows.map(({ person: who, period: when, at }) => ({
        person: who,
        period: when,
        ...at,
        ...place,
      })),
      (row) => `${row.person} ${row.period}`,
    ),
  );

const partners = fc.array(
  fc.record({
    block: maybe(int(1)),
    contract: maybe(fc.constant('12')),
    starts: maybe(int(day('2024-12-31'), day('2023-06-01'))),
    length: maybe(int(500)),
  }),
  { minLength: 1, maxLength: 4, size: 'max' },
);

const events = fc.array(
  fc.record({
    period: maybe(period),
    direction: maybe(int(2)),
    block: maybe(int(1)),
    partner: maybe(int(3)),
    level: maybe(int(2)),
    remote: maybe(fc.boolean()),
    competitive: maybe(fc.boolean()),
    volunteering: maybe(fc.boolean()),
    hours,
    planned: maybe(fc.boolean()),
    held: maybe(fc.boolean()),
  }),
  { maxLength: 8, size: 'max' },
);

const ownValue = maybe(fc.constantFrom('кружок', 'секция'));
const participations = fc.array(
  fc.record({
    event: int(7),
    person,
    at: stated,
    sex: maybe(fc.constantFrom('f', 'm')),
    role: maybe(int(2)),
    result: maybe(int(2)),
    hours,
    team: maybe(fc.boolean()),
    own1: ownValue,
    own2: ownValue,
  }),
  { maxLength: 90, size: 'max' },
);

const headcounts = fc.array(
  fc.record({
    event: int(7),
    at: stated,
    n: int(30),
    named: maybe(fc.boolean()),
    own1: ownValue,
    own2: ownValue,
  }),
  { maxLength: 4, size: 'max' },
);
const volunteering = fc.array(fc.record({ person, period, at: stated, hours }), {
  maxLength: 8,
  size: 'max',
});

const scores = fc.array(
  fc.record({
    person: int(2),
    period: maybe(period),
    schoolYear: int(2024, 2023),
    instrument: fc.constantFrom('torrance', 'torrance', 'torrance', 'johnson', 'phillips'),
    version: fc.constantFrom('1', '1', '1', '2', null),
    wave: fc.constantFrom('pre', 'pre', 'post', 'post', 'mid'),
    scale: fc.constantFrom('total', 'total', 'fluency', 'originality'),
    score: maybe(int(40)),
  }),
  { maxLength: 60, size: 'max' },
);

const answers = fc.array(
  fc.record({
    answer: int(8),
    period,
    instrument: fc.constantFrom('civic', 'wellbeing'),
    item: int(3),
    value: maybe(int(4)),
  }),
  { maxLength: 30, size: 'max' },
);

/** Small schools with all the mess that the schema allows. */
export const schools: fc.Arbitrary<School> = fc
  .record({
    rolls,
    partners,
    events,
    participations,
    headcounts,
    volunteering,
    scores,
    answers,
    sexes: fc.array(maybe(fc.constantFrom('f', 'm')), { minLength: people, maxLength: people }),
  })
  .map((drawn) => {
    const event = drawn.events.map((row, index): RowOf<'event'> => ({
      ...row,
      event: index,
      title: `Событие ${index}`,
      rank: index,
      starts: row.period === null ? null : day(smallProgramme.periods[row.period]?.starts ?? ''),
      ends: null,
      kind: null,
      partner: row.partner === null ? null : row.partner % drawn.partners.length,
      ...place,
    }));
    const when = (index: number) => event[index]?.period ?? null;
    return {
      ...programmeTables(smallProgramme),
      participant: drawn.sexes.map((sex, who) => ({
        person: who,
        key: `k${who}`,
        name: 'Иванов Иван',
        rank: who,
        pseudonym: `У-${who}`,
        sex,
        birth_year: null,
        matched: true,
      })),
      roll: drawn.rolls,
      partner: drawn.partners.map(({ block, contract, starts, length }, partner) => ({
        partner,
        name: `Партнёр ${partner}`,
        rank: partner,
        kind: null,
        block,
        contract,
        starts,
        ends: starts === null || length === null ? null : starts + length,
        listed: true,
        ...place,
      })),
      event,
      participation: unique(drawn.participations, (row) => `${row.event} ${row.person}`)
        .filter((row) => row.event < event.length)
        .map(({ at, ...row }) => ({
          ...noOwn,
          ...row,
          ...at,
          period: when(row.event),
          hours_source: null,
          ...place,
        })),
      headcount: drawn.headcounts
        .filter((row) => row.event < event.length)
        .map(({ at, ...row }) => ({
          ...noOwn,
          ...row,
          ...at,
          period: when(row.event),
          n_winners: null,
          n_prizes: null,
          ...place,
        })),
      volunteering: drawn.volunteering.map(({ at, ...row }) => ({
        ...noOwn,
        ...row,
        ...at,
        hours_source: null,
        ...place,
      })),
      assessment: drawn.scores.map(({ schoolYear, ...row }, index) => ({
        ...noOwn,
        ...row,
        ...classOf(5 + (row.person % 3), 'Б'),
        school_year: row.period === null ? schoolYear : row.period < 3 ? 2023 : 2024,
        date: 20_000 + index,
        ...place,
      })),
      survey: drawn.answers.map(({ value, answer, item, ...row }) => ({
        ...row,
        answer,
        item: item === 3 ? 'Я боюсь ошибиться' : `Вопрос ${item}`,
        value: value === null ? null : value / 4,
        period: answer % (lastPeriod + 1),
        ...classOf(5 + (answer % 3), 'А'),
        ...place,
      })),
    };
  });

/** The same school with every person there several times over, so that groups reach the smallest n that is shown. */
export function multiply(school: School, copies: number): School {
  const persons = school.participant.length;
  const copied = <R extends { person: number | null }>(rows: readonly R[]) =>
    Array.from({ length: copies }, (_, copy) =>
      rows.map((row) => ({ ...row, person: (row.person ?? 0) + copy * persons })),
    ).flat();
  return {
    ...school,
    participant: copied(school.participant),
    roll: copied(school.roll),
    participation: copied(school.participation),
    volunteering: copied(school.volunteering),
    assessment: copied(school.assessment),
  };
}

/** The pupils, partners, events and answers of another school beside those of one, none of them shared. */
function beside(school: School, other: School): School {
  const persons = school.participant.length;
  const partners = school.partner.length;
  const events = school.event.length;
  const surveys = 1 + Math.max(-1, ...school.survey.map(({ answer }) => answer ?? -1));
  const moved = (id: number | null, by: number) => (id === null ? null : id + by);
  return {
    ...school,
    participant: school.participant.concat(
      other.participant.map((row) => ({
        ...row,
        person: moved(row.person, persons),
        key: `${row.key} ${persons}`,
        rank: moved(row.rank, persons),
        pseudonym: `${row.pseudonym} ${persons}`,
      })),
    ),
    roll: school.roll.concat(
      other.roll.map((row) => ({ ...row, person: moved(row.person, persons) })),
    ),
    partner: school.partner.concat(
      other.partner.map((row) => ({
        ...row,
        partner: moved(row.partner, partners),
        name: `${row.name} ${partners}`,
        rank: moved(row.rank, partners),
      })),
    ),
    event: school.event.concat(
      other.event.map((row) => ({
        ...row,
        event: moved(row.event, events),
        rank: moved(row.rank, events),
        partner: moved(row.partner, partners),
      })),
    ),
    participation: school.participation.concat(
      other.participation.map((row) => ({
        ...row,
        event: moved(row.event, events),
        person: moved(row.person, persons),
      })),
    ),
    headcount: school.headcount.concat(
      other.headcount.map((row) => ({ ...row, event: moved(row.event, events) })),
    ),
    volunteering: school.volunteering.concat(
      other.volunteering.map((row) => ({ ...row, person: moved(row.person, persons) })),
    ),
    assessment: school.assessment.concat(
      other.assessment.map((row) => ({ ...row, person: moved(row.person, persons) })),
    ),
    survey: school.survey.concat(
      other.survey.map((row) => ({ ...row, answer: moved(row.answer, surveys) })),
    ),
  };
}

/** Three small schools in one, for questions whose cost does not grow with the number of rows: each meets thrice as much. */
export const threeInOne: fc.Arbitrary<School> = fc
  .tuple(schools, schools, schools)
  .map(([first, second, third]) => beside(beside(first, second), third));

/** A school in which nothing is recorded. */
export const emptySchool: School = {
  ...programmeTables(smallProgramme),
  participant: [],
  roll: [],
  partner: [],
  event: [],
  participation: [],
  headcount: [],
  volunteering: [],
  assessment: [],
  survey: [],
};

/** A row of an event on which everything is known. */
export const plainEvent: RowOf<'event'> = {
  event: 0,
  title: 'Конкурс чтецов',
  rank: 0,
  starts: day('2023-09-05'),
  ends: null,
  period: 0,
  direction: 0,
  block: null,
  partner: 0,
  level: 1,
  remote: false,
  kind: null,
  competitive: true,
  volunteering: false,
  hours: 2,
  planned: null,
  held: true,
  ...place,
};

/** A row of a participation on which everything is known. */
export const plainParticipation: RowOf<'participation'> = {
  event: 0,
  person: 0,
  period: 0,
  class: '5А',
  grade: 5,
  sex: null,
  role: 0,
  result: 0,
  hours: null,
  hours_source: null,
  team: false,
  ...noOwn,
  ...place,
};

/** Persons numbered from 0, all on the roll of the periods in one class. */
export function pupilsOf(names: readonly string[], periods: readonly number[], className = '5А') {
  const ranks = [...names].sort(new Intl.Collator('ru').compare);
  return {
    participant: names.map((name, person) => ({
      person,
      key: `k${person}`,
      name,
      rank: ranks.indexOf(name),
      pseudonym: `У-${person}`,
      sex: person % 2 === 0 ? 'f' : 'm',
      birth_year: 2012,
      matched: true,
    })),
    roll: names.flatMap((_, person) =>
      periods.map((when) => ({
        person,
        period: when,
        class: className,
        grade: Number.parseInt(className, 10),
        ...place,
      })),
    ),
  };
}
