const patterns = new Map<string, RegExp>();

function patternOf(name: string): RegExp {
  let pattern = patterns.get(name);
  if (!pattern) {
    pattern = new RegExp(`\\s(?:[\\w-]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
    patterns.set(name, pattern);
  }
  return pattern;
}

/** Text of an attribute of a tag under any prefix, entities as they stand, or null when the tag has none of that name. */
export function attribute(tag: string, name: string): string | null {
  const match = patternOf(name).exec(tag);
  return match ? (match[1] ?? match[2] ?? null) : null;
}

/** True when the text of an attribute says yes. */
export function isTrue(value: string | null): boolean {
  return value === '1' || value === 'true' || value === 'on';
}

/** All opening tags of one local name in a piece of XML, under any prefix. */
export function tagsOf(xml: string, name: string): string[] {
  return xml.match(new RegExp(`<(?:[\\w-]+:)?${name}(?:\\s[^<>]*)?/?>`, 'g')) ?? [];
}
