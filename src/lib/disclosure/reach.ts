import { deedsAfter, type Move, type Moves } from './moves.ts';
import type { DeedWorld, Few, Register } from './register.ts';

/** Moves that change how many the few are by one, and the statements that must be hidden for nobody to notice. */
export interface Reached {
  readonly moves: readonly Move[];
  readonly hides: readonly number[];
}

/** What a search may do. */
export interface Reach {
  /** Statements that are not said. */
  readonly hidden: HiddenFlags;
  /** Pupils whose deeds must stay as they are. */
  readonly kept: ReadonlySet<number>;
  /** Those whom nobody may join. */
  readonly closed: readonly Few[];
  /** Whether further statements may be hidden. */
  readonly mayHide: boolean;
  /** How many states are looked at before it gives up. */
  readonly patience: number;
}

interface State {
  readonly cost: number;
  readonly moves: readonly Move[];
  readonly hides: readonly number[];
  /** Said statements that do not add up yet, and by how much. */
  readonly amiss: ReadonlyMap<number, number>;
}

/** A queue whose least comes first. */
class Queue {
  readonly #heap: State[] = [];

  get isEmpty(): boolean {
    return this.#heap.length === 0;
  }

  push(state: State): void {
    const heap = this.#heap;
    let at = heap.push(state) - 1;
    while (at > 0) {
      const up = (at - 1) >> 1;
      const parent = heap[up];
      if (!parent || parent.cost <= state.cost) break;
      heap[at] = parent;
      at = up;
    }
    heap[at] = state;
  }

  pop(): State | undefined {
    const heap = this.#heap;
    const [first] = heap;
    const last = heap.pop();
    if (!first || !last || heap.length === 0) return first;
    let at = 0;
    for (;;) {
      let down = 2 * at + 1;
      const other = heap[down + 1];
      let child = heap[down];
      if (child && other && other.cost < child.cost) {
        child = other;
        down += 1;
      }
      if (!child || child.cost >= last.cost) break;
      heap[at] = child;
      at = down;
    }
    heap[at] = last;
    return first;
  }
}

/** What each further pupil, and each number that is still amiss, costs beside a hidden statement of cost 1. */
const moveCost = 0.15;
const amissCost = 0.35;
const mostStarts = 40;
const mostMoves = 6;
const branches = 12;
const enough = 4;
/** How many candidates are looked at for one step, and how many more statements than now may be amiss on the way. */
const mostCandidates = 100;
const leeway = 4;

/** Whether a shape was not met before; it is from now on. */
function isNew(met: Set<number>, shape: number): boolean {
  return met.size < met.add(shape).size;
}

/** Which statements are not said, by their numbers: 1 where they are hidden. */
export type HiddenFlags = Uint8Array;

/** How many said statements are amiss after a move, or Infinity once it makes more than one that were not. */
function amissAfter({ amiss, hides }: Amiss, move: Move, hidden: HiddenFlags): number {
  let size = amiss.size;
  for (let at = 0; at < move.statements.length; at += 1) {
    const statement = move.statements[at] ?? -1;
    if (hidden[statement] === 1) continue;
    const left = amiss.get(statement) ?? 0;
    if (left === 0) {
      if (hides.includes(statement)) continue;
      size += 1;
    } else if (left + (move.changes[at] ?? 0) === 0) size -= 1;
    if (size > amiss.size + leeway) return Infinity;
  }
  return size;
}

type Amiss = Pick<State, 'amiss' | 'hides'>;

function stateAfter(state: Omit<State, 'cost'>, move: Move, hidden: HiddenFlags) {
  const amiss = new Map(state.amiss);
  for (const [at, statement] of move.statements.entries()) {
    if (hidden[statement] === 1 || state.hides.includes(statement)) continue;
    const left = (amiss.get(statement) ?? 0) + (move.changes[at] ?? 0);
    if (left === 0) amiss.delete(statement);
    else amiss.set(statement, left);
  }
  return { moves: [...state.moves, move], hides: state.hides, amiss };
}

/**
 * Looks for a few pupils with other deeds, so that there is one more (or one fewer) of the few and every said statement
 * still adds up; where that may be, with further ones hidden at the least cost. The cheapest states are looked at first; null
 * where none was found with the patience there is, which proves nothing.
 */
export function reachOne(
  register: Register,
  moves: Moves,
  few: Few,
  by: 1 | -1,
  { hidden, kept, closed, mayHide, patience }: Reach,
): Reached | null {
  const queue = new Queue();
  const start: State = { cost: 0, moves: [], hides: [], amiss: new Map() };
  const costOf = (statements: Iterable<number>) =>
    [...statements].reduce((sum, one) => sum + (register.statements[one]?.cost ?? 0), 0);
  const push = (state: Omit<State, 'cost'>) => {
    const cost = costOf(state.hides) + state.moves.length * moveCost + state.amiss.size * amissCost;
    queue.push({ ...state, cost });
  };
  const isFree = (move: Move) =>
    !kept.has(move.pupil) && !closed.some((few) => moves.effectOn(few, move) > 0);
  const begun = new Set<number>();
  const starts = moves
    .turning(few, by)
    .filter((move) => isFree(move) && isNew(begun, move.shape))
    .map((move) => ({ move, said: move.statements.filter((one) => hidden[one] !== 1).length }))
    .sort((one, other) => one.said - other.said)
    .slice(0, mostStarts);
  for (const { move } of starts) push(stateAfter(start, move, hidden));
  let best: Reached | null = null;
  let leastCost = Infinity;
  for (let looked = 0; looked < patience && !queue.isEmpty; looked += 1) {
    const state = queue.pop();
    if (!state || state.cost >= leastCost) break;
    const [first] = state.amiss;
    if (!first) return { moves: state.moves, hides: state.hides };
    if (mayHide) {
      // What is still amiss can always be hidden.
      const hides = [...state.hides, ...state.amiss.keys()];
      const cost = costOf(hides);
      if (cost < leastCost) [best, leastCost] = [{ moves: state.moves, hides }, cost];
    }
    const [statement, left] = first;
    if (mayHide && costOf([statement]) < Infinity) {
      const amiss = new Map(state.amiss);
      amiss.delete(statement);
      push({ moves: state.moves, hides: [...state.hides, statement], amiss });
    }
    if (state.moves.length === mostMoves) continue;
    const used = new Set(state.moves.map(({ pupil }) => pupil));
    const back = left > 0 ? -1 : 1;
    let taken = 0;
    const tried = new Set<number>();
    const take = (candidates: Iterable<Move>): void => {
      let seen = 0;
      for (const move of candidates) {
        if (taken >= branches || seen === mostCandidates) return;
        if (used.has(move.pupil) || !isFree(move) || !isNew(tried, move.shape)) continue;
        seen += 1;
        if (amissAfter(state, move, hidden) > state.amiss.size + 1) continue;
        if (moves.effectOn(few, move) === -by) continue;
        taken += 1;
        push(stateAfter(state, move, hidden));
      }
    };
    const isThere = (pupil: number) => !kept.has(pupil) && !used.has(pupil);
    take(moves.inverses(statement, state.moves, back, isThere));
    // All moves of a statement are many: they are worked out only where the inverses are few.
    if (taken < enough) take(moves.changing(statement, back));
  }
  return best;
}

/** The world of some moves of different pupils. */
export function worldOfMoves(register: Register, moves: readonly Move[]): DeedWorld {
  return new Map(moves.map((move) => [move.pupil, deedsAfter(register, move)]));
}
