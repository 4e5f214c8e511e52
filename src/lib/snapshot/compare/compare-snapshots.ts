import type { LanguageTag } from '#lib/i18n/format.ts';
import type { TextRole } from '#lib/model/draft.ts';
import type { SnapshotDocument, SnapshotFigure, SnapshotPage, SnapshotText } from '../document.ts';
import { compareTables, type CellChange } from './compare-tables.ts';

/** What became of a part of a snapshot from one to another. */
export type PartState = 'same' | 'changed' | 'added' | 'removed';

/** Two texts that ought to be one; null where one of the snapshots has none. */
export interface TextChange {
  readonly role: TextRole;
  readonly before: string | null;
  readonly after: string | null;
}

/** What became of a picture. */
export interface FigureChange {
  readonly state: PartState;
  readonly title: { readonly before: string | null; readonly after: string | null };
  /** Words around the picture, such as its subtitle, that differ. */
  readonly words: readonly { readonly before: string; readonly after: string }[];
  readonly cells: readonly CellChange[];
}

/** What became of a page; places count from 1, null where a snapshot does not have it. */
export interface PageChange {
  readonly state: PartState;
  readonly before: number | null;
  readonly after: number | null;
  readonly title: { readonly before: string | null; readonly after: string | null };
  /** Only what differs. */
  readonly texts: readonly TextChange[];
  readonly figures: readonly FigureChange[];
}

/** What two snapshots say differently, page by page in the order of the newer one. */
export interface SnapshotComparison {
  /** Facts about the whole that differ. */
  readonly facts: readonly {
    readonly name: 'title' | 'school' | 'period' | 'dataDay' | 'programme' | 'rules';
    readonly before: string;
    readonly after: string;
  }[];
  readonly pages: readonly PageChange[];
}

type Pair<T> = readonly [before: T | null, after: T | null];

/** Pairs what has one key, first by the first key, then what is left by the next; the rest stands alone. */
function paired<T>(
  before: readonly T[],
  after: readonly T[],
  keys: readonly ((one: T, place: number) => string)[],
): Pair<T>[] {
  const mates = new Map<T, T>();
  const taken = new Set<T>();
  for (const key of keys) {
    const free = new Map<string, T>();
    before.forEach((one, place) => {
      const own = key(one, place);
      if (!taken.has(one) && !free.has(own)) free.set(own, one);
    });
    after.forEach((one, place) => {
      if (mates.has(one)) return;
      const own = key(one, place);
      const mate = free.get(own);
      if (mate === undefined) return;
      free.delete(own);
      mates.set(one, mate);
      taken.add(mate);
    });
  }
  const kept = after.map((one): Pair<T> => [mates.get(one) ?? null, one]);
  const gone = before.filter((one) => !taken.has(one));
  return [...kept, ...gone.map((one): Pair<T> => [one, null])];
}

function stateOf(before: unknown, after: unknown, isSame: boolean): PartState {
  if (before === null) return 'added';
  if (after === null) return 'removed';
  return isSame ? 'same' : 'changed';
}

class Comparison {
  readonly #language: LanguageTag;

  constructor(language: LanguageTag) {
    this.#language = language;
  }

  #title(one: SnapshotPage | SnapshotFigure | null): string | null {
    return one?.title[this.#language] ?? null;
  }

  #texts(before: SnapshotPage | null, after: SnapshotPage | null): TextChange[] {
    const textsOf = (page: SnapshotPage | null): SnapshotText[] =>
      page?.pieces.filter((piece) => piece.kind === 'text') ?? [];
    const [old, now] = [textsOf(before), textsOf(after)];
    const placeOf = (list: readonly SnapshotText[], one: SnapshotText) =>
      list.filter(({ role }) => role === one.role).indexOf(one);
    const place = (one: SnapshotText) => Math.max(placeOf(old, one), placeOf(now, one));
    return paired(old, now, [
      ({ role, text }) => JSON.stringify([role, text[this.#language]]),
      (one) => JSON.stringify([one.role, place(one)]),
      ({ role }) => role,
    ]).flatMap(([was, is]) => {
      const role = (is ?? was)?.role ?? 'paragraph';
      const change = {
        role,
        before: was?.text[this.#language] ?? null,
        after: is?.text[this.#language] ?? null,
      };
      return change.before === change.after ? [] : [change];
    });
  }

  #figure([before, after]: Pair<SnapshotFigure>): FigureChange {
    const language = this.#language;
    const title = { before: this.#title(before), after: this.#title(after) };
    if (!before || !after) {
      return { state: stateOf(before, after, false), title, words: [], cells: [] };
    }
    const wordsOf = (figure: SnapshotFigure) => [
      figure.subtitle[language],
      figure.selection[language],
      figure.source[language],
    ];
    const now = wordsOf(after);
    const words = wordsOf(before)
      .map((word, index) => ({ before: word, after: now[index] ?? '' }))
      .filter((one) => one.before !== one.after);
    const cells = compareTables(before.table[language], after.table[language]);
    const isSame = title.before === title.after && words.length === 0 && cells.length === 0;
    return { state: isSame ? 'same' : 'changed', title, words, cells };
  }

  #figures(before: SnapshotPage | null, after: SnapshotPage | null): FigureChange[] {
    const figuresOf = (page: SnapshotPage | null): SnapshotFigure[] =>
      page?.pieces.filter((piece) => piece.kind === 'figure') ?? [];
    return paired(figuresOf(before), figuresOf(after), [
      ({ id }) => id,
      ({ title }) => title[this.#language],
      (_, place) => String(place),
    ])
      .map((pair) => this.#figure(pair))
      .filter(({ state }) => state !== 'same');
  }

  page([before, after]: Pair<SnapshotPage>, places: Pair<number>): PageChange {
    const title = { before: this.#title(before), after: this.#title(after) };
    const isWhole = before !== null && after !== null;
    const texts = isWhole ? this.#texts(before, after) : [];
    const figures = isWhole ? this.#figures(before, after) : [];
    const isSame = title.before === title.after && texts.length === 0 && figures.length === 0;
    const state = stateOf(before, after, isSame);
    return { state, before: places[0], after: places[1], title, texts, figures };
  }
}

function factsOf(document: SnapshotDocument, language: LanguageTag) {
  const { least, leastAssessed, width, zeros } = document.certificate.rules;
  return [
    ['title', document.title[language]],
    ['school', document.school],
    ['period', document.period[language]],
    ['dataDay', document.dataDay],
    ['programme', document.programme.sha256],
    ['rules', [least, leastAssessed, width, Number(zeros)].join('/')],
  ] as const;
}

/** What two snapshots say differently, in the words of a language. Pages and pictures are paired by id, then by title. */
export function compareSnapshots(
  before: SnapshotDocument,
  after: SnapshotDocument,
  language: LanguageTag,
): SnapshotComparison {
  const now = new Map<string, string>(factsOf(after, language));
  const facts = factsOf(before, language).flatMap(([name, was]) => {
    const is = now.get(name) ?? '';
    return was === is ? [] : [{ name, before: was, after: is }];
  });
  const placeIn = (pages: readonly SnapshotPage[], page: SnapshotPage | null) =>
    page ? pages.indexOf(page) + 1 : null;
  const comparison = new Comparison(language);
  const pages = paired(before.pages, after.pages, [
    ({ id }) => id,
    ({ title }) => title[language],
  ]).map((pair) =>
    comparison.page(pair, [placeIn(before.pages, pair[0]), placeIn(after.pages, pair[1])]),
  );
  return { facts, pages };
}
