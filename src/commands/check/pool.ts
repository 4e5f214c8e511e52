import { Reader, type Outcome, type ReaderOptions } from './reader.ts';

const readerCount = 2;
/** How many files may be read ahead of the one whose turn it is to be told. */
const ahead = 32;

/** Reads files in several processes at once and gives what each became, in the order of the paths. */
export async function* readInOrder(
  paths: readonly string[],
  wantsRows: (path: string) => boolean,
  options: ReaderOptions,
): AsyncGenerator<readonly Outcome[]> {
  const idle = Array.from(
    { length: Math.min(readerCount, paths.length) },
    () => new Reader(options),
  );
  const all = [...idle];
  const waiting: ((reader: Reader) => void)[] = [];
  const take = (): Promise<Reader> => {
    const reader = idle.pop();
    return reader ? Promise.resolve(reader) : new Promise((resolve) => waiting.push(resolve));
  };
  const give = (reader: Reader): void => {
    const next = waiting.shift();
    if (next) next(reader);
    else idle.push(reader);
  };
  const read = async (path: string): Promise<readonly Outcome[]> => {
    const reader = await take();
    try {
      return await reader.read(path, wantsRows(path));
    } finally {
      give(reader);
    }
  };
  const begun: Promise<readonly Outcome[]>[] = [];
  try {
    for (let at = 0; at < paths.length; at += 1) {
      for (const path of paths.slice(begun.length, at + ahead)) {
        const reading = read(path);
        // Who awaits it in its turn hears of a failure; until then it is nobody's.
        reading.catch(() => undefined);
        begun.push(reading);
      }
      const outcomes = await begun[at];
      if (outcomes) yield outcomes;
    }
  } finally {
    for (const reader of all) reader.close();
  }
}
