import type { CellValue } from '#lib/model/sheet.ts';
import { readAbsence } from '#lib/sheets/values/absence.ts';
import { readText } from '#lib/sheets/values/text.ts';

const most = 100_000;

/** What is read out of a text: a pure function that is made once and not for every cell. */
export type TextReader<T> = (text: string) => T;

/** A cell's text, null when it is empty or a mark of absence, with what was read out of it. */
class KnownCell {
  readonly text: string | null;
  readonly #readers: TextReader<unknown>[] = [];
  readonly #answers: unknown[] = [];

  constructor(cell: CellValue) {
    this.text = readAbsence(cell) === null ? readText(cell) : null;
  }

  /** What a reader makes of the text, found out once; null without a text. */
  told<T>(read: TextReader<T>): T | null {
    if (this.text === null) return null;
    const readers = this.#readers;
    // A text is asked for one or two things, which are found faster than in a map.
    for (let known = 0; known < readers.length; known += 1)
      if (readers[known] === read) return this.#answers[known] as T;
    const answer = read(this.text);
    readers.push(read);
    this.#answers.push(answer);
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
