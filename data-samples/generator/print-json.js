const width = 100;

/** @param {unknown} value */
function isPlain(value) {
  return value === null || typeof value !== 'object';
}

/**
 * JSON with short objects and lists on one line.
 * @param {unknown} value
 * @param {number} [depth]
 * @param {number} [prefix]
 * @returns {string}
 */
export function printJson(value, depth = 0, prefix = 0) {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const inner = '  '.repeat(depth + 1);
  const outer = '  '.repeat(depth);
  const list = Array.isArray(value);
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  if (entries.length === 0) return list ? '[]' : '{}';
  const flat = list
    ? `[${entries.map(([, item]) => JSON.stringify(item)).join(', ')}]`
    : `{ ${entries.map(([key, item]) => `${JSON.stringify(key)}: ${JSON.stringify(item)}`).join(', ')} }`;
  const fits = depth * 2 + prefix + flat.length + 1 <= width;
  const shallow = entries.every(([, item]) => isPlain(item));
  if (shallow && fits) return flat;
  const lines = entries.map(([key, item]) => {
    const name = list ? '' : `${JSON.stringify(key)}: `;
    return `${inner}${name}${printJson(item, depth + 1, name.length)}`;
  });
  return list ? `[\n${lines.join(',\n')}\n${outer}]` : `{\n${lines.join(',\n')}\n${outer}}`;
}
