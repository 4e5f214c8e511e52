/** What a text of a snapshot is for; judgements, decisions and signatures are left to people. */
export const textRoles = [
  'lead',
  'heading',
  'paragraph',
  'list',
  'judgement',
  'decision',
  'signature',
] as const;

/** What a text of a snapshot is for. */
export type TextRole = (typeof textRoles)[number];

/**
 * A text that a person wrote. A live number stands in it as «{{…}}» around the words of its address: see the workspace's
 * live numbers. `prompt` names in the catalogue what the text is to say, where a template left it empty.
 */
export interface StoredText {
  readonly kind: 'text';
  readonly id: string;
  readonly role: TextRole;
  readonly text: string;
  readonly prompt?: string;
}

/** A picture with its title, in the words of the analysis screen's address. */
export interface StoredFigure {
  readonly kind: 'figure';
  readonly id: string;
  readonly words: Readonly<Record<string, string>>;
}

/** A piece of a page. */
export type StoredPiece = StoredText | StoredFigure;

/** One page of a snapshot that is not shared yet. A title that a template gave is a name in the catalogue until somebody writes another. */
export interface StoredPage {
  readonly id: string;
  readonly title: string;
  readonly prompt?: string;
  readonly pieces: readonly StoredPiece[];
}

/** Which paper a snapshot is meant for: slides on landscape pages, or a note on portrait pages. */
export type DraftForm = 'slides' | 'note';

/** A snapshot that is being put together, as it is stored. */
export interface StoredDraft {
  readonly id: string;
  readonly name: string;
  readonly form: DraftForm;
  /** Id of the programme's period that it speaks of; null for the last that is told of. */
  readonly period: string | null;
  readonly pages: readonly StoredPage[];
}
