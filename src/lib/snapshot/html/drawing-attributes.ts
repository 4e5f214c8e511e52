import { ForeignMarkup } from './foreign-markup.ts';

/** How an attribute of a drawing is read: null where it is left out, and a throw where it is foreign. */
type Reading = (value: string) => string | null;

const numeral = /-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi;

function rounded(text: string, decimals: number): string {
  const scale = 10 ** decimals;
  const value = Math.round(Number(text) * scale) / scale;
  if (!Number.isFinite(value)) throw new ForeignMarkup(`no number: ${text}`);
  return String(value === 0 ? 0 : value);
}

/** Numbers in a text to so many decimals, with single spaces and commas between them. */
function roundedAll(text: string, decimals: number): string {
  return text.replace(numeral, (one) => rounded(one, decimals));
}

function matching(pattern: RegExp, value: string): string {
  if (!pattern.test(value)) throw new ForeignMarkup(`no look of a drawing: ${value.slice(0, 60)}`);
  return value;
}

const number =
  (decimals: number): Reading =>
  (value) =>
    rounded(matching(/^-?[\d.]+(?:e-?\d+)?(?:px)?$/, value.trim()).replace(/px$/, ''), decimals);
const word: Reading = (value) => matching(/^[a-z]+(?:[- ][a-z]+)*$/, value);
const colour: Reading = (value) =>
  matching(/^(?:#[\da-f]{3,8}|rgba?\([\d.,% ]+\)|[a-z]+)$/i, value.trim());
const dashes: Reading = (value) =>
  value.trim() === ''
    ? null
    : roundedAll(matching(/^(?:none|[\d., ]+)$/, value.trim()), 1).replace(/[ ,]+/g, ' ');
const points: Reading = (value) =>
  roundedAll(matching(/^[-\d.,e\s]*$/, value.trim()), 1).replace(/[\s,]+/g, ' ');
const reference: Reading = (value) => matching(/^url\(#[\w-]+\)$/, value);
const dropped: Reading = () => null;

// An arc that is nearly a whole circle ends beside its beginning: rounded hard it would be none.
const path: Reading = (value) => {
  const text = matching(/^(?![^]*\.\d*\.)[MLHVCSQTAZ\d\s,.e-]*$/i, value.trim());
  return roundedAll(text, /a/i.test(text) ? 4 : 1)
    .replace(/[\s,]+/g, ' ')
    .replace(/ ?([A-Za-z]) ?/g, '$1');
};
const transform: Reading = (value) =>
  roundedAll(
    matching(/^(?:(?:translate|rotate|scale|matrix)\([-\d.,e\s]*\)\s*)*$/, value.trim()),
    /matrix|scale|rotate/.test(value) ? 4 : 1,
  ).replace(/[\s,]+/g, ' ');
const weight: Reading = (value) => {
  const plain = value === 'normal' ? '400' : value === 'bold' ? '700' : value;
  return plain === '400' ? null : matching(/^[1-9]00$/, plain);
};

const readings: Readonly<Record<string, Reading>> = {
  ...Object.fromEntries(
    ['x', 'y', 'width', 'height', 'cx', 'cy', 'r', 'rx', 'ry', 'x1', 'y1', 'x2', 'y2'].map(
      (name) => [name, number(1)] as const,
    ),
  ),
  dx: number(1),
  dy: number(1),
  d: path,
  points,
  transform,
  fill: colour,
  stroke: (value) => (value.trim() === 'none' ? null : colour(value)),
  opacity: number(3),
  'fill-opacity': number(3),
  'stroke-opacity': number(3),
  'stroke-width': number(2),
  'stroke-miterlimit': number(1),
  'stroke-dasharray': dashes,
  'stroke-dashoffset': number(1),
  'stroke-linecap': word,
  'stroke-linejoin': word,
  'fill-rule': word,
  'clip-rule': word,
  'clip-path': reference,
  id: (value) => matching(/^[\w-]+$/, value),
  'text-anchor': (value) => (value === 'start' ? null : word(value)),
  'dominant-baseline': word,
  'paint-order': word,
  'font-size': number(1),
  'font-weight': weight,
  'font-style': (value) => (value === 'normal' ? null : word(value)),
  'font-family': dropped,
  class: dropped,
  'pointer-events': dropped,
  'user-select': dropped,
  'xml:space': dropped,
  'white-space': dropped,
};

const shorthand = /^(?:(normal|italic)\s+)?(?:(normal|bold|\d00)\s+)?([\d.]+px)\s+[^;]+$/;

function declarations(style: string): [string, string][] {
  return style
    .split(';')
    .filter((one) => one.trim() !== '')
    .flatMap((one): [string, string][] => {
      const [name = '', ...rest] = one.split(':');
      const value = rest.join(':').trim();
      if (name.trim() !== 'font') return [[name.trim(), value]];
      const [, slant = 'normal', boldness = '400', size] = shorthand.exec(value) ?? [];
      if (size === undefined) throw new ForeignMarkup(`no typeface: ${value}`);
      return [
        ['font-size', size],
        ['font-weight', boldness],
        ['font-style', slant],
      ];
    });
}

/** The attributes of an element of a drawing in the fewest words, looks of its style among them, in the order of their names. */
export function leanAttributes(attributes: ReadonlyMap<string, string>): Map<string, string> {
  const lean = new Map<string, string>();
  const own = [...attributes].filter(([name]) => name !== 'style' && !name.startsWith('ecmeta_'));
  for (const [name, value] of [...own, ...declarations(attributes.get('style') ?? '')]) {
    const reading = Object.hasOwn(readings, name) ? readings[name] : undefined;
    if (!reading) throw new ForeignMarkup(`no attribute of a drawing: ${name}`);
    const read = reading(value);
    if (read !== null) lean.set(name, read);
  }
  return new Map([...lean].sort(([a], [b]) => (a < b ? -1 : 1)));
}
