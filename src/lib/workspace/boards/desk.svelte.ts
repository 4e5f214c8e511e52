import { Planner } from '#lib/analysis/cubes/planner.ts';
import type { Question } from '#lib/analysis/question.ts';
import type { Engine } from '#lib/engine/engine.ts';
import type { Dimension } from '#lib/model/dimension.ts';
import type { Programme } from '#lib/model/programme.ts';
import { freshId, mostPanels, type Board, type Panel, type PanelChoices } from './board.ts';
import type { Looking } from './board-address.ts';
import { Steps, type Steppable } from '../steps.svelte.ts';
import { keepPinned, withoutPanel, type LinkedSelection } from './linked-selection.ts';

/** A board at which somebody works: what it shows and looks at, each step of which can be taken back. */
export class Desk implements Steppable {
  board = $state.raw<Board>({ id: '', name: '', panels: [] });
  /** What is looked at, also while it moves under the pointer. */
  selection = $state.raw<LinkedSelection>({ clauses: [], times: null });
  /** The panel in which a selection is being moved; its end is one step. */
  moving = $state.raw<string | null>(null);
  /** Grows when cubes are there that were not before. */
  cubes = $state(0);
  readonly #steps: Steps<Looking>;
  #planner = $state.raw<Planner | null>(null);
  #preparing: AbortController | null = null;

  constructor(looking: Looking) {
    this.board = looking.board;
    this.selection = looking.selection;
    this.#steps = new Steps({ board: looking.board, selection: looking.selection });
  }

  get canUndo(): boolean {
    return this.#steps.canUndo;
  }

  get canRedo(): boolean {
    return this.#steps.canRedo;
  }

  /** What is looked at now. */
  get looking(): Looking {
    return { board: this.board, selection: this.selection };
  }

  /** What answers at once; null until the engine is there. */
  get planner(): Planner | null {
    return this.#planner;
  }

  /** Answers from now on from this engine, of which nothing is known yet. */
  plug(engine: Engine, programme: Programme): void {
    this.#preparing?.abort();
    this.#planner = new Planner(engine, programme);
  }

  /** Changes the board, what it looks at, or both, as one step. */
  change(next: Partial<Looking>): void {
    this.#steps.take(next);
    this.#settle();
  }

  /** Moves the selection without making a step of it yet. */
  move(panel: string, selection: LinkedSelection): void {
    this.moving = panel;
    this.selection = selection;
  }

  /** Ends a move as one step, or gives it up. */
  endMove(selection: LinkedSelection | null): void {
    this.moving = null;
    if (selection) this.change({ selection });
    else this.#settle();
  }

  /** Takes the last step back. */
  undo(): void {
    this.#steps.undo();
    this.#settle();
  }

  /** Takes a step that was taken back again. */
  redo(): void {
    this.#steps.redo();
    this.#settle();
  }

  /** Lays another board on the desk; what is pinned stays. */
  open(board: Board): void {
    const selection = keepPinned(this.selection);
    const has = ({ source }: { source: string | null }) =>
      board.panels.some(({ id }) => id === source);
    const loose = <T extends { source: string | null }>(one: T): T =>
      has(one) ? one : { ...one, source: null };
    this.change({
      board,
      selection: {
        clauses: selection.clauses.map(loose),
        times: selection.times && loose(selection.times),
      },
    });
  }

  /** Puts a panel at the end of the board; does nothing where it is full. */
  add(choices: PanelChoices, width: Panel['width'] = 3): void {
    const { panels } = this.board;
    if (panels.length >= mostPanels) return;
    this.#arrange([...panels, { id: freshId(panels), width, choices }]);
  }

  /** Changes one panel. What was chosen in it goes where it shows other members. */
  edit(id: string, change: Partial<Omit<Panel, 'id'>>): void {
    const panels = this.board.panels.map((panel) =>
      panel.id === id ? { ...panel, ...change } : panel,
    );
    const former = this.board.panels.find((panel) => panel.id === id)?.choices;
    const now = change.choices;
    const isOther = now && former && (now.by !== former.by || now.across !== former.across);
    this.#arrange(panels, isOther ? withoutPanel(this.selection, id) : this.selection);
  }

  /** Takes a panel off the board with what was chosen in it. */
  remove(id: string): void {
    const panels = this.board.panels.filter((panel) => panel.id !== id);
    if (panels.length > 0) this.#arrange(panels, withoutPanel(this.selection, id));
  }

  /** Moves a panel so many places; the ends hold. */
  shift(id: string, places: number): void {
    const panels = [...this.board.panels];
    const from = panels.findIndex((panel) => panel.id === id);
    const to = Math.max(0, Math.min(panels.length - 1, from + places));
    const [moved] = from < 0 ? [] : panels.splice(from, 1);
    if (!moved || to === from) return;
    panels.splice(to, 0, moved);
    this.#arrange(panels);
  }

  /**
   * Makes ready what answers at once while clauses on some dimensions are moved. A later wish takes the place of an earlier
   * one; a fault is left to the panels, which ask for themselves.
   */
  async prepare(questions: readonly Question[], touched: readonly Dimension[]): Promise<void> {
    this.#preparing?.abort();
    const controller = new AbortController();
    this.#preparing = controller;
    try {
      await this.#planner?.prepare(questions, touched, controller.signal);
      this.cubes += 1;
    } catch {
      // A panel whose question fails says so itself; one that was cut short is asked again.
    }
  }

  #arrange(panels: readonly Panel[], selection = this.selection): void {
    this.change({ board: { ...this.board, panels }, selection });
  }

  #settle(): void {
    const { board, selection } = this.#steps.now;
    this.board = board;
    this.selection = selection;
  }
}
