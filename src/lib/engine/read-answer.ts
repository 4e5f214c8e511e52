import { DataType, type RecordBatch, type Schema, type Vector } from 'apache-arrow';
import type { Answer } from './engine.ts';

type Value = number | string | boolean | null;

const millisecondsPerDay = 86_400_000;

/** The calendar day that lies so many days after 1970-01-01, as «YYYY-MM-DD». */
export function isoDay(days: number): string {
  return new Date(days * millisecondsPerDay).toISOString().slice(0, 10);
}

function isoMoment(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 19);
}

function reader(type: DataType): (value: unknown) => Value {
  if (DataType.isDate(type)) {
    const day = String(type).startsWith('Date32');
    return (value) => (day ? isoDay(Number(value) / millisecondsPerDay) : isoMoment(Number(value)));
  }
  if (DataType.isTimestamp(type)) return (value) => isoMoment(Number(value));
  if (DataType.isInt(type) || DataType.isFloat(type)) return (value) => Number(value);
  if (DataType.isBool(type)) return (value) => value === true;
  return (value) => String(value);
}

function isPlainNumber(type: DataType): boolean {
  return (DataType.isInt(type) && type.bitWidth <= 32) || DataType.isFloat(type);
}

type Numbers = Int8Array | Int16Array | Int32Array | Uint32Array | Float32Array | Float64Array;

/** The numbers of several parts one after the other, in an array of the parts' own kind. */
function joinNumbers(parts: readonly Vector[], length: number): Numbers {
  const arrays = parts.map((part) => part.toArray() as Numbers);
  const [first] = arrays;
  if (!first || arrays.length === 1) return first ?? new Int32Array(0);
  const joined = new (first.constructor as new (length: number) => Numbers)(length);
  let at = 0;
  for (const array of arrays) {
    joined.set(array, at);
    at += array.length;
  }
  return joined;
}

function readColumn(type: DataType, parts: readonly Vector[], length: number): ArrayLike<Value> {
  if (isPlainNumber(type) && parts.every(({ nullCount }) => nullCount === 0)) {
    return joinNumbers(parts, length);
  }
  const read = reader(type);
  const cells = new Array<Value>(length);
  let at = 0;
  for (const part of parts) {
    for (let i = 0; i < part.length; i += 1) {
      const value: unknown = part.get(i);
      cells[at] = value === null || value === undefined ? null : read(value);
      at += 1;
    }
  }
  return cells;
}

function readBytes(parts: readonly Vector[]): (Uint8Array | null)[] {
  // Copies, since a part of a batch would keep the whole batch in memory.
  return parts.flatMap((part) =>
    Array.from(part, (value: unknown) => (value instanceof Uint8Array ? value.slice() : null)),
  );
}

/**
 * The batches of one Arrow result as an answer: numbers as numbers, dates as «YYYY-MM-DD», bytes as bytes, anything exotic as
 * text.
 */
export function readAnswer(schema: Schema, batches: readonly RecordBatch[]): Answer {
  const length = batches.reduce((sum, batch) => sum + batch.numRows, 0);
  const columns: Record<string, ArrayLike<Value>> = {};
  const bytes: Record<string, readonly (Uint8Array | null)[]> = {};
  schema.fields.forEach((field, index) => {
    const type = field.type as DataType;
    const parts = batches.flatMap((batch) => batch.getChildAt(index) ?? []);
    if (DataType.isBinary(type)) bytes[field.name] = readBytes(parts);
    else columns[field.name] = readColumn(type, parts, length);
  });
  return Object.keys(bytes).length === 0 ? { length, columns } : { length, columns, bytes };
}
