import type { Catalogue } from '#lib/i18n/ru/catalogue.ts';
import type { Page, TextPiece } from './draft.ts';

type Words = Pick<Catalogue, 'council'>;

function find(list: Readonly<Record<string, string>>, prompt: string | undefined): string | null {
  return prompt !== undefined && Object.hasOwn(list, prompt) ? (list[prompt] ?? null) : null;
}

/** Whether a text stands as the template wrote it. */
export function isOfTemplate({ text, prompt }: TextPiece, { council }: Words): boolean {
  return text === '' && find(council.texts, prompt) !== null;
}

/** A text with its live numbers, as it is stored: a person's own, or the template's in a language. */
export function writtenText({ text, prompt }: TextPiece, { council }: Words): string {
  return text === '' ? (find(council.texts, prompt) ?? '') : text;
}

/** What a person is asked to write in an empty text; null where nothing particular. */
export function askedFor({ prompt }: TextPiece, { council }: Words): string | null {
  return find(council.hints, prompt);
}

/** The title of a page: a person's own, or the template's in a language; empty where there is none. */
export function titleOf({ title, prompt }: Pick<Page, 'title' | 'prompt'>, { council }: Words) {
  return title === '' ? (find(council.titles, prompt) ?? '') : title;
}

/** A text of which a person wrote this; once it differs from the template's it is their own. */
export function rewrite(piece: TextPiece, written: string, words: Words): TextPiece {
  const { prompt, ...rest } = piece;
  const former = find(words.council.texts, prompt);
  if (former === null) return { ...piece, text: written };
  return written === former ? { ...piece, text: '' } : { ...rest, text: written };
}

/** A page of which a person wrote this title. */
export function retitle(page: Page, title: string, words: Words): Page {
  const { prompt, ...rest } = page;
  const former = find(words.council.titles, prompt);
  if (former === null) return { ...page, title };
  return title === former ? { ...page, title: '' } : { ...rest, title };
}
