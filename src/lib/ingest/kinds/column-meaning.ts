import { monthOf } from '#lib/sheets/values/calendar.ts';
import { readClass } from '../class-name.ts';
import { findTerm, findSchoolYear } from '../context.ts';
import { foldHeading } from '../fields/heading.ts';
import type { Lexicon } from '../lexicon.ts';
import { readWave, type Wave } from '../wave.ts';

/** What a count without names counts. */
export type CountField = 'n' | 'n_winners' | 'n_prizes';

/** What a heading says beyond the field of its column. */
export interface ColumnMeaning {
  readonly term: number | null;
  /** Month, 1 to 12. */
  readonly month: number | null;
  readonly schoolYear: number | null;
  readonly class: string | null;
  readonly level: string | null;
  readonly wave: Wave | null;
  readonly count: CountField | null;
}

const bareTerm = /^(?:iv|i{1,3}|[1-4])$/;

function readCount(folded: string): CountField | null {
  if (/^%|процент|дол[яи] |percent|список|списк|контингент/.test(folded)) return null;
  if (/победител|winner|^гран при/.test(folded)) return 'n_winners';
  if (/приз[её]р|лауреат|дипломант|prize/.test(folded)) return 'n_prizes';
  if (/^1 (?:номер )?мест/.test(folded)) return 'n_winners';
  if (/участ|количеств|охват|человек|^всего$|particip|attend|^n$|headcount/.test(folded))
    return 'n';
  return null;
}

/** Reads the floors of a heading («Муниципальный / призёры», «III четверть», «5А», «Входная / Беглость»). */
export function readMeaning(heading: string, lexicon: Lexicon): ColumnMeaning {
  const floors = heading.split(' / ').map((floor) => floor.trim());
  let term: number | null = null;
  let month: number | null = null;
  let schoolYear: number | null = null;
  let named: string | null = null;
  let level: string | null = null;
  let wave: Wave | null = null;
  let count: CountField | null = null;
  for (const floor of floors) {
    const folded = foldHeading(floor);
    term ??=
      findTerm(floor, lexicon.programme) ??
      (bareTerm.test(folded) ? findTerm(`${floor} четверть`, lexicon.programme) : null);
    month ??= monthOf(floor.replace(/[\s,]*(?:20)?\d\d(?:\s*г\.?)?$/, ''));
    schoolYear ??= findSchoolYear(floor);
    const name = readClass(floor);
    if (name && name.suffix !== '') named ??= name.text;
    if (floor.length < 40 && !/[,;]/.test(floor)) level ??= lexicon.level(floor);
    wave ??= readWave(floor);
    count ??= readCount(folded);
  }
  return { term, month, schoolYear, class: named, level, wave, count };
}
