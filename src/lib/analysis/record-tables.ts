import { from, join, sql, type ExprNode } from '@uwdata/mosaic-sql';

type Source = Parameters<typeof join>[0];

/** How the values of a column of records are to be read. */
export type RecordValue = 'text' | 'number' | 'date' | 'bool' | 'id';

/** One column of a table of records: what it shows, by what it sorts, and whether a search looks into it. */
export interface RecordColumn {
  readonly value: RecordValue;
  readonly sql: ExprNode;
  readonly sort?: ExprNode;
  readonly searched?: boolean;
}

/** One table of records joined with the names it refers to. */
export interface RecordTableShape {
  readonly source: () => Source;
  readonly columns: Readonly<Record<string, RecordColumn>>;
}

function leftJoin(left: Source, table: string, alias: string, on: ExprNode): Source {
  return join(left, from(table, alias), { type: 'LEFT', on });
}

function column(
  value: RecordValue,
  expression: ExprNode,
  more: Partial<RecordColumn> = {},
): RecordColumn {
  return { value, sql: expression, ...more };
}

const classSort = sql`lpad(coalesce(f.grade::VARCHAR, ''), 2, '0') || coalesce(f.class, '')`;

const origin = {
  import_id: column('id', sql`f.import_id`),
  sheet: column('number', sql`f.sheet`),
  row: column('number', sql`f.row`),
  col: column('number', sql`f.col`),
};

const personColumns = {
  person: column('id', sql`f.person`),
  name: column('text', sql`p.name`, { sort: sql`p.rank`, searched: true }),
  class: column('text', sql`f.class`, { sort: classSort, searched: true }),
  grade: column('number', sql`f.grade`),
};

const periodColumn = { period: column('id', sql`t.id`, { sort: sql`t.period` }) };

const eventColumns = {
  event: column('id', sql`e.event`),
  title: column('text', sql`e.title`, { sort: sql`e.rank`, searched: true }),
  starts: column('date', sql`e.starts`),
  ends: column('date', sql`e.ends`),
  block: column('id', sql`b.id`, { sort: sql`b.block` }),
  direction: column('id', sql`d.id`, { sort: sql`d.direction` }),
  partner: column('id', sql`e.partner`, { sort: sql`q.rank` }),
  partner_name: column('text', sql`q.name`, { sort: sql`q.rank`, searched: true }),
  level: column('id', sql`l.id`, { sort: sql`l.level` }),
  remote: column('bool', sql`e.remote`),
};

function withPeriod(left: Source): Source {
  return leftJoin(left, 'period', 't', sql`f.period = t.period`);
}

function withPerson(left: Source): Source {
  return leftJoin(left, 'participant', 'p', sql`f.person = p.person`);
}

function withEvent(left: Source): Source {
  let rows = leftJoin(left, 'direction', 'd', sql`e.direction = d.direction`);
  rows = leftJoin(rows, 'block', 'b', sql`coalesce(e.block, d.block) = b.block`);
  rows = leftJoin(rows, 'level', 'l', sql`e.level = l.level`);
  return leftJoin(rows, 'partner', 'q', sql`e.partner = q.partner`);
}

/** Every table of records that can be looked through, with its columns in the order in which they are offered. */
export const recordTables = {
  participation: {
    source: () => {
      let rows = leftJoin(from('participation', 'f'), 'event', 'e', sql`f.event = e.event`);
      rows = withPeriod(withPerson(withEvent(rows)));
      rows = leftJoin(rows, 'role', 'k', sql`f.role = k.role`);
      return leftJoin(rows, 'result', 's', sql`f.result = s.result`);
    },
    columns: {
      ...personColumns,
      sex: column('id', sql`coalesce(p.sex, f.sex)`),
      matched: column('bool', sql`p.matched`),
      ...eventColumns,
      ...periodColumn,
      role: column('id', sql`k.id`, { sort: sql`k.role` }),
      result: column('id', sql`s.id`, { sort: sql`s.result` }),
      hours: column('number', sql`coalesce(f.hours, e.hours)`),
      team: column('bool', sql`f.team`),
      ...origin,
    },
  },
  event: {
    source: () =>
      withPeriod(
        withEvent(join(from('event', 'f'), from('event', 'e'), { on: sql`f.event = e.event` })),
      ),
    columns: {
      ...eventColumns,
      ...periodColumn,
      kind: column('text', sql`e.kind`, { searched: true }),
      hours: column('number', sql`e.hours`),
      planned: column('bool', sql`e.planned`),
      held: column('bool', sql`e.held`),
      ...origin,
    },
  },
  roll: {
    source: () => withPeriod(withPerson(from('roll', 'f'))),
    columns: { ...personColumns, sex: column('id', sql`p.sex`), ...periodColumn, ...origin },
  },
  partner: {
    source: () => leftJoin(from('partner', 'f'), 'block', 'b', sql`f.block = b.block`),
    columns: {
      partner: column('id', sql`f.partner`, { sort: sql`f.rank` }),
      partner_name: column('text', sql`f.name`, { sort: sql`f.rank`, searched: true }),
      kind: column('text', sql`f.kind`, { searched: true }),
      block: column('id', sql`b.id`, { sort: sql`b.block` }),
      contract: column('text', sql`f.contract`, { searched: true }),
      starts: column('date', sql`f.starts`),
      ends: column('date', sql`f.ends`),
      listed: column('bool', sql`f.listed`),
      ...origin,
    },
  },
  headcount: {
    source: () =>
      withPeriod(withEvent(leftJoin(from('headcount', 'f'), 'event', 'e', sql`f.event = e.event`))),
    columns: {
      class: personColumns.class,
      grade: personColumns.grade,
      ...eventColumns,
      ...periodColumn,
      n: column('number', sql`f.n`),
      n_winners: column('number', sql`f.n_winners`),
      n_prizes: column('number', sql`f.n_prizes`),
      named: column('bool', sql`f.named`),
      ...origin,
    },
  },
  volunteering: {
    source: () => withPeriod(withPerson(from('volunteering', 'f'))),
    columns: {
      ...personColumns,
      ...periodColumn,
      hours: column('number', sql`f.hours`),
      hours_source: column('text', sql`f.hours_source`, { searched: true }),
      ...origin,
    },
  },
  assessment: {
    source: () => withPeriod(withPerson(from('assessment', 'f'))),
    columns: {
      ...personColumns,
      ...periodColumn,
      school_year: column('number', sql`f.school_year`),
      date: column('date', sql`f.date`),
      instrument: column('id', sql`f.instrument`),
      version: column('text', sql`f.version`),
      wave: column('id', sql`f.wave`),
      scale: column('id', sql`f.scale`),
      score: column('number', sql`f.score`),
      ...origin,
    },
  },
  survey: {
    source: () => withPeriod(from('survey', 'f')),
    columns: {
      answer: column('id', sql`f.answer`),
      class: personColumns.class,
      grade: personColumns.grade,
      ...periodColumn,
      instrument: column('id', sql`f.instrument`),
      item: column('text', sql`f.item`, { searched: true }),
      value: column('number', sql`f.value`),
      ...origin,
    },
  },
} as const satisfies Record<string, RecordTableShape>;

/** Name of a table of records. */
export type RecordTable = keyof typeof recordTables;
