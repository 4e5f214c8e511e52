import type {
  DraftForm,
  StoredDraft,
  StoredFigure,
  StoredPage,
  StoredPiece,
  StoredText,
} from '#lib/model/draft.ts';
import { textRoles } from '#lib/model/draft.ts';
import * as v from 'valibot';
import { readChoices, writeChoices, type Choices } from '../choices.ts';

/** A text of a page as it is worked with. */
export type TextPiece = StoredText;

/** A picture of a page. */
export interface FigurePiece {
  readonly kind: 'figure';
  readonly id: string;
  /** What it shows; without a period of its own it follows the draft's. */
  readonly choices: Choices;
}

/** A piece of a page. */
export type Piece = TextPiece | FigurePiece;

/** One page: one idea. */
export interface Page {
  readonly id: string;
  /** What a person wrote; empty where the catalogue's title of `prompt` stands. */
  readonly title: string;
  readonly prompt?: string;
  readonly pieces: readonly Piece[];
}

/** A snapshot that is being put together. */
export interface Draft {
  readonly id: string;
  readonly name: string;
  readonly form: DraftForm;
  /** Id of the period that it speaks of; null for the last that is told of. */
  readonly period: string | null;
  readonly pages: readonly Page[];
}

/** How much a draft holds at most: pages, pieces of a page, characters of a text, of a title and of a name. */
export const draftLimits = { pages: 40, pieces: 12, text: 6000, title: 300, name: 120 } as const;

function storePiece(piece: Piece): StoredPiece {
  if (piece.kind === 'text') return piece;
  return { kind: 'figure', id: piece.id, words: Object.fromEntries(writeChoices(piece.choices)) };
}

function storePage(page: Page): StoredPage {
  return { ...page, pieces: page.pieces.map(storePiece) };
}

/** A draft as it is stored. */
export function storeDraft(draft: Draft): StoredDraft {
  return { ...draft, pages: draft.pages.map(storePage) };
}

const id = v.pipe(v.string(), v.regex(/^[\w-]{1,60}$/));
const prompt = v.optional(v.pipe(v.string(), v.regex(/^[\w-]{1,40}$/)));

const textShape = v.object({
  kind: v.literal('text'),
  id,
  role: v.picklist(textRoles),
  text: v.pipe(v.string(), v.maxLength(draftLimits.text)),
  prompt,
});

const figureShape = v.object({
  kind: v.literal('figure'),
  id,
  words: v.record(v.string(), v.string()),
});

const pageShape = v.object({
  id,
  title: v.pipe(v.string(), v.maxLength(draftLimits.title)),
  prompt,
  pieces: v.pipe(
    v.array(v.variant('kind', [textShape, figureShape])),
    v.maxLength(draftLimits.pieces),
  ),
});

const draftShape = v.object({
  id,
  name: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(draftLimits.name)),
  form: v.picklist(['slides', 'note']),
  period: v.nullable(v.pipe(v.string(), v.regex(/^[\w/-]{1,20}$/))),
  pages: v.pipe(v.array(pageShape), v.nonEmpty(), v.maxLength(draftLimits.pages)),
});

function withPrompt<T extends object>(one: T, words: string | undefined): T & { prompt?: string } {
  return words === undefined ? one : { ...one, prompt: words };
}

function readFigure({ id: own, words }: Pick<StoredFigure, 'id' | 'words'>): FigurePiece | null {
  const { choices, unknown } = readChoices(new URLSearchParams(words));
  return unknown.length > 0 ? null : { kind: 'figure', id: own, choices };
}

function readPiece(piece: v.InferOutput<typeof textShape> | v.InferOutput<typeof figureShape>) {
  if (piece.kind === 'figure') return readFigure(piece);
  const { prompt: words, kind, id: own, role, text } = piece;
  return withPrompt({ kind, id: own, role, text }, words);
}

function areDistinct(ids: readonly string[]): boolean {
  return new Set(ids).size === ids.length;
}

/**
 * Reads a stored draft of unknown origin; null where it is none. Pictures that show what this app does not know are left
 * out.
 */
export function restoreDraft(value: unknown): Draft | null {
  const parsed = v.safeParse(draftShape, value);
  if (!parsed.success) return null;
  const { pages, ...rest } = parsed.output;
  const restored = pages.map(({ prompt: words, id: own, title, pieces }) =>
    withPrompt(
      {
        id: own,
        title,
        pieces: pieces.flatMap((piece): Piece | readonly Piece[] => readPiece(piece) ?? []),
      },
      words,
    ),
  );
  const areAll = [restored, ...restored.map((page) => page.pieces)];
  return areAll.every((list) => areDistinct(list.map((one) => one.id)))
    ? { ...rest, pages: restored }
    : null;
}

/** A name for something new that nothing of a list has. */
export function freshId(letter: string, among: readonly { readonly id: string }[]): string {
  let number = among.length + 1;
  while (among.some(({ id: one }) => one === `${letter}${number}`)) number += 1;
  return `${letter}${number}`;
}

/** The period that a draft speaks of, as its number; null where nothing is told of any. */
export function periodOfDraft(
  draft: Pick<Draft, 'period'>,
  periods: readonly { readonly id: string }[],
  told: readonly number[],
): number | null {
  const index = periods.findIndex((period) => period.id === draft.period);
  return index < 0 ? (told.at(-1) ?? null) : index;
}

/** What a picture of a draft shows: up to its own period, else up to the draft's, given by its id. */
export function choicesIn({ choices }: FigurePiece, period: string | null): Choices {
  return { ...choices, period: choices.period ?? period };
}
