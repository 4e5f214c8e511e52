import type { Engine } from '#lib/engine/engine.ts';
import type { Programme } from '#lib/model/programme.ts';
import { askMeasures } from './answer.ts';
import { askMembers, partnerNames } from './members.ts';
import { isTimeField, levelsOf, questionsOfLevel, type PivotSpec } from './pivot.ts';
import { answerLevel, PivotLayout, type PivotTable } from './pivot-table.ts';
import { timesOf } from './times.ts';

/** A pivot is told to be too fine before it is asked where it could have more cells than this, of all measures together. */
export const mostCells = 600_000;

/** Thrown where a pivot could have more cells than anybody can wait for. */
export class PivotTooFine extends Error {
  override readonly name = 'PivotTooFine';
}

const within = { direction: 'block', class: 'grade' } as const;

/** How many cells a pivot could have at most; a member that belongs to one of another field divides it, not all of them. */
async function boundCells(
  engine: Engine,
  spec: PivotSpec,
  programme: Programme,
  signal: AbortSignal,
): Promise<number> {
  const { rows, columns, measures, selection } = spec;
  const fields = [...rows, ...columns];
  const held = fields.filter((field) =>
    Object.entries(within).some(
      ([inner, outer]) => outer === field && fields.some((one) => one === inner),
    ),
  );
  let bound = measures.length;
  for (const field of fields) {
    if (held.includes(field) || (field === 'year' && fields.includes('period'))) continue;
    if (isTimeField(field)) {
      bound *= timesOf(programme, field === 'period' ? 'term' : 'year').length;
      continue;
    }
    const clause = selection.find(({ dimension, excluded }) => dimension === field && !excluded);
    const members = clause?.values ?? (await askMembers(engine, field, programme, signal));
    bound *= Math.max(1, members.length);
  }
  return bound;
}

/**
 * Answers a pivot level by level, the finest first: each level is a question of its own, so that whoever is in two parts is
 * counted once in their whole. `onlevel` is called with all that is known after each. Rejects as `askMeasures` does, and with
 * `PivotTooFine`; aborting the signal cancels the rest.
 */
export async function askPivot(
  engine: Engine,
  spec: PivotSpec,
  programme: Programme,
  onlevel: (table: PivotTable, left: number) => void,
  signal: AbortSignal,
): Promise<void> {
  if ((await boundCells(engine, spec, programme, signal)) > mostCells) throw new PivotTooFine();
  const partners = [...spec.rows, ...spec.columns].includes('partner')
    ? await engine.ask(partnerNames, signal)
    : null;
  const layout = new PivotLayout(spec, programme, partners);
  const asked = levelsOf(spec);
  for (const [index, level] of asked.entries()) {
    const wanted = questionsOfLevel(spec, level);
    const results = await askMeasures(engine, wanted.questions, programme, signal);
    signal.throwIfAborted();
    layout.add(level, answerLevel(spec, wanted, results, programme));
    onlevel(layout.table(), asked.length - index - 1);
  }
}
