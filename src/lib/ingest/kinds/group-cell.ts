import { readHeadcount } from '#lib/sheets/values/headcount.ts';
import { findClass, type ClassName } from '../class-name.ts';

/** A cell that speaks of several people without their names: how many if it says so, and of which class. */
export interface GroupCell {
  readonly n: number | null;
  readonly class: ClassName | null;
}

const groups =
  /^(?:команд[аы]|сборн(?:ая|ые)|коллектив|группа|учащиеся|обучающиеся|ученики|воспитанники|лицеисты|класс|весь класс|дети|ансамбль|хор|отряд|волонт[её]ры|школьники|the team|team|whole class|class|pupils|students|choir)(?![\p{L}])/iu;

const longest = 120;

/** Reads «команда 7А», «Учащиеся 5А (25 чел.)» or «25 чел.» in the place of a name; null for what may be a name. */
export function readGroup(text: string): GroupCell | null {
  if (text.length > longest) return null;
  const counted =
    /\d/.test(text) && !/\p{Lu}\p{Ll}+\s+\p{Lu}/u.test(text) ? readHeadcount(text) : null;
  if (counted === null && !groups.test(text.trim())) return null;
  return { n: readHeadcount(text), class: findClass(text) };
}
