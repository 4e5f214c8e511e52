import type { Engine } from '#lib/engine/engine.ts';
import type { MeasureId } from '#lib/measures/registry.ts';
import type { Dimension, Grain } from '#lib/model/dimension.ts';
import type { Programme } from '#lib/model/programme.ts';
import type { Selection } from '#lib/model/selection.ts';
import { cellName, type MemberKey } from './counts.ts';
import { Planner } from './cubes/planner.ts';
import { askOutcomes } from './explain-outcomes.ts';
import type { Question } from './question.ts';
import type { Result } from './result.ts';

/** A change that is to be counted anew without some of what it consists of. */
export interface RecountQuestion {
  readonly measure: MeasureId;
  readonly grain: Grain;
  readonly before: number;
  readonly after: number;
  readonly selection: Selection;
}

/** The difference between two times of a result by nothing; null where one has no number or something else was measured with. */
function differenceIn({ cells }: Result, before: number, after: number): number | null {
  const [first, last] = [before, after].map((time) => cells.find((cell) => cell.time === time));
  if (first?.outcome.kind !== 'estimate' || last?.outcome.kind !== 'estimate') return null;
  return first.line === last.line ? last.outcome.value - first.outcome.value : null;
}

/**
 * Counts changes anew without one member of a dimension each: from one cube for all of them where the measure can be put
 * together, else each by a query of its own.
 */
export class Recounts {
  readonly #engine: Engine;
  readonly #programme: Programme;
  readonly #planner: Planner;

  constructor(engine: Engine, programme: Programme) {
    this.#engine = engine;
    this.#programme = programme;
    this.#planner = new Planner(engine, programme);
  }

  /**
   * The change of everything else by the member that is left out; null where there is none. Rejects as `askMeasures` does.
   */
  async without(
    question: RecountQuestion,
    over: Dimension,
    keys: readonly NonNullable<MemberKey>[],
    signal?: AbortSignal,
  ): Promise<Map<MemberKey, number | null>> {
    const { measure, grain, before, after, selection } = question;
    const whole: Question = { measure, by: [], grain, times: 'all', selection, compare: 'none' };
    await this.#planner.prepare([whole], [over], signal);
    const found = new Map<MemberKey, number | null>();
    // One after the other: the engine has one thread.
    for (const key of keys) {
      const rest = [...selection, { dimension: over, values: [key], excluded: true }];
      const known = this.#planner.answerNow({ ...whole, selection: rest });
      found.set(
        key,
        known
          ? differenceIn(known, before, after)
          : await this.#ask({ ...question, selection: rest }, signal),
      );
    }
    return found;
  }

  async #ask(
    { measure, grain, before, after, selection }: RecountQuestion,
    signal?: AbortSignal,
  ): Promise<number | null> {
    const asked = { measure, by: [], grain, selection, tested: false } as const;
    const outcomes = await askOutcomes(this.#engine, asked, this.#programme, signal);
    const names = [cellName(before, []), cellName(after, [])] as const;
    if (!outcomes || !names.every((name) => outcomes.cells.has(name))) return null;
    return outcomes.change(...names)?.value ?? null;
  }
}
