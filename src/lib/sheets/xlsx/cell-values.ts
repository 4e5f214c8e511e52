import type { CellValue } from '#lib/model/sheet.ts';
import { cellOfSerial } from '../serial-date.ts';
import type { CellScanner } from './cell-scanner.ts';
import { NotScannable } from './not-scannable.ts';
import { readDecimal } from './number-text.ts';
import { readDigits } from './tag-cursor.ts';
import type { XmlText } from './xml-text.ts';

/** What the sheets of a workbook share: texts, which styles show dates, and the day that dates are counted from. */
export interface SharedParts {
  readonly strings: readonly (string | null)[];
  /** By number of a style: true when it shows a date. */
  readonly dateStyles: readonly boolean[];
  readonly date1904: boolean;
}

const isoDate = /^(?:(\d{4}-\d{2}-\d{2})(?:T|$))?(?:(\d{2}:\d{2}:\d{2})(?:\.\d+)?)?Z?$/;
const mostDates = 100_000;

function stored(text: string): string | null {
  return text.trim() === '' ? null : text;
}

function isoCell(text: string): CellValue {
  const [, date, time] = isoDate.exec(text) ?? [];
  if (date === undefined && time === undefined) {
    throw new NotScannable('a date in an unknown form');
  }
  if (date === undefined) return time ?? null;
  return { date: time === undefined || time === '00:00:00' ? date : `${date}T${time}` };
}

/** Turns scanned cells into values; a date met before is the same object again. */
export class CellValues {
  readonly #shared: SharedParts;
  readonly #texts: XmlText;
  readonly #dates = new Map<number, CellValue>();

  constructor(shared: SharedParts, texts: XmlText) {
    this.#shared = shared;
    this.#texts = texts;
  }

  #date(serial: number): CellValue {
    let cell = this.#dates.get(serial);
    if (cell === undefined) {
      cell = cellOfSerial(serial, this.#shared.date1904);
      if (this.#dates.size < mostDates) this.#dates.set(serial, cell);
    }
    return cell;
  }

  #string(bytes: Uint8Array, from: number, to: number): string | null {
    let index = readDigits(bytes, from, to);
    if (index < 0) index = Number.parseInt(this.#texts.read(bytes, from, to), 10);
    const text = this.#shared.strings[index];
    if (text === undefined) {
      throw new RangeError(`shared string ${index} of ${this.#shared.strings.length}`);
    }
    return text;
  }

  /** The value of the cell that the scanner read last; null when it holds nothing. */
  of(cell: CellScanner, bytes: Uint8Array): CellValue {
    const { valueFrom: from, valueTo: to } = cell;
    if (cell.kind === 'inline') return cell.inline === null ? null : stored(cell.inline);
    if (to <= from) return null;
    switch (cell.kind) {
      case 'number': {
        const number = readDecimal(bytes, from, to);
        if (!Number.isFinite(number)) return { error: '#NUM!' };
        const isDate = cell.style >= 0 && this.#shared.dateStyles[cell.style] === true;
        return isDate ? this.#date(number) : number;
      }
      case 'shared':
        return this.#string(bytes, from, to);
      case 'text':
        return stored(this.#texts.read(bytes, from, to));
      case 'boolean': {
        const text = this.#texts.read(bytes, from, to);
        return text === '1' || text === 'true';
      }
      case 'error':
        return { error: this.#texts.read(bytes, from, to) };
      case 'date':
        return isoCell(this.#texts.read(bytes, from, to));
    }
  }
}
