import type { AsyncDuckDBConnection } from '@duckdb/duckdb-wasm';
import type { RecordBatch } from 'apache-arrow';
import { readAnswer } from '../read-answer.ts';
import { SandboxRefusal, type SandboxAnswer } from '../sandbox.ts';
import { isNotReading, readRefusal } from './read-refusal.ts';
import {
  describeText,
  numberOf,
  passageOf,
  readText,
  type DescribedColumn,
} from './sandbox-statements.ts';

/** Rows that are kept of an answer at most. */
export const mostRows = 100_000;
/** Columns that are kept of an answer at most. */
export const mostColumns = 200;
/** Bytes of an answer that are kept at most, to the end of the batch that goes beyond. */
const mostBytes = 128 * 1024 * 1024;
/** DuckDB's numbers of operators (a semicolon is one) and comments among the tokens of a text. */
const voidTokens = [3, 5];

/** Runs one text on a fresh connection in a transaction that may only read. */
export async function ask(
  connection: AsyncDuckDBConnection,
  sql: string,
  signal: AbortSignal,
): Promise<SandboxAnswer> {
  await connection.query('BEGIN TRANSACTION READ ONLY').catch((cause: unknown) => {
    throw readRefusal(cause, null);
  });
  const described = await describe(connection, sql);
  signal.throwIfAborted();
  const columns = described.slice(0, mostColumns);
  try {
    const reader = await connection.send(readText(sql, columns, mostRows + 1));
    await reader.open();
    const { schema } = reader;
    const batches: RecordBatch[] = [];
    let bytes = 0;
    let isCut = described.length > columns.length;
    for await (const batch of reader) {
      batches.push(batch);
      bytes += batch.data.byteLength;
      if (bytes <= mostBytes) continue;
      isCut = true;
      await connection.cancelSent();
      break;
    }
    const read = readAnswer(schema, batches);
    const length = Math.min(read.length, mostRows);
    return {
      length,
      isCut: isCut || read.length > length,
      columns: columns.map(({ name, type }, index) => ({
        name,
        type,
        values: takeColumn(read.columns[`c${index}`] ?? [], type, length),
      })),
    };
  } catch (cause) {
    throw readRefusal(cause, null);
  }
}

/** The columns of a text; a text that is refused is shown to the database once more by itself, which then names the place. */
async function describe(
  connection: AsyncDuckDBConnection,
  sql: string,
): Promise<DescribedColumn[]> {
  try {
    const table = await connection.query(describeText(sql));
    const { columns, length } = readAnswer(table.schema, table.batches as RecordBatch[]);
    return Array.from({ length }, (_, row) => ({
      name: String(columns['column_name']?.[row]),
      type: String(columns['column_type']?.[row]),
    }));
  } catch (cause) {
    if (isNotReading(cause)) {
      const { types } = await connection.bindings.tokenize(sql);
      throw types.every((type) => voidTokens.includes(type))
        ? new SandboxRefusal('empty', '', null)
        : readRefusal(cause, null);
    }
    const own = await connection.prepare(sql).then(
      (statement) => statement.close().then(() => null),
      (refused: unknown) => refused,
    );
    throw own === null ? readRefusal(cause, null) : readRefusal(own, sql);
  }
}

function takeColumn(
  cells: SandboxAnswer['columns'][number]['values'],
  type: string,
  length: number,
): SandboxAnswer['columns'][number]['values'] {
  const kept = cells.length > length ? Array.prototype.slice.call(cells, 0, length) : cells;
  if (passageOf(type) !== 'number') return kept;
  return Array.from(kept, (cell) => (typeof cell === 'string' ? numberOf(cell) : cell));
}
