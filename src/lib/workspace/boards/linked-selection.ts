import type { Dimension } from '#lib/model/dimension.ts';
import type { Programme } from '#lib/model/programme.ts';
import type { Clause, Selection } from '#lib/model/selection.ts';

interface Linked {
  /** The panel in which it was chosen, which it does not filter; null where it was chosen beside the panels. */
  readonly source: string | null;
  /** It stays when the others are cleared, and filters every panel. */
  readonly pinned: boolean;
}

/** A clause of a board. */
export interface LinkedClause extends Clause, Linked {}

/** A span of a board's time, both periods included, by their ids; or everything but that span. */
export interface LinkedTimes extends Linked {
  readonly from: string;
  readonly to: string;
  readonly excluded: boolean;
}

/** What a board looks at: clauses, one a dimension and panel, and a span of time. */
export interface LinkedSelection {
  readonly clauses: readonly LinkedClause[];
  readonly times: LinkedTimes | null;
}

/** Everybody, at all times. */
export const wholeSelection: LinkedSelection = { clauses: [], times: null };

function filters({ source, pinned }: Linked, panel: string): boolean {
  return pinned || source !== panel;
}

/** The clauses that filter a panel: all but those that were chosen in it. */
export function selectionFor(panel: string, { clauses }: LinkedSelection): Selection {
  return clauses
    .filter((clause) => filters(clause, panel))
    .map(({ dimension, values, excluded }) => ({ dimension, values, excluded }));
}

/** The span of time that filters a panel. */
export function timesFor(panel: string, { times }: LinkedSelection): LinkedTimes | null {
  return times && filters(times, panel) ? times : null;
}

/** The numbers of the periods of a span of time, in order; empty where the calendar has none of them. */
export function periodsOf({ from, to, excluded }: LinkedTimes, { periods }: Programme): number[] {
  const ends = [from, to].map((id) => periods.findIndex((period) => period.id === id));
  const [first = -1, last = -1] = ends.sort((a, b) => a - b);
  if (first < 0) return [];
  return [...periods.keys()].filter((period) => (period >= first && period <= last) !== excluded);
}

function isOf(panel: string, dimension: Dimension): (clause: LinkedClause) => boolean {
  return (clause) => clause.source === panel && clause.dimension === dimension;
}

/**
 * Chooses a member in a panel: it alone, or beside those that are chosen already; a member that was chosen is given up.
 */
export function chooseMember(
  selection: LinkedSelection,
  panel: string,
  dimension: Dimension,
  key: string | number,
  beside: boolean,
): LinkedSelection {
  const own = selection.clauses.find(isOf(panel, dimension));
  const former = own && !own.excluded ? own.values : [];
  const has = former.includes(key);
  const others = beside ? former.filter((one) => one !== key) : [];
  const isAlone = has && former.length === 1;
  const values = has && (beside || isAlone) ? others : [...others, key];
  const rest = selection.clauses.filter((clause) => clause !== own);
  if (values.length === 0) return { ...selection, clauses: rest };
  const clause = {
    dimension,
    values,
    excluded: false,
    source: panel,
    pinned: own?.pinned ?? false,
  };
  return { ...selection, clauses: [...rest, clause] };
}

/** Puts a clause in the place of another, or beside the others where there is none; null takes it away. */
export function putClause(
  selection: LinkedSelection,
  former: LinkedClause | null,
  clause: LinkedClause | null,
): LinkedSelection {
  if (former === null) {
    return clause ? { ...selection, clauses: [...selection.clauses, clause] } : selection;
  }
  const clauses = selection.clauses.flatMap((one) =>
    one === former ? (clause ? [clause] : []) : [one],
  );
  return { ...selection, clauses };
}

/** Chooses a span of time, or all of it. */
export function putTimes(selection: LinkedSelection, times: LinkedTimes | null): LinkedSelection {
  return { ...selection, times };
}

/** What is pinned of a selection. */
export function keepPinned({ clauses, times }: LinkedSelection): LinkedSelection {
  return { clauses: clauses.filter(({ pinned }) => pinned), times: times?.pinned ? times : null };
}

/** A selection on a board without a panel: what was chosen in it goes with it unless it is pinned. */
export function withoutPanel(selection: LinkedSelection, panel: string): LinkedSelection {
  const { clauses, times } = selection;
  const stays = (one: Linked) => one.source !== panel || one.pinned;
  return { clauses: clauses.filter(stays), times: times && stays(times) ? times : null };
}
