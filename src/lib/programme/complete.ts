import type { Programme } from '#lib/model/programme.ts';
import { defaultRules, type Rules } from './default-rules.ts';

/** A programme as some earlier version of the app may have saved it: without rules, or with some of them. */
export type SavedProgramme = Omit<Programme, keyof Rules> & Partial<Rules>;

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Block of universities of a programme that does not name one: the default's, else the last. */
function universities(blocks: unknown): string {
  const ids = Array.isArray(blocks)
    ? blocks.flatMap((block: unknown) =>
        isGroup(block) && typeof block['id'] === 'string' ? [block['id']] : [],
      )
    : [];
  const usual = defaultRules.continuity.block;
  return ids.includes(usual) ? usual : (ids.at(-1) ?? usual);
}

/** The fields of a value of unknown origin with the rules that it lacks taken from the defaults; what is there stays. */
export function completeFields(value: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const defaults: Rules = {
    ...defaultRules,
    continuity: { ...defaultRules.continuity, block: universities(value['blocks']) },
  };
  const rules = Object.entries(defaults).map(([name, usual]: [string, unknown]) => {
    const own = value[name];
    if (own === undefined) return [name, usual];
    return [name, isGroup(own) && isGroup(usual) ? { ...usual, ...own } : own];
  });
  return { ...value, ...Object.fromEntries(rules) };
}

/** A saved programme with the rules that did not exist when it was saved. */
export function completeProgramme(saved: SavedProgramme): Programme {
  return { ...saved, ...completeFields({ ...saved }) } as Programme;
}
