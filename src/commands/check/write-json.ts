const pieceLength = 1 << 20;

type Written = string | number | boolean | null | undefined | object;

function isLazy(value: object): value is Iterable<unknown> {
  return Symbol.iterator in value && !Array.isArray(value);
}

/** The texts that make up the JSON of a value; an iterable that is no array is drawn item by item. */
function* textsOf(value: Written): Generator<string> {
  if (value === null || typeof value !== 'object') {
    yield JSON.stringify(value ?? null);
  } else if (isLazy(value)) {
    let before = '[';
    for (const item of value) {
      yield before + JSON.stringify(item);
      before = ',';
    }
    yield before === '[' ? '[]' : ']';
  } else if (Array.isArray(value)) {
    let before = '[';
    for (const item of value as readonly Written[]) {
      yield before;
      yield* textsOf(item);
      before = ',';
    }
    yield before === '[' ? '[]' : ']';
  } else {
    let before = '{';
    for (const [key, item] of Object.entries(value) as [string, Written][]) {
      if (item === undefined) continue;
      yield `${before}${JSON.stringify(key)}:`;
      yield* textsOf(item);
      before = ',';
    }
    yield before === '{' ? '{}' : '}';
  }
}

/** The JSON of a value as UTF-8 in pieces of about a megabyte, so that a table of any length can be written. */
export function* writeJson(value: object): Generator<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  let texts: string[] = [];
  let length = 0;
  for (const text of textsOf(value)) {
    texts.push(text);
    length += text.length;
    if (length < pieceLength) continue;
    yield encoder.encode(texts.join(''));
    texts = [];
    length = 0;
  }
  yield encoder.encode(texts.join(''));
}
