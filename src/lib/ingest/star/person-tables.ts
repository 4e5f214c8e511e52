import { star as schema, type Star } from '#lib/engine/schema.ts';
import { emptyColumns } from '../record.ts';
import type { People } from './people.ts';
import { pseudonyms } from './pseudonyms.ts';
import { rankNames } from './rank.ts';
import { appendTo } from './table-rows.ts';

/** Who is on the roll in which period. */
export function rollTable({ places }: People): Star['roll'] {
  const table = emptyColumns(schema.roll);
  const append = appendTo(table);
  for (const [person, own] of places.entries()) {
    const periods = [...own.keys()].sort((a, b) => a - b);
    for (const period of periods) {
      const place = own.get(period);
      if (!place) continue;
      const { spell } = place;
      append({
        person,
        period,
        class: place.class,
        grade: place.grade,
        import_id: spell.importId,
        sheet: spell.sheet,
        row: spell.row,
        col: null,
      });
    }
  }
  return table;
}

/** All persons. */
export function participantTable({ people }: People): Star['participant'] {
  const table = emptyColumns(schema.participant);
  const append = appendTo(table);
  const ranks = rankNames(people.map(({ name }) => name));
  const signs = pseudonyms(people.map(({ key }) => key));
  for (const [person, { key, name, sex, birthYear, matched }] of people.entries()) {
    append({
      person,
      key,
      name,
      rank: ranks[person] ?? 0,
      pseudonym: signs[person] ?? '',
      sex,
      birth_year: birthYear,
      matched,
    });
  }
  return table;
}
