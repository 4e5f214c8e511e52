import { encodeColumns } from '#lib/engine/arrow.ts';
import type { SandboxContent } from '#lib/engine/sandbox.ts';
import { star } from '#lib/engine/schema.ts';
import type { Engine } from '#lib/engine/engine.ts';
import type { LanguageTag } from '#lib/i18n/format.ts';
import type { LocalName, Programme } from '#lib/model/programme.ts';

/** The views for people who write SQL, with their columns in order: numbers joined with names, one row one thing. */
export const viewColumns = {
  participations: [
    ...['person', 'pupil', 'class', 'grade', 'sex', 'on_roll', 'school_year', 'term', 'event'],
    ...['title', 'date', 'block', 'direction', 'direction_name', 'partner', 'level', 'result'],
    ...['award', 'role', 'counted', 'hours', 'civic', 'volunteering', 'competitive', 'remote'],
    'team',
  ],
  pupils: [
    ...['person', 'pupil', 'sex', 'birth_year', 'class', 'grade', 'school_year', 'term'],
    ...['participations', 'hours', 'rank'],
  ],
  events: [
    ...['event', 'title', 'date', 'ends', 'school_year', 'term', 'block', 'direction'],
    ...['direction_name', 'partner', 'level', 'kind', 'civic', 'volunteering', 'competitive'],
    ...['remote', 'hours', 'planned', 'held', 'people'],
  ],
  partners: [
    ...['partner', 'name', 'kind', 'block', 'contract', 'starts', 'ends', 'listed', 'events'],
    'people',
  ],
  volunteer_hours: [
    ...['person', 'pupil', 'class', 'grade', 'school_year', 'term', 'title', 'hours'],
  ],
  scores: [
    ...['person', 'pupil', 'class', 'grade', 'school_year', 'date', 'instrument', 'version'],
    ...['wave', 'scale', 'score'],
  ],
} as const satisfies Record<string, readonly string[]>;

/** Name of a view for people who write SQL. */
export type ConsoleView = keyof typeof viewColumns;

const year = (period: string): string =>
  `${period}.school_year || '/' || lpad(((${period}.school_year + 1) % 100)::VARCHAR, 2, '0')`;

const nameOf = (kind: string, as: string, id: string): string =>
  `LEFT JOIN names ${as} ON ${as}.kind = '${kind}' AND ${as}.id = ${id}`;

const belonging = `
  LEFT JOIN period t ON e.period = t.period
  LEFT JOIN direction d ON e.direction = d.direction
  LEFT JOIN block b ON coalesce(e.block, d.block) = b.block
  LEFT JOIN partner w ON e.partner = w.partner
  LEFT JOIN level l ON e.level = l.level
  ${nameOf('direction', 'dn', 'd.id')}
  ${nameOf('level', 'ln', 'l.id')}`;

