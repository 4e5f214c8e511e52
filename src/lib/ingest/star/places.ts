import { groupBy } from '../grouping.ts';
import type { Calendar } from './calendar.ts';
import type { Spell } from './roll-people.ts';

/** Where a person is on the roll in one period. */
export interface Place {
  readonly class: string;
  readonly grade: number;
  readonly spell: Spell;
}

function isOnRoll(spell: Spell, starts: number, ends: number): boolean {
  return (
    (spell.entered === null || spell.entered <= ends) &&
    (spell.left === null || spell.left >= starts)
  );
}

/** The place of a person in a period: the class of its last day, else the last class before that. */
function placeIn(spells: readonly Spell[], starts: number, ends: number): Spell | null {
  let best: Spell | null = null;
  for (const spell of spells) {
    if (!isOnRoll(spell, starts, ends)) continue;
    if (best === null) {
      best = spell;
      continue;
    }
    const stays = spell.left === null || spell.left >= ends;
    const bestStays = best.left === null || best.left >= ends;
    const later =
      (spell.entered ?? Number.NEGATIVE_INFINITY) - (best.entered ?? Number.NEGATIVE_INFINITY);
    if (
      stays !== bestStays
        ? stays
        : later !== 0 && !Number.isNaN(later)
          ? later > 0
          : spell.order > best.order
    )
      best = spell;
  }
  return best;
}

const nowhere: ReadonlyMap<number, Place> = new Map();

/** The places of one person by period, from all of their rows on rolls. */
export function placesOf(spells: readonly Spell[], calendar: Calendar): ReadonlyMap<number, Place> {
  const [first] = spells;
  if (!first) return nowhere;
  const places = new Map<number, Place>();
  if (spells.every(({ schoolYear }) => schoolYear === first.schoolYear))
    addYear(places, spells, first.schoolYear, calendar);
  else
    for (const [year, own] of groupBy(spells, ({ schoolYear }) => schoolYear))
      addYear(places, own, year, calendar);
  return places;
}

function addYear(
  places: Map<number, Place>,
  spells: readonly Spell[],
  year: number,
  calendar: Calendar,
): void {
  let place: Place | null = null;
  for (const { index: period, starts, ends } of calendar.year(year)) {
    const spell = placeIn(spells, starts, ends);
    if (!spell) continue;
    if (place === null || place.spell !== spell)
      place = { class: spell.class, grade: spell.grade, spell };
    places.set(period, place);
  }
}
