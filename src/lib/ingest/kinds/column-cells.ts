import type { CellValue } from '#lib/model/sheet.ts';
import { readAbsence } from '#lib/sheets/values/absence.ts';
import { readText } from '#lib/sheets/values/text.ts';

const most = 100_000;

/** What is read out of a text: a pure function that is made once and not for every cell. */
export type TextReader<T> = (text: string) => T;

/** What a reader made of a text, and what the one that was asked before it did: a text is asked for one or two things. */
interface Answer {
  readonly read: TextReader<unknown>;
  readonly answer: unknown;
  readonly before: Answer | null;
}

/** A cell's text, null when it is empty or a mark of absence, with what was read out of it. */
class KnownCell {
  readonly text: string | null;
  #latest: Answer | null = null;

  constructor(cell: CellValue) {
    this.text = readAbsence(cell) === null ? readText(cell) : null;
  }

  /** What a reader makes of the text, found out once; null without a text. */
  told<T>(read: TextReader<T>): T | null {
    if (this.text === null) return null;
    for (let known = this.#latest; known !== null; known = known.before)
      if (known.read === read) return known.answer as T;
    const answer = read(this.text);
    this.#latest = { read, answer, before: this.#latest };
    return answer;
  }
}

const empty = new KnownCell(null);

/** The cells of one column that were met, as far as they can be remembered, so that what they repeat is read once. */
export class ColumnCells {
  #last: CellValue = null;
  #lastKnown = empty;
  #known = new Map<CellValue, KnownCell>();
  #older = new Map<CellValue, KnownCell>();

  /** What is known of a cell. */
  of(cell: CellValue): KnownCell {
    if (cell === this.#last) return this.#lastKnown;
    const known = typeof cell === 'object' ? new KnownCell(cell) : this.#remembered(cell);
    this.#last = cell;
    this.#lastKnown = known;
    return known;
  }

  #remembered(cell: CellValue): KnownCell {
    const ready = this.#known.get(cell);
    if (ready) return ready;
    const known = this.#older.get(cell) ?? new KnownCell(cell);
    if (this.#known.size >= most) {
      this.#older = this.#known;
      this.#known = new Map();
    }
    this.#known.set(cell, known);
    return known;
  }
}
