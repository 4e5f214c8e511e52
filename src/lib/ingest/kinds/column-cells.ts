import type { CellValue } from '#lib/model/sheet.ts';
import type { CodedColumn } from '#lib/sheets/coded/coded-column.ts';
import { readAbsence } from '#lib/sheets/values/absence.ts';
import { readText } from '#lib/sheets/values/text.ts';

/** In a column of more values than this, of which nearly every one stands in one cell, none is remembered. */
const most = 200_000;

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

/** The cells of one column with what was read out of them: a value that the column repeats is read once. */
export class ColumnCells {
  readonly #column: CodedColumn;
  /** What is known of values, by their codes; nothing is where they hardly repeat, or none was asked for. */
  #known: (KnownCell | null)[] = [];
  #lastCode = 0;
  #last = empty;

  constructor(column: CodedColumn) {
    this.#column = column;
  }

  /** What is known of the cell in a row. */
  of(place: number): KnownCell {
    const code = this.#column.codes[place] ?? 0;
    if (code === this.#lastCode) return this.#last;
    const known = this.#known[code] ?? this.#open(code);
    this.#lastCode = code;
    this.#last = known;
    return known;
  }

  #open(code: number): KnownCell {
    const { values, codes } = this.#column;
    const known = new KnownCell(values[code] ?? null);
    if (values.length > most && values.length * 2 > codes.length) return known;
    if (this.#known.length === 0) this.#known = values.map(() => null);
    this.#known[code] = known;
    return known;
  }
}
