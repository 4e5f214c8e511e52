const encoder = new TextEncoder();

/**
 * The bytes that a stored value is checked by: the same for equal values whatever the order of their fields, and others
 * for any two values that a reader could tell apart.
 */
export function canonicalBytes(value: unknown): Uint8Array {
  return encoder.encode(textOf(value));
}

function textOf(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return JSON.stringify(value);
    case 'number':
      return Object.is(value, -0) ? '-0' : String(value);
    case 'bigint':
      return `${value}n`;
    case 'object':
      return value === null ? 'null' : textOfObject(value);
    default:
      return String(value);
  }
}

function textOfObject(value: object): string {
  if (Array.isArray(value)) return `[${value.map(textOf).join(',')}]`;
  if (value instanceof Date) return `date:${value.getTime()}`;
  if (value instanceof Set) return `set:${textOf([...value])}`;
  if (value instanceof Map) return `map:${textOf([...value])}`;
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([name, one]) => `${JSON.stringify(name)}:${textOf(one)}`).join(',')}}`;
}
