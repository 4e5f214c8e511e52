import type { Assembly, CountedMeasure, Measure, Slice } from '#lib/measures/measure.ts';
import { measures, type MeasureId } from '#lib/measures/registry.ts';
import { pupilSideDimensions, type Dimension } from '#lib/model/dimension.ts';
import type { Programme } from '#lib/model/programme.ts';
import type { Selection } from '#lib/model/selection.ts';
import type { ExprNode } from '@uwdata/mosaic-sql';
import { sliceOf } from '../plan.ts';
import { isDivisible, type Question } from '../question.ts';
import type { Cube } from './cube.ts';
import type { CubeWish } from './cube-query.ts';

/** A question that a cube can answer: its measure, how it is put together, and what the cube must hold. */
export interface CubeQuestion {
  readonly question: Question;
  readonly measure: CountedMeasure;
  readonly assembly: Assembly;
  readonly sums: Readonly<Partial<Record<'x' | 'n', ExprNode>>>;
}

function isPupilSide(dimension: Dimension): boolean {
  return pupilSideDimensions.includes(dimension);
}

/** Whether a question divides or chooses pupils. */
export function tellsPupilsApart({ by, selection }: Question): boolean {
  return [...by, ...selection.map(({ dimension }) => dimension)].some(isPupilSide);
}

/** Whether a measure can speak of several terms taken together. */
export function canSpan(id: MeasureId, programme: Programme): boolean {
  const measure: Measure = measures[id];
  if (measure.kind === 'composite') return false;
  const slice: Slice = { grain: 'term', by: [], selection: [], programme, score: null };
  return measure.tally(slice).assembly !== undefined;
}

/** What a question asks of a cube, or null where only the records can answer it. */
export function cubeQuestion(question: Question, programme: Programme): CubeQuestion | null {
  const measure = measures[question.measure as MeasureId];
  if (measure.kind === 'composite' || !isDivisible(question)) return null;
  const { assembly, counts } = measure.tally(sliceOf(question, programme));
  if (!assembly) return null;
  if (assembly.kind === 'deeds' && tellsPupilsApart(question)) return null;
  const { x, n } = counts;
  const sums = assembly.kind === 'deeds' ? { ...(x ? { x } : {}), ...(n ? { n } : {}) } : {};
  return { question, measure, assembly, sums };
}

function eventClauses(selection: Selection): Selection {
  return selection.filter(({ dimension }) => !isPupilSide(dimension));
}

/** The cube that answers a question whatever is chosen in the dimensions that are being touched. */
export function wishFor(
  { question, assembly, sums }: CubeQuestion,
  touched: readonly Dimension[],
): CubeWish {
  const clauses = eventClauses(question.selection);
  const by = new Set(
    [...question.by, ...touched].filter(
      (dimension) => !isPupilSide(dimension) && measures[question.measure].by.includes(dimension),
    ),
  );
  return {
    by: [...by].sort(),
    fixed: clauses.filter(({ dimension }) => !by.has(dimension)),
    sets: assembly.kind === 'people' ? [assembly.condition] : [],
    sums: Object.values(sums),
    pupils: assembly.kind === 'pupils' ? [assembly.value] : [],
  };
}

function unite(lists: readonly (readonly ExprNode[])[]): ExprNode[] {
  return [...new Map(lists.flat().map((node) => [String(node), node])).values()];
}

/** Wishes with the same dimensions and fixed clauses made one. */
export function mergeWishes(wishes: readonly CubeWish[]): CubeWish[] {
  const groups = new Map<string, CubeWish[]>();
  for (const wish of wishes) {
    const name = JSON.stringify([wish.by, wish.fixed]);
    groups.set(name, [...(groups.get(name) ?? []), wish]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    return {
      ...first,
      sets: unite(group.map(({ sets }) => sets)),
      sums: unite(group.map(({ sums }) => sums)),
      pupils: unite(group.map(({ pupils }) => pupils)),
    };
  });
}

/** Whether a cube built with some fixed clauses can answer a question. */
export function canAnswer(
  cube: Cube,
  fixed: Selection,
  { question, assembly, sums }: CubeQuestion,
): boolean {
  const has = (dimension: Dimension) => cube.dimensions.has(dimension);
  const clauses = eventClauses(question.selection);
  const rest = clauses.filter(({ dimension }) => !has(dimension));
  if (JSON.stringify(rest) !== JSON.stringify(fixed)) return false;
  if (!question.by.every((dimension) => isPupilSide(dimension) || has(dimension))) return false;
  if (assembly.kind === 'people') return cube.sets.has(String(assembly.condition));
  if (assembly.kind === 'pupils') return cube.pupils.has(String(assembly.value));
  return Object.values(sums).every((sum) => cube.sums.has(String(sum)));
}
