import type { ColumnSchema, ColumnType, Columns } from '#lib/model/columns.ts';
import {
  Bool,
  DataType,
  DateDay,
  Dictionary,
  Field,
  Float64,
  Int32,
  makeData,
  makeVector,
  RecordBatch,
  RecordBatchReader,
  RecordBatchStreamWriter,
  Schema,
  Struct,
  Utf8,
  type Data,
} from 'apache-arrow';

type Cell = number | string | boolean | null;

const makeType: Readonly<Record<ColumnType, () => DataType>> = {
  int: () => new Int32(),
  double: () => new Float64(),
  text: () => new Utf8(),
  bool: () => new Bool(),
  date: () => new DateDay(),
};

function setBit(bits: Uint8Array, index: number): void {
  bits[index >> 3] = (bits[index >> 3] ?? 0) | (1 << (index & 7));
}

function hasBit(bits: Uint8Array, index: number): boolean {
  return (((bits[index >> 3] ?? 0) >> (index & 7)) & 1) === 1;
}

function validity(cells: readonly Cell[]): { nullCount: number; nullBitmap: Uint8Array | null } {
  const nullBitmap = new Uint8Array((cells.length + 7) >> 3);
  let nullCount = 0;
  for (let i = 0; i < cells.length; i += 1) {
    if (cells[i] === null) nullCount += 1;
    else setBit(nullBitmap, i);
  }
  return { nullCount, nullBitmap: nullCount > 0 ? nullBitmap : null };
}

function mismatch(name: string, type: ColumnType, row: number): TypeError {
  return new TypeError(`Column «${name}» holds a value that is no ${type} at row ${row}`);
}

function wholeNumbers(name: string, type: ColumnType, cells: readonly Cell[]): Int32Array {
  const values = new Int32Array(cells.length);
  for (let i = 0; i < cells.length; i += 1) {
    const cell = cells[i];
    if (cell === null) continue;
    if (typeof cell !== 'number' || cell !== (cell | 0)) throw mismatch(name, type, i);
    values[i] = cell;
  }
  return values;
}

function realNumbers(name: string, cells: readonly Cell[]): Float64Array {
  const values = new Float64Array(cells.length);
  for (let i = 0; i < cells.length; i += 1) {
    const cell = cells[i];
    if (cell === null) continue;
    if (typeof cell !== 'number') throw mismatch(name, 'double', i);
    values[i] = cell;
  }
  return values;
}

function truthBits(name: string, cells: readonly Cell[]): Uint8Array {
  const bits = new Uint8Array((cells.length + 7) >> 3);
  for (let i = 0; i < cells.length; i += 1) {
    const cell = cells[i];
    if (cell === null) continue;
    if (typeof cell !== 'boolean') throw mismatch(name, 'bool', i);
    if (cell) setBit(bits, i);
  }
  return bits;
}

const noBytes = new Uint8Array(0);

/** Texts end to end as UTF-8. */
function utf8Data(texts: readonly Cell[]): Data<Utf8> {
  const encoder = new TextEncoder();
  const valueOffsets = new Int32Array(texts.length + 1);
  const pieces = texts.map((text) => (text === null ? noBytes : encoder.encode(String(text))));
  let length = 0;
  pieces.forEach((piece, index) => {
    length += piece.length;
    valueOffsets[index + 1] = length;
  });
  const data = new Uint8Array(length);
  pieces.forEach((piece, index) => {
    data.set(piece, valueOffsets[index]);
  });
  return makeData({
    type: new Utf8(),
    length: texts.length,
    ...validity(texts),
    valueOffsets,
    data,
  });
}

/** Texts as they stand, or by number in a list of the different ones where most repeat. */
function textData(name: string, cells: readonly Cell[], dictionaryId: number): Data {
  const numbers = new Map<string, number>();
  const places = new Int32Array(cells.length);
  cells.forEach((cell, index) => {
    if (cell === null) return;
    if (typeof cell !== 'string') throw mismatch(name, 'text', index);
    const number = numbers.get(cell) ?? numbers.size;
    numbers.set(cell, number);
    places[index] = number;
  });
  if (numbers.size === 0 || numbers.size * 4 > cells.length) return utf8Data(cells);
  return makeData({
    type: new Dictionary(new Utf8(), new Int32(), dictionaryId),
    length: cells.length,
    ...validity(cells),
    data: places,
    dictionary: makeVector(utf8Data([...numbers.keys()])),
  });
}

