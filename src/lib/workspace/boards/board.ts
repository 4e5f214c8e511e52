import type { StoredBoard } from '#lib/model/board.ts';
import * as v from 'valibot';
import { readChoices, writeChoices, type Choices } from '../choices.ts';

/** What a panel shows; whom and when the board's selection says. */
export type PanelChoices = Omit<Choices, 'selection' | 'period'>;

/** How much of a row a panel takes, in sixths. */
export const panelWidths = [2, 3, 4, 6] as const;

/** How much of a row a panel takes, in sixths. */
export type PanelWidth = (typeof panelWidths)[number];

/** What a panel shows of some choices: all but whom and when. */
export function panelChoicesOf(choices: Choices): PanelChoices {
  const { measure, by, across, chart, compare, grain, pupils, scales, stacking } = choices;
  return { measure, by, across, chart, compare, grain, pupils, scales, stacking };
}

/** One picture of a board. */
export interface Panel {
  readonly id: string;
  readonly width: PanelWidth;
  readonly choices: PanelChoices;
}

/** Pictures that share one selection. */
export interface Board {
  readonly id: string;
  /** The name that a person gave it; empty for a template, which the catalogue names. */
  readonly name: string;
  readonly panels: readonly Panel[];
}

/** How many panels a board holds at most. */
export const mostPanels = 12;

const defaultWidth: PanelWidth = 3;

function isWidth(value: number): value is PanelWidth {
  return panelWidths.some((width) => width === value);
}

/** A panel as the words of an address: its id, its width and what it shows. */
export function writePanel({ id, width, choices }: Panel): Record<string, string> {
  const words = writeChoices({ ...choices, selection: [], period: null });
  return { id, width: String(width), ...Object.fromEntries(words) };
}

/** Reads a panel; null where it shows nothing that this app knows. */
export function readPanel(words: Readonly<Record<string, string>>): Panel | null {
  const { id, width: widthText, ...shown } = words;
  if (!id || !/^[\w-]{1,40}$/.test(id)) return null;
  const { choices, unknown } = readChoices(new URLSearchParams(shown));
  if (unknown.length > 0 || choices.selection.length > 0) return null;
  const width = Number(widthText ?? defaultWidth);
  return { id, width: isWidth(width) ? width : defaultWidth, choices: panelChoicesOf(choices) };
}

/** A board as it is stored. */
export function storeBoard({ id, name, panels }: Board): StoredBoard {
  return { id, name, panels: panels.map(writePanel) };
}

const storedShape = v.object({
  id: v.pipe(v.string(), v.regex(/^[\w-]{1,60}$/)),
  name: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(120)),
  panels: v.pipe(v.array(v.record(v.string(), v.string())), v.nonEmpty(), v.maxLength(mostPanels)),
});

/** Reads a stored board of unknown origin; null where it is none. Panels that show what this app does not know are left out. */
export function restoreBoard(value: unknown): Board | null {
  const parsed = v.safeParse(storedShape, value);
  if (!parsed.success) return null;
  const { id, name, panels } = parsed.output;
  const known = panels.flatMap((panel) => readPanel(panel) ?? []);
  const ids = new Set(known.map((panel) => panel.id));
  return known.length === 0 || ids.size < known.length ? null : { id, name, panels: known };
}

/** Whether two boards show the same, whatever they are called. */
export function showsTheSame(a: Board, b: Board): boolean {
  return JSON.stringify(a.panels.map(writePanel)) === JSON.stringify(b.panels.map(writePanel));
}

/** A name for a new panel that no panel of a board has. */
export function freshId(panels: readonly Panel[]): string {
  let number = panels.length + 1;
  while (panels.some(({ id }) => id === `p${number}`)) number += 1;
  return `p${number}`;
}
