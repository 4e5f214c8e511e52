import {
  emptyColumns,
  records,
  type AnyRecord,
  type RecordKind,
  type RecordSet,
} from './record.ts';

const firstRoom = 4096;

/** The columns of one kind, with room for records to come. */
interface Roomy {
  readonly columns: Record<string, unknown[]>;
  count: number;
  room: number;
}

/**
 * Adds many records to a set. Columns are given room for as many as are expected, because columns that grow by themselves are
 * copied again and again; their length is that of the records only after `finish`.
 */
export class RecordWriter {
  readonly #set: RecordSet;
  readonly #expected: number;
  readonly #kinds = new Map<RecordKind, Roomy>();

  /** `expected` is about how many records of a kind will come. */
  constructor(set: RecordSet, expected: number) {
    this.#set = set;
    this.#expected = expected;
  }

  #open(kind: RecordKind): Roomy {
    const columns = (this.#set[kind] ?? emptyColumns(records[kind])) as Record<string, unknown[]>;
    this.#set[kind] = columns as never;
    const count = columns['row']?.length ?? 0;
    const opened = { columns, count, room: count };
    this.#kinds.set(kind, opened);
    return opened;
  }

  /** Adds a record, making the kind's columns on first use. */
  add({ kind, record }: AnyRecord): void {
    const roomy = this.#kinds.get(kind) ?? this.#open(kind);
    if (roomy.count === roomy.room) {
      // A kind of which there are more than a few is what the records are of.
      roomy.room += roomy.room < firstRoom ? firstRoom : Math.max(this.#expected, firstRoom);
      setLength(roomy);
    }
    const { columns, count } = roomy;
    for (const name in columns)
      (columns[name] as unknown[])[count] = record[name as keyof typeof record] ?? null;
    roomy.count += 1;
  }

  /** Gives back the room that was not needed. */
  finish(): void {
    for (const roomy of this.#kinds.values()) {
      roomy.room = roomy.count;
      setLength(roomy);
    }
  }
}

function setLength({ columns, room }: Roomy): void {
  for (const column of Object.values(columns)) column.length = room;
}