function columnData(name: string, type: ColumnType, cells: readonly Cell[], index: number): Data {
  const common = { length: cells.length, ...validity(cells) };
  switch (type) {
    case 'int':
      return makeData({ ...common, type: new Int32(), data: wholeNumbers(name, type, cells) });
    case 'date':
      return makeData({ ...common, type: new DateDay(), data: wholeNumbers(name, type, cells) });
    case 'double':
      return makeData({ ...common, type: new Float64(), data: realNumbers(name, cells) });
    case 'bool':
      return makeData({ ...common, type: new Bool(), data: truthBits(name, cells) });
    case 'text':
      return textData(name, cells, index);
  }
}

/**
 * Columns as one Arrow IPC stream of one record batch: int → Int32, double → Float64, text → Utf8 (by dictionary where
 * most texts repeat), bool → Bool, date → Date32 in days. Throws a TypeError for a value that is not of its column's type (a whole number beyond
 * 32 bits among them) and a RangeError for columns of unequal length.
 */
export function encodeColumns<S extends ColumnSchema>(schema: S, columns: Columns<S>): Uint8Array {
  const names = Object.keys(schema);
  const length = names[0] === undefined ? 0 : columns[names[0] as keyof S].length;
  const fields: Field[] = [];
  const children: Data[] = [];
  for (const name of names) {
    const type = schema[name] as ColumnType;
    const cells: readonly Cell[] = columns[name as keyof S];
    if (cells.length !== length) throw new RangeError(`Column «${name}» has another length`);
    const data = columnData(name, type, cells, fields.length);
    fields.push(new Field(name, data.type as DataType, true));
    children.push(data);
  }
  const arrowSchema = new Schema(fields);
  const struct = makeData({ type: new Struct(fields), length, nullCount: 0, children });
  const writer = new RecordBatchStreamWriter();
  writer.write(new RecordBatch(arrowSchema, struct));
  writer.finish();
  return writer.toUint8Array(true);
}

const decoder = new TextDecoder();

function readTexts(data: Data<Utf8>): string[] {
  return Array.from({ length: data.length }, (_, row) =>
    decoder.decode(data.values.subarray(data.valueOffsets[row], data.valueOffsets[row + 1])),
  );
}

/** Appends one batch of a column to its cells. */
function readColumn(type: ColumnType, data: Data, cells: Cell[]): void {
  const values = data.values as ArrayLike<number>;
  const bits = data.values as Uint8Array;
  const valid = data.nullCount > 0 ? data.nullBitmap : null;
  const listed = DataType.isDictionary(data.type);
  const texts =
    type !== 'text' ? [] : readTexts((listed ? data.dictionary?.data[0] : data) as Data<Utf8>);
  for (let i = 0; i < data.length; i += 1) {
    if (valid && !hasBit(valid, data.offset + i)) cells.push(null);
    else if (type === 'text') cells.push(texts[listed ? (values[i] ?? 0) : i] ?? null);
    else if (type === 'bool') cells.push(hasBit(bits, data.offset + i));
    else cells.push(values[i] ?? null);
  }
}

function typeMatches(type: ColumnType, data: Data): boolean {
  const stored = data.type as DataType;
  const plain = DataType.isDictionary(stored) ? stored.dictionary : stored;
  return String(plain) === String(makeType[type]());
}

/**
 * The columns of an Arrow IPC stream that `encodeColumns` wrote by the same schema. Throws an Error with its cause
 * when the bytes are no Arrow stream, or when a column is missing or of another type.
 */
export function decodeColumns<S extends ColumnSchema>(schema: S, bytes: Uint8Array): Columns<S> {
  const columns: Record<string, Cell[]> = {};
  for (const name of Object.keys(schema)) columns[name] = [];
  let batches: RecordBatch[];
  try {
    batches = [...RecordBatchReader.from(bytes)];
  } catch (cause) {
    throw new Error('The bytes are no Arrow stream', { cause });
  }
  if (batches.length === 0) throw new Error('The bytes are no whole Arrow stream');
  for (const batch of batches) {
    for (const [name, type] of Object.entries(schema)) {
      const data = batch.getChild(name)?.data[0];
      if (!data || !typeMatches(type, data)) {
        throw new Error(`The stream has no column «${name}» of type ${type}`);
      }
      readColumn(type, data, columns[name] ?? []);
    }
  }
  return columns as Columns<S>;
}
