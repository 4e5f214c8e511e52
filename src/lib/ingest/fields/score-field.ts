import { fieldOf, type FieldId } from './catalogue.ts';
import type { Holding } from './content.ts';
import type { Content } from './field.ts';

/** Contents that speak for a field even under a heading nobody has seen, with how strongly. */
const telling: Partial<Record<FieldId, readonly [Content, number]>> = {
  student_name: ['person', 0.5],
  class: ['class', 0.5],
  event_date: ['date', 0.34],
  timestamp: ['timestamp', 0.45],
  email: ['email', 0.6],
  phone: ['phone', 0.6],
  student_id: ['identifier', 0.6],
  sex: ['sex', 0.5],
  event_level: ['level', 0.42],
  result: ['result', 0.4],
  direction: ['direction', 0.45],
  role: ['role', 0.4],
  attendance_mode: ['mode', 0.4],
  wave: ['wave', 0.36],
  term: ['term', 0.4],
  school_year: ['year', 0.3],
  award_doc: ['link', 0.4],
};
/** Contents by chance common among others: a column of 1–3 is also places. */
const numeric: readonly Content[] = ['number', 'count', 'percent', 'grade', 'ordinal', 'year'];

/** Contents that a column of free texts does not hold. */
const against: readonly Content[] = ['date', 'agreement', 'yes-no'];

/** Whether what a column holds can speak for a field without its heading. */
export function speaks(id: FieldId): boolean {
  return telling[id] !== undefined;
}

/** How sure a column is of a field, 0 to 1, by how much its heading names it and by what the column holds. */
export function scoreField(id: FieldId, named: number, holding: Holding): number {
  const { holds } = fieldOf(id);
  const free = holds.length === 0 || holds.includes('text');
  const held = Math.max(
    0,
    ...holds.flatMap((content) => (content === 'text' ? [] : [holding.share[content]])),
  );
  const fit = holding.filled === 0 ? 0.5 : free ? Math.max(0.6, held) : held;
  if (named >= 0.95) {
    if (holding.filled > 2 && fit < 0.15) return 0.35 * named;
    return named * (0.75 + 0.25 * fit);
  }
  const sure = Math.max(0, Math.min(1, (named - 0.5) / 0.45));
  const sign = telling[id];
  const numbers = Math.max(...numeric.map((content) => holding.share[content]));
  const repeating = id === 'student_name' && holding.filled > 20 && holding.distinct < 0.15;
  const value =
    sign && !repeating && holding.filled > 0 && !(id === 'result' && numbers > 0.9)
      ? holding.share[sign[0]] * sign[1]
      : 0;
  const opposed =
    free &&
    held < 0.5 &&
    holding.filled > 2 &&
    (numbers > 0.9 || against.some((content) => holding.share[content] > 0.8));
  const unspecific = opposed ? 0.35 : 1;
  const known =
    named > 0
      ? named *
        (0.45 + 0.3 * sure + (0.35 - 0.1 * sure) * fit) *
        (holding.filled > 0 && fit < 0.15 ? (holding.filled > 2 ? 0.4 : 0.5) : unspecific)
      : 0;
  return Math.max(
    known,
    value > 0 && holding.share[sign?.[0] ?? 'text'] > 0.6 ? value + 0.2 * named : 0,
  );
}
