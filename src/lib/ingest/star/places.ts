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

/** The places of one person by period, from all of their rows on rolls. */
export function placesOf(spells: readonly Spell[], calendar: Calendar): ReadonlyMap<number, Place> {
  const places = new Map<number, Place>();
  for (const year of new Set(spells.map((spell) => spell.schoolYear))) {
    const own = spells.filter((spell) => spell.schoolYear === year);
    for (const { index: period, starts, ends } of calendar.year(year)) {
      const spell = placeIn(own, starts, ends);
      if (spell) places.set(period, { class: spell.class, grade: spell.grade, spell });
    }
  }
  return places;
}
