import { belonging, wellbeing } from '#lib/measures/answers.ts';
import { atLevel, creativeGain, reliableGrowth } from '#lib/measures/creativity.ts';
import { factTables } from '#lib/measures/facts.ts';
import { volunteerHours } from '#lib/measures/hours.ts';
import type { Slice } from '#lib/measures/measure.ts';
import type { Dimension } from '#lib/model/dimension.ts';
import { pupilSideDimensions } from '#lib/model/dimension.ts';
import type { Programme } from '#lib/model/programme.ts';
import { Query, sql } from '@uwdata/mosaic-sql';

/** Where values of pupils or of anonymous forms come from. */
export interface ValueSource {
  /** Found out by tests and questionnaires. */
  readonly assessed: boolean;
  /** What its pupils or forms are told apart by. */
  readonly by: readonly Dimension[];
  /** Rows of `time`, the dimensions and `value`, one a pupil or form and time. */
  rows(slice: Slice): Query;
}

function ofPupils(assessed: boolean, { each }: { each(slice: Slice): Query }): ValueSource {
  return {
    assessed,
    by: pupilSideDimensions,
    rows: (slice) => each(slice),
  };
}

function ofForms(measure: typeof belonging): ValueSource {
  return {
    assessed: true,
    by: ['grade', 'class'],
    rows(slice) {
      const { rows } = measure.tally(slice);
      if (typeof rows === 'string') throw new TypeError('Forms are rows of their own');
      return rows;
    },
  };
}

/** Where values come from, by name. */
export const valueSources = {
  gain: ofPupils(true, creativeGain),
  growth: ofPupils(true, reliableGrowth),
  level: ofPupils(true, atLevel),
  volunteering: ofPupils(false, volunteerHours),
  belonging: ofForms(belonging),
  wellbeing: ofForms(wellbeing),
} as const satisfies Record<string, ValueSource>;

/** Name of a source of values. */
export type ValueName = keyof typeof valueSources;

/** Values of a source at one length of time and of one score. */
export interface Values extends Pick<Slice, 'grain' | 'score'> {
  readonly name: ValueName;
}

/** The name of values. */
export function nameValues({ name, grain, score }: Values): string {
  return JSON.stringify({ name, grain, score });
}

/** The values of a name; null where it is none. */
export function readValuesName(text: string): Values | null {
  const read = JSON.parse(text) as Values;
  return Object.hasOwn(valueSources, read.name) ? read : null;
}

/** SQL of values: rows of `time`, `class`, `grade`, `sex` and `value`. */
export function valuesQuery({ name, grain, score }: Values, programme: Programme): string {
  const { by, rows } = valueSources[name];
  const whole: Slice = { grain, score, programme, by, selection: [] };
  return String(
    Query.with(factTables(whole), { own_values: rows(whole) })
      .from('own_values')
      .select('time', 'class', 'grade', { sex: by.includes('sex') ? sql`sex` : sql`NULL` }, 'value')
      .where(sql`value IS NOT NULL`),
  );
}
