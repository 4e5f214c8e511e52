import { star as schema, type Star } from '#lib/engine/schema.ts';
import type { Row } from '#lib/model/columns.ts';
import { emptyColumns } from '../record.ts';
import { walk, type Facts, type StarWork } from './facts.ts';
import { placeAt } from './people.ts';
import { appendTo } from './table-rows.ts';

/** Scores, one a person, instrument, version, wave, scale and school year: the later record wins. */
export function addAssessments(work: StarWork): Facts<Star['assessment']> {
  const { calendar, people } = work;
  const rows = new Map<string, Row<typeof schema.assessment>>();
  let repeated = 0;
  for (const { columns, at, importId } of walk(work, 'assessment')) {
    const person = people.personOf.get(columns)?.[at] ?? -1;
    if (person < 0) continue;
    const schoolYear = columns.school_year[at] ?? null;
    const period = calendar.find(columns.date[at] ?? null, schoolYear, columns.term[at] ?? null);
    const place = placeAt(people, person, period);
    const [test, version] = [columns.instrument[at] ?? '', columns.version[at] ?? ''];
    const [wave, scale] = [columns.wave[at] ?? '', columns.scale[at] ?? ''];
    const fact = `${person}|${schoolYear ?? ''}|${test}|${version}|${wave}|${scale}`;
    if (rows.has(fact)) repeated += 1;
    rows.set(fact, {
      person,
      period,
      school_year: schoolYear,
      class: place?.class ?? columns.class[at] ?? null,
      grade: place?.grade ?? columns.grade[at] ?? null,
      date: columns.date[at] ?? null,
      instrument: columns.instrument[at] ?? null,
      version: columns.version[at] ?? null,
      wave: columns.wave[at] ?? null,
      scale: columns.scale[at] ?? null,
      score: columns.score[at] ?? null,
      ...work.own.read(columns, at),
      import_id: importId,
      sheet: columns.sheet[at] ?? null,
      row: columns.row[at] ?? null,
      col: columns.col[at] ?? null,
    });
  }
  const table = emptyColumns(schema.assessment);
  const append = appendTo(table);
  for (const row of rows.values()) append(row);
  return { table, repeated };
}

/** Volunteer hours without events: of one person, period and source the later import wins; rows of one import add up. */
export function addVolunteering(work: StarWork): Facts<Star['volunteering']> {
  const { calendar, people } = work;
  const groups = new Map<string, { order: number; rows: Row<typeof schema.volunteering>[] }>();
  let repeated = 0;
  for (const { columns, at, importId, order } of walk(work, 'volunteering')) {
    const person = people.personOf.get(columns)?.[at] ?? -1;
    if (person < 0) continue;
    const schoolYear = columns.school_year[at] ?? null;
    const period = calendar.find(null, schoolYear, columns.term[at] ?? null);
    const place = placeAt(people, person, period);
    const source = columns.hours_source[at] ?? null;
    const fact = `${person}|${period ?? ''}|${source ?? ''}`;
    const row = {
      person,
      period,
      class: place?.class ?? columns.class[at] ?? null,
      grade: place?.grade ?? columns.grade[at] ?? null,
      hours: columns.hours[at] ?? null,
      hours_source: source,
      ...work.own.read(columns, at),
      import_id: importId,
      sheet: columns.sheet[at] ?? null,
      row: columns.row[at] ?? null,
      col: columns.col[at] ?? null,
    };
    const group = groups.get(fact);
    if (!group) groups.set(fact, { order, rows: [row] });
    else if (group.order === order) group.rows.push(row);
    else {
      repeated += group.rows.length;
      groups.set(fact, { order, rows: [row] });
    }
  }
  const table = emptyColumns(schema.volunteering);
  const append = appendTo(table);
  for (const { rows } of groups.values()) for (const row of rows) append(row);
  return { table, repeated };
}

/** Anonymous answers; every answered form keeps a number of its own. */
export function addSurveys(work: StarWork): Star['survey'] {
  const table = emptyColumns(schema.survey);
  const append = appendTo(table);
  const numbers = new Map<string, number>();
  for (const { columns, at, importId } of walk(work, 'survey')) {
    const form = `${importId}|${columns.sheet[at] ?? ''}|${columns.row[at] ?? ''}`;
    const answer = numbers.get(form) ?? numbers.size;
    numbers.set(form, answer);
    append({
      answer,
      period: work.calendar.find(
        columns.date[at] ?? null,
        columns.school_year[at] ?? null,
        columns.term[at] ?? null,
      ),
      class: columns.class[at] ?? null,
      grade: columns.grade[at] ?? null,
      instrument: columns.instrument[at] ?? null,
      item: columns.item[at] ?? null,
      value: columns.value[at] ?? null,
      import_id: importId,
      sheet: columns.sheet[at] ?? null,
      row: columns.row[at] ?? null,
      col: columns.col[at] ?? null,
    });
  }
  return table;
}
