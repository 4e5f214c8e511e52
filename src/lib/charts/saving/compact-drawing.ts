function rounded(text: string, decimals: number): string {
  return text.replace(/-?\d+\.\d+(?:e-?\d+)?/g, (number) =>
    String(Number(Number(number).toFixed(decimals)) + 0),
  );
}

/** An arc that is nearly a whole circle ends beside its beginning, and what is scaled grows: both are rounded less. */
function roundedAttribute(name: string, value: string): string {
  const isFine = name === 'd' ? /a/i.test(value) : /matrix|scale|rotate/.test(value);
  return rounded(value, isFine ? 4 : 1);
}

/** The size and the weight of a text as attributes, without the typeface: that is for what the drawing stands in. */
function lookOf(style: string): string {
  const [, short = '', size = short] =
    /font:(?:[^;]*? )?([\d.]+)px|font-size: ?([\d.]+)px/.exec(style) ?? [];
  const [, weight = ''] = /(?:font: ?(?:normal )*|font-weight: ?)(\d00|bold)\b/.exec(style) ?? [];
  const isPlain = weight === '' || weight === '400';
  return ` font-size="${size}"${isPlain ? '' : ` font-weight="${weight === 'bold' ? '700' : weight}"`}`;
}

const corner = String.raw`A([\d.]+) \d[\d.]* 0 0 1 `;
const point = String.raw`(-?[\d.]+) (-?[\d.]+)`;
const roundRect = new RegExp(
  `^<path d="M${point}L${point}${corner}${point}L${point}${corner}${point}L${point}${corner}${point}L${point}${corner}${point}Z"`,
);

/** A box with round corners, which a path says in many words. */
function boxed(tag: string): string {
  const found = roundRect.exec(tag);
  if (!found) return tag;
  // M left+r top, L right-r top, A r, right top+r, L right bottom-r …
  const [start = 0, top = 0, , , r = 0, right = 0, , , bottom = 0] = found.slice(1).map(Number);
  const x = start - r;
  const size = `width="${tenth(right - x)}" height="${tenth(bottom + r - top)}"`;
  return tag.replace(roundRect, `<rect x="${tenth(x)}" y="${tenth(top)}" ${size} rx="${r}"`);
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}

/** How far above its base line the middle of a letter lies, in the size of its text. */
const middle = 0.35;

/** A text at its base line, which every program can place, instead of one that is shifted and centred. */
function placed(tag: string): string {
  const [shift, right, down] = / transform="translate\((-?[\d.]+)[ ,](-?[\d.]+)\)"/.exec(tag) ?? [];
  const isCentred = tag.includes(' dominant-baseline="central"');
  if (!tag.startsWith('<text') || (shift === undefined && /transform=/.test(tag)) || !isCentred) {
    return tag;
  }
  const own = (name: string) => Number(new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? 0);
  const x = own('x') + Number(right ?? 0);
  const y = own('y') + Number(down ?? 0) + middle * own('font-size');
  return tag
    .replace(/ (?:[xy]|transform|dominant-baseline)="[^"]*"/g, '')
    .replace('<text', `<text x="${tenth(x)}" y="${tenth(y)}"`);
}

/** The inside of a drawing under the size that most of its texts have. */
function underSize(inside: string): string {
  const counts = new Map<string, number>();
  for (const [size] of inside.matchAll(/ font-size="[^"]*"/g)) {
    counts.set(size, (counts.get(size) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a)[0] ?? [];
  if (most === undefined) return inside;
  return `<g${most}>${inside.replaceAll(new RegExp(`(<text[^>]*)${most}`, 'g'), '$1')}</g>`;
}

const straight = /^<path d="(M-?[\d.]+ -?[\d.]+L-?[\d.]+ -?[\d.]+)"(.*)\/>$/;

/** Neighbouring lines that look the same, such as the three of a whisker, as one. */
function joined(lines: readonly string[]): string[] {
  const all: string[] = [];
  let look: string | null = null;
  for (const line of lines) {
    const [whole, d = '', rest = ''] = straight.exec(line) ?? [];
    // A line encloses nothing that could be filled.
    const own = whole === undefined ? null : rest.replace(/ fill(?:-opacity)?="[^"]*"/g, '');
    const before = all.at(-1);
    if (own !== null && own === look && before !== undefined) {
      all[all.length - 1] = before.replace(/^(<path d="[^"]*)/, `$1${d}`);
    } else {
      all.push(own === null ? line : `<path d="${d}" fill="none"${own}/>`);
    }
    look = own;
  }
  return all;
}

/**
 * The inside of a drawing in fewer words that look the same: coordinates to a tenth of a pixel, looks of texts as attributes
 * without a typeface, and nothing that cannot be seen.
 * @param inside What `drawInside` gave.
 * @param name What its clip paths are called after: no other drawing of the same page may have it.
 */
export function compactDrawing(inside: string, name: string): string {
  const clips = new Map<string, string>();
  const clipOf = (id: string) => {
    const own = clips.get(id) ?? `${name}-${clips.size}`;
    clips.set(id, own);
    return own;
  };
  const lean = inside
    .replace(/<(path|rect)\b(?=[^>]* fill="none")(?![^>]* stroke=")[^>]*><\/\1>/g, '')
    .replace(/ xml:space="preserve"([^>]*>)([^<]*)/g, (whole, rest: string, text: string) =>
      / {2}|^ | $/.test(text) ? whole : rest + text,
    )
    .replace(/<[a-z][^>]*>/gi, (tag) =>
      placed(tag.replace(/ style="([^"]*)"/, (_, style: string) => lookOf(style)))
        .replace(/ pointer-events="[^"]*"/, '')
        .replace(
          / (d|points|transform|x|y|cx|cy|r|width|height)="([^"]*)"/g,
          (_, key: string, value: string) => ` ${key}="${roundedAttribute(key, value)}"`,
        )
        .replace(/(-width|-opacity)="([^"]*)"/g, (_, key: string, value: string) => {
          return `${key}="${rounded(value, 2)}"`;
        })
        .replace(/ id="([^"]*)"/, (_, id: string) => ` id="${clipOf(id)}"`)
        .replace(/url\(#([^)]*)\)/, (_, id: string) => `url(#${clipOf(id)})`),
    )
    .replace(/><\/(?:path|rect|circle|polygon|polyline|line|ellipse)>/g, '/>');
  const lines = lean.split('\n').filter((line) => line.trim() !== '');
  return underSize(joined(lines.map(boxed)).join('\n'));
}
