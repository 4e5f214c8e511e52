/**
 * A pure function of a text that remembers its latest answers: at least the last `most` of them, at most twice as many. What is
 * still asked for outlives the rest, so that many more texts than fit do not make it forget everything again and again.
 */
export function remember<T>(read: (text: string) => T, most = 100_000): (text: string) => T {
  let known = new Map<string, T>();
  let older = new Map<string, T>();
  const keep = (text: string, answer: T): T => {
    if (known.size >= most) {
      older = known;
      known = new Map();
    }
    known.set(text, answer);
    return answer;
  };
  return (text) => {
    const ready = known.get(text);
    if (ready !== undefined || known.has(text)) return ready as T;
    return keep(text, older.has(text) ? (older.get(text) as T) : read(text));
  };
}