/** Statements that make the views of the star schema and the table `names`. */
export const consoleViews: readonly string[] = [
  `CREATE VIEW participations AS
  SELECT a.person, p.name AS pupil, coalesce(r.class, a.class) AS class,
    coalesce(r.grade, a.grade) AS grade, coalesce(p.sex, a.sex) AS sex,
    r.person IS NOT NULL AS on_roll, ${year('pt')} AS school_year, pt.term,
    a.event, e.title, e.starts AS date, b.id AS block, d.id AS direction, dn.name AS direction_name,
    w.name AS partner, ln.name AS level, sn.name AS result, coalesce(s.award, false) AS award,
    kn.name AS role, coalesce(k.counted, true) AS counted, coalesce(a.hours, e.hours) AS hours,
    coalesce(d.civic, false) AS civic, coalesce(e.volunteering, false) AS volunteering,
    coalesce(e.competitive, false) AS competitive, coalesce(e.remote, false) AS remote,
    coalesce(a.team, false) AS team
  FROM participation a
  LEFT JOIN event e ON a.event = e.event
  LEFT JOIN participant p ON a.person = p.person
  LEFT JOIN period pt ON a.period = pt.period
  LEFT JOIN roll r ON a.person = r.person AND a.period = r.period
  LEFT JOIN result s ON a.result = s.result
  LEFT JOIN role k ON a.role = k.role
  ${belonging}
  ${nameOf('result', 'sn', 's.id')}
  ${nameOf('role', 'kn', 'k.id')}`,
  `CREATE VIEW pupils AS
  SELECT r.person, p.name AS pupil, p.sex, p.birth_year, r.class, r.grade,
    ${year('t')} AS school_year, t.term, coalesce(f.participations, 0) AS participations,
    coalesce(f.hours, 0) AS hours, p.rank
  FROM roll r
  LEFT JOIN participant p ON r.person = p.person
  LEFT JOIN period t ON r.period = t.period
  LEFT JOIN (
    SELECT a.person, a.period, count(*)::INTEGER AS participations,
      sum(coalesce(a.hours, e.hours)) AS hours
    FROM participation a
    LEFT JOIN event e ON a.event = e.event
    LEFT JOIN role k ON a.role = k.role
    WHERE coalesce(k.counted, true)
    GROUP BY a.person, a.period
  ) f ON r.person = f.person AND r.period = f.period`,
  `CREATE VIEW events AS
  SELECT e.event, e.title, e.starts AS date, e.ends, ${year('t')} AS school_year, t.term,
    b.id AS block, d.id AS direction, dn.name AS direction_name, w.name AS partner,
    ln.name AS level, e.kind, coalesce(d.civic, false) AS civic,
    coalesce(e.volunteering, false) AS volunteering, coalesce(e.competitive, false) AS competitive,
    coalesce(e.remote, false) AS remote, e.hours, coalesce(e.planned, false) AS planned,
    coalesce(e.held, NOT coalesce(e.planned, false)) AS held, coalesce(f.people, 0) AS people
  FROM event e
  LEFT JOIN (
    SELECT a.event, count(DISTINCT a.person)::INTEGER AS people
    FROM participation a
    LEFT JOIN role k ON a.role = k.role
    WHERE coalesce(k.counted, true)
    GROUP BY a.event
  ) f ON e.event = f.event
  ${belonging}`,
  `CREATE VIEW partners AS
  SELECT w.partner, w.name, w.kind, b.id AS block, w.contract, w.starts, w.ends, w.listed,
    coalesce(f.events, 0) AS events, coalesce(f.people, 0) AS people
  FROM partner w
  LEFT JOIN block b ON w.block = b.block
  LEFT JOIN (
    SELECT e.partner, count(DISTINCT e.event)::INTEGER AS events,
      count(DISTINCT a.person) FILTER (coalesce(k.counted, true))::INTEGER AS people
    FROM event e
    LEFT JOIN participation a ON e.event = a.event
    LEFT JOIN role k ON a.role = k.role
    WHERE coalesce(e.held, NOT coalesce(e.planned, false))
    GROUP BY e.partner
  ) f ON w.partner = f.partner`,
  `CREATE VIEW volunteer_hours AS
  SELECT person, pupil, class, grade, school_year, term, title, hours
  FROM participations
  WHERE volunteering AND counted AND hours IS NOT NULL
  UNION ALL
  SELECT v.person, p.name, v.class, v.grade, ${year('t')}, t.term, NULL, v.hours
  FROM volunteering v
  LEFT JOIN participant p ON v.person = p.person
  LEFT JOIN period t ON v.period = t.period
  WHERE v.hours IS NOT NULL`,
  `CREATE VIEW scores AS
  SELECT s.person, p.name AS pupil, s.class, s.grade, ${year('s')} AS school_year, s.date,
    s.instrument, s.version, s.wave, s.scale, s.score
  FROM assessment s
  LEFT JOIN participant p ON s.person = p.person`,
];

/** The table of the programme's names. */
export const namesSchema = { kind: 'text', id: 'text', name: 'text' } as const;

/** What the programme calls things, as a table, in one language. */
export function namesTable(programme: Programme, language: LanguageTag): Uint8Array<ArrayBuffer> {
  const lists: Readonly<Record<string, readonly { id: string; name: LocalName }[]>> = {
    block: programme.blocks,
    direction: programme.directions,
    level: programme.levels,
    result: programme.results,
    role: programme.roles,
  };
  const rows = Object.entries(lists).flatMap(([kind, list]) =>
    list.map(({ id, name }) => ({ kind, id, name: name[language] })),
  );
  return encodeColumns(namesSchema, {
    kind: rows.map(({ kind }) => kind),
    id: rows.map(({ id }) => id),
    name: rows.map(({ name }) => name),
  }) as Uint8Array<ArrayBuffer>;
}

/** Everything that a person's queries see: a copy of the star schema, the programme's names, and the views of them. */
export async function consoleContent(
  engine: Engine,
  programme: Programme,
  language: LanguageTag,
): Promise<SandboxContent> {
  const tables = await engine.copy(Object.keys(star));
  return {
    tables: { ...tables, names: namesTable(programme, language) },
    views: consoleViews,
  };
}
