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

function readColumn(type: DataType, parts: readonly Vector[], length: number): ArrayLike<Value> {
  const [only] = parts;
  if (only && parts.length === 1 && isPlainNumber(type) && only.nullCount === 0) {
    return only.toArray() as ArrayLike<number>;
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

/** The batches of one Arrow result as an answer: numbers as numbers, dates as «YYYY-MM-DD», anything exotic as text. */
export function readAnswer(schema: Schema, batches: readonly RecordBatch[]): Answer {
  const length = batches.reduce((sum, batch) => sum + batch.numRows, 0);
  const columns: Record<string, ArrayLike<Value>> = {};
  schema.fields.forEach((field, index) => {
    const parts = batches.flatMap((batch) => batch.getChildAt(index) ?? []);
    columns[field.name] = readColumn(field.type as DataType, parts, length);
  });
  return { length, columns };
}
