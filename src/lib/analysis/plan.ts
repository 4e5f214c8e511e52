import type { Dimension } from '#lib/model/dimension.ts';
import type { Programme } from '#lib/model/programme.ts';
import type { CountedMeasure, Measure, Slice } from '#lib/measures/measure.ts';
import { measuresQuery } from '#lib/measures/query.ts';
import { indexPart, measures } from '#lib/measures/registry.ts';
import { classesQuery, hasClasses } from './design-effects.ts';
import { isDivisible, type Question } from './question.ts';

/** One query with the measures that its rows name. */
export interface PlannedQuery {
  readonly sql: string;
  /** The sums over classes for the measures that are compared; null where none is. */
  readonly classes: string | null;
  readonly by: readonly Dimension[];
  readonly measures: ReadonlyMap<string, CountedMeasure>;
}

/** The queries that answer some questions, and which of them answers each; null where a question is not divisible. */
export interface Plan {
  readonly queries: readonly PlannedQuery[];
  readonly queryOf: ReadonlyMap<Question, number | null>;
}

interface Batch {
  readonly slice: Slice;
  readonly measures: Map<string, CountedMeasure>;
  /** Those whose changes are asked for and in which classes can be told apart. */
  readonly compared: Map<string, CountedMeasure>;
}

/** The slice that a question speaks of. */
export function sliceOf(
  { grain, span, by, selection, score }: Question,
  programme: Programme,
): Slice {
  return { grain, ...(span ? { span } : {}), by, selection, programme, score: score ?? null };
}

function isAskable(measure: Measure, { by, selection }: Question): measure is CountedMeasure {
  const wanted = [...by, ...selection.map((clause) => clause.dimension)];
  return (
    measure.kind !== 'composite' && wanted.every((dimension) => measure.by.includes(dimension))
  );
}

/** Names of the measures that a question needs: its own, or those of an index that can be asked so. */
function neededMeasures(question: Question, programme: Programme): [string, CountedMeasure][] {
  const measure: Measure = measures[question.measure];
  const names =
    measure.kind === 'composite'
      ? Object.keys(programme.indices[measure.index])
      : [question.measure];
  return names.flatMap((name): [string, CountedMeasure][] => {
    const part = indexPart(name);
    return part && isAskable(part, question) ? [[name, part]] : [];
  });
}

/** Plans questions together: those that speak of the same slice share one query, and each measure is counted once. */
export function planQuestions(questions: readonly Question[], programme: Programme): Plan {
  const batches = new Map<string, Batch>();
  const batchOf = new Map<Question, string | null>();
  for (const question of questions) {
    const needed = isDivisible(question) ? neededMeasures(question, programme) : [];
    if (needed.length === 0) {
      batchOf.set(question, null);
      continue;
    }
    const { grain, span, by, selection, score } = question;
    const key = JSON.stringify([grain, span ?? null, by, selection, score ?? null]);
    const batch = batches.get(key) ?? {
      slice: sliceOf(question, programme),
      measures: new Map(),
      compared: new Map(),
    };
    for (const [name, measure] of needed) {
      batch.measures.set(name, measure);
      const own = name === question.measure && question.compare !== 'none';
      if (own && hasClasses(measure)) batch.compared.set(name, measure);
    }
    batches.set(key, batch);
    batchOf.set(question, key);
  }
  const order = [...batches.keys()];
  return {
    queries: [...batches.values()].map(({ slice, measures: wanted, compared }) => ({
      sql: String(measuresQuery(Object.fromEntries(wanted), slice)),
      classes:
        compared.size === 0 ? null : String(classesQuery(Object.fromEntries(compared), slice)),
      by: slice.by,
      measures: wanted,
    })),
    queryOf: new Map(
      [...batchOf].map(([question, key]) => [question, key === null ? null : order.indexOf(key)]),
    ),
  };
}
