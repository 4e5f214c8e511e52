import { readClause, writeClause } from '../choices.ts';
import {
  mostPanels,
  readPanel,
  showsTheSame,
  writePanel,
  type Board,
  type Panel,
} from './board.ts';
import type { LinkedClause, LinkedSelection, LinkedTimes } from './linked-selection.ts';

/** A board and what it looks at. */
export interface Looking {
  readonly board: Board;
  readonly selection: LinkedSelection;
}

/** A board's address with the parts of it that mean nothing. */
export interface LookingReading extends Looking {
  readonly unknown: readonly string[];
}

const parted = '~';

interface Marked {
  readonly text: string;
  readonly source: string | null;
  readonly pinned: boolean;
}

function mark(
  text: string,
  { source, pinned }: { source: string | null; pinned: boolean },
): string {
  const plain = text.replaceAll(parted, '\\u007e');
  if (source === null && !pinned) return plain;
  return [plain, source ?? '', ...(pinned ? ['pinned'] : [])].join(parted);
}

function readMarks(value: string): Marked {
  const [text = '', source = '', pinned] = value.split(parted);
  return { text, source: source === '' ? null : source, pinned: pinned === 'pinned' };
}

function writePanelText(panel: Panel): string {
  return new URLSearchParams(writePanel(panel)).toString();
}

function readPanelText(text: string): Panel | null {
  return readPanel(Object.fromEntries(new URLSearchParams(text)));
}

function readTimes(value: string): LinkedTimes | null {
  const { text, source, pinned } = readMarks(value);
  const [, not, from, to] = /^(!?)([\w/-]{1,20})\.\.([\w/-]{1,20})$/.exec(text) ?? [];
  return from && to ? { from, to, excluded: not === '!', source, pinned } : null;
}

function readLinked(key: string, value: string): LinkedClause | null {
  const { text, source, pinned } = readMarks(value);
  const clause = readClause(key, text);
  return clause && { ...clause, source, pinned };
}

/**
 * Reads an address: the board that it names among those known, its panels where they differ, and what it looks at. Whatever
 * it says wrongly is told; without a board that is known, the first one is meant.
 */
export function readLooking(
  parameters: URLSearchParams,
  boards: readonly Board[],
  first: Board,
): LookingReading {
  const unknown: string[] = [];
  let board = first;
  let times: LinkedTimes | null = null;
  const clauses: LinkedClause[] = [];
  const panels: Panel[] = [];
  for (const [key, value] of parameters) {
    if (key === 'board') {
      const found = boards.find(({ id }) => id === value);
      if (found) board = found;
      else unknown.push(`${key}=${value}`);
      continue;
    }
    const panel = key === 'panel' ? readPanelText(value) : null;
    const span = key === 'times' ? readTimes(value) : null;
    const clause = panel || span ? null : readLinked(key, value);
    if (panel && panels.length < mostPanels && panels.every(({ id }) => id !== panel.id)) {
      panels.push(panel);
    } else if (span) times = span;
    else if (clause) clauses.push(clause);
    else unknown.push(`${key}=${value}`);
  }
  const shown = panels.length === 0 ? board : { ...board, panels };
  const has = ({ source }: { source: string | null }) =>
    source === null || shown.panels.some(({ id }) => id === source);
  const owned = <T extends { source: string | null }>(one: T): T =>
    has(one) ? one : { ...one, source: null };
  return {
    board: shown,
    selection: { clauses: clauses.map(owned), times: times && owned(times) },
    unknown,
  };
}

/** Writes what is looked at as an address: the board by its name, its panels only where they differ from it. */
export function writeLooking(
  { board, selection }: Looking,
  boards: readonly Board[],
  first: Board,
): URLSearchParams {
  const parameters = new URLSearchParams();
  const known = boards.find(({ id }) => id === board.id) ?? first;
  if (known.id !== first.id) parameters.set('board', known.id);
  if (!showsTheSame(board, known)) {
    for (const panel of board.panels) parameters.append('panel', writePanelText(panel));
  }
  for (const clause of selection.clauses) {
    const [key, text] = writeClause(clause);
    parameters.append(key, mark(text, clause));
  }
  const { times } = selection;
  if (times) {
    parameters.set('times', mark(`${times.excluded ? '!' : ''}${times.from}..${times.to}`, times));
  }
  return parameters;
}
