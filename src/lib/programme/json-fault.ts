type Expectation = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end';

const space = /[\t\n\r ]*/y;
const text = /"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/y;
const unfinishedText =
  /"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*(?:\\(?:u[\da-fA-F]{0,3})?)?$/y;
const scalar = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|(?:true|false|null)(?!\w)/y;

/**
 * Offset of the first character at which a text stops being JSON (RFC 8259); its length where it is cut off.
 * Engines tell this place in different ways or not at all.
 */
export function faultOf(source: string): number {
  const open: ('{' | '[')[] = [];
  let expected: Expectation = 'value';
  let at = 0;
  for (;;) {
    at += match(space, source, at);
    const sign = source[at];
    if (sign === undefined) return at;
    if (expected === 'comma-or-end' && open.length === 0) return at;
    const next = step(sign, expected, open);
    if (next) {
      expected = next;
      at += 1;
      continue;
    }
    const isKey: boolean = expected === 'key' || expected === 'key-or-end';
    if (!isKey && expected !== 'value' && expected !== 'value-or-end') return at;
    const length = match(text, source, at) || (isKey ? 0 : match(scalar, source, at));
    if (length === 0) return at + match(unfinishedText, source, at);
    expected = isKey ? 'colon' : 'comma-or-end';
    at += length;
  }
}

function match(pattern: RegExp, source: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(source)?.[0].length ?? 0;
}

function step(sign: string, expected: Expectation, open: ('{' | '[')[]): Expectation | null {
  const takesValue = expected === 'value' || expected === 'value-or-end';
  if (takesValue && (sign === '{' || sign === '[')) {
    open.push(sign);
    return sign === '{' ? 'key-or-end' : 'value-or-end';
  }
  const inside = open.at(-1);
  const mayEnd =
    expected === 'comma-or-end' || expected === (inside === '{' ? 'key-or-end' : 'value-or-end');
  if (mayEnd && sign === (inside === '{' ? '}' : ']')) {
    open.pop();
    return 'comma-or-end';
  }
  if (expected === 'comma-or-end' && sign === ',') return inside === '{' ? 'key' : 'value';
  if (expected === 'colon' && sign === ':') return 'value';
  return null;
}
