import { foldText } from '#lib/i18n/fold.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import type { Measure } from '#lib/measures/measure.ts';
import { measures, type MeasureId } from '#lib/measures/registry.ts';
import type { Programme } from '#lib/model/programme.ts';
import { readMeasureId } from './address.ts';

/** Measures that serve one task of the programme first, in the order of the registry; a null task stands for all tasks or none. */
export interface MeasureGroup {
  readonly task: string | null;
  readonly measures: readonly {
    readonly id: MeasureId;
    /** The other tasks that it serves. */
    readonly also: readonly string[];
  }[];
}

const all = Object.entries(measures) as [MeasureId, Measure][];

/** The measures that a search finds: by number as people type it, or by every word in name, meaning and formula. */
export function findMeasures(text: string, { t }: Locale): readonly MeasureId[] {
  const id = readMeasureId(text);
  if (id) return [id];
  const words = foldText(text).split(' ').filter(Boolean);
  return all
    .map(([one]) => one)
    .filter((one) => {
      const { name, short, meaning, formula } = t.measures.words[one];
      const said = foldText([one, name, short, meaning, formula].join(' '));
      return words.every((word) => said.includes(word));
    });
}

/** Measures under the first task that each serves, in the order of the programme; those of every task, or of none, come last. */
export function groupMeasures(
  ids: readonly MeasureId[],
  { tasks }: Programme,
): readonly MeasureGroup[] {
  const known = tasks.map(({ id }) => id);
  const wanted = new Set(ids);
  const placed = all
    .filter(([id]) => wanted.has(id))
    .map(([id, measure]) => {
      const served = measure.tasks.filter((task) => known.includes(task));
      if (served.length === known.length) return { task: null, id, also: [] };
      const [first = null, ...also] = served;
      return { task: first, id, also };
    });
  return [...known, null]
    .map((task) => ({ task, measures: placed.filter((one) => one.task === task) }))
    .filter((group) => group.measures.length > 0);
}
