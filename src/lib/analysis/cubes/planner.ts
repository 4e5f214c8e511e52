import type { Answer, Engine } from '#lib/engine/engine.ts';
import type { Dimension } from '#lib/model/dimension.ts';
import type { Programme } from '#lib/model/programme.ts';
import type { Selection } from '#lib/model/selection.ts';
import { askMeasures, resultOf } from '../answer.ts';
import { partnerNames } from '../members.ts';
import type { Question } from '../question.ts';
import type { Result } from '../result.ts';
import { assemble } from './assemble.ts';
import { readCalendar, timeGroups, wantedTimes, type Calendar } from './calendar.ts';
import {
  canAnswer,
  cubeQuestion,
  mergeWishes,
  tellsPupilsApart,
  wishFor,
  type CubeQuestion,
} from './cube-plan.ts';
import { buildCube, type CubeWish } from './cube-query.ts';
import type { Cube } from './cube.ts';
import { RollBook, type RollTerms } from './roll-book.ts';
import { readGroups, readRoll } from './roll-query.ts';

/** What every cube is read with. */
interface Ground {
  readonly calendar: Calendar;
  readonly roll: RollTerms;
  readonly book: RollBook;
  /** Whether the book tells pupils apart. */
  readonly isDivided: boolean;
  readonly partners: Answer;
}

interface Kept {
  readonly fixed: Selection;
  readonly cube: Cube;
}

/** Cubes are forgotten, those used longest ago first, when together they take more than this, in bytes. */
const mostBytes = 400_000_000;

/** How many answers are kept: a hand that trembles, or comes back, asks the same again. */
const mostAnswers = 100;

/**
 * Answers the questions of a board: from cubes at hand at once, where a measure can be put together from them, else from the
 * records. A cube lives as long as the tables it was counted from: a planner is made anew when they change.
 */
export class Planner {
  readonly #engine: Engine;
  readonly #programme: Programme;
  #ground: Ground | null = null;
  readonly #kept = new Map<string, Kept>();
  /** Wishes that would take too much memory. */
  readonly #refused = new Set<string>();
  readonly #answers = new Map<string, Result>();

  constructor(engine: Engine, programme: Programme) {
    this.#engine = engine;
    this.#programme = programme;
  }

  /** Memory that the cubes take, in bytes. */
  get size(): number {
    return [...this.#kept.values()].reduce((sum, { cube }) => sum + cube.size, 0);
  }

  /** The answer put together from a cube at hand, its changes untested; null where there is none that could give it. */
  answerNow(question: Question): Result | null {
    const name = JSON.stringify(question);
    const known = this.#answers.get(name);
    if (known) return known;
    const asked = cubeQuestion(question, this.#programme);
    const answer = asked && this.#put(asked);
    if (!answer) return null;
    if (this.#answers.size >= mostAnswers) this.#answers.clear();
    this.#answers.set(name, answer);
    return answer;
  }

  /** Builds what answers questions at once while clauses on some dimensions are being moved. */
  async prepare(
    questions: readonly Question[],
    touched: readonly Dimension[],
    signal?: AbortSignal,
  ): Promise<void> {
    const asked = questions.flatMap((question) => cubeQuestion(question, this.#programme) ?? []);
    const lacking = asked.filter((one) => !this.#find(one, touched));
    if (asked.length > 0)
      await this.#readGround(
        asked.some(({ question }) => tellsPupilsApart(question)),
        signal,
      );
    for (const wish of mergeWishes(lacking.map((one) => wishFor(one, touched)))) {
      await this.#build(wish, signal);
    }
  }

  /**
   * Answers questions in their order, from cubes where they can be had and from the records elsewhere; a comparison is tested
   * only where the records are asked. Rejects with `QueryError` where the engine refuses; aborting the signal cancels.
   */
  async answer(questions: readonly Question[], signal?: AbortSignal): Promise<Result[]> {
    await this.prepare(
      questions.filter(({ compare }) => compare === 'none'),
      [],
      signal,
    );
    const now = questions.map((question) =>
      question.compare === 'none' ? this.answerNow(question) : null,
    );
    const rest = questions.filter((_, index) => now[index] === null);
    const asked =
      rest.length === 0 ? [] : await askMeasures(this.#engine, rest, this.#programme, signal);
    const answers = asked.values();
    return now.map((known) => {
      const result = known ?? answers.next().value;
      if (!result) throw new Error('A question was left without an answer');
      return result;
    });
  }

  #find(asked: CubeQuestion, touched: readonly Dimension[] = []): Cube | null {
    let found: [string, Kept] | null = null;
    const wanted = wishFor(asked, touched).by;
    for (const [name, kept] of this.#kept) {
      const fits =
        canAnswer(kept.cube, kept.fixed, asked) &&
        wanted.every((dimension) => kept.cube.dimensions.has(dimension));
      if (fits && (!found || kept.cube.length < found[1].cube.length)) found = [name, kept];
    }
    if (!found) return null;
    const [name, kept] = found;
    this.#kept.delete(name);
    this.#kept.set(name, kept);
    return kept.cube;
  }

  #put(asked: CubeQuestion): Result | null {
    const ground = this.#ground;
    const cube = ground && this.#find(asked);
    const { question, measure, assembly, sums } = asked;
    if (!cube || (tellsPupilsApart(question) && !ground.isDivided)) return null;
    const wanted = wantedTimes(question, this.#programme);
    const counted = assemble(cube, ground.book, {
      by: question.by,
      selection: question.selection,
      times: timeGroups(question, this.#programme, ground.calendar),
      wanted: (time) => wanted === null || wanted.has(time),
      assembly,
      sums: Object.fromEntries(Object.entries(sums).map(([name, sum]) => [name, String(sum)])),
      recorded: ground.calendar.recorded,
    });
    const counting = {
      asked: new Map([[question.measure, measure]]),
      counted: new Map([[question.measure, counted]]),
      effects: null,
    };
    return resultOf(question, this.#programme, counting, ground.partners);
  }

  async #readGround(divided: boolean, signal?: AbortSignal): Promise<Ground> {
    const known = this.#ground;
    if (known && (known.isDivided || !divided)) return known;
    const roll = known?.roll ?? (await readRoll(this.#engine, this.#programme, signal));
    const whole = divided ? await readGroups(this.#engine, this.#programme, roll, signal) : roll;
    const ground: Ground = {
      calendar: known?.calendar ?? (await readCalendar(this.#engine, this.#programme, signal)),
      partners: known?.partners ?? (await this.#engine.ask(partnerNames, signal)),
      roll: whole,
      book: new RollBook(whole),
      isDivided: divided,
    };
    this.#ground = ground;
    return ground;
  }

  async #build(wish: CubeWish, signal?: AbortSignal): Promise<void> {
    const { by, fixed, sets, sums, pupils } = wish;
    const name = JSON.stringify([
      by,
      fixed,
      sets.map(String),
      sums.map(String),
      pupils.map(String),
    ]);
    if (this.#kept.has(name) || this.#refused.has(name)) return;
    const { book } = await this.#readGround(false, signal);
    const cube = await buildCube(this.#engine, wish, this.#programme, book.bits, signal);
    if (!cube) {
      this.#refused.add(name);
      return;
    }
    this.#kept.set(name, { fixed, cube });
    for (const oldest of this.#kept.keys()) {
      if (this.size <= mostBytes || oldest === name) break;
      this.#kept.delete(oldest);
    }
  }
}
