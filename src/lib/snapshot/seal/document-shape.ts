import * as v from 'valibot';
import { textRoles } from '#lib/model/draft.ts';
import type { Drawing, SnapshotDocument, SnapshotPage } from '../document.ts';
import type { Seal } from './seal.ts';

const text = v.string();
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const size = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(20_000));
const place = v.pipe(v.number(), v.finite());
const day = v.pipe(text, v.regex(/^\d{4}-\d\d-\d\d$/));
const hash = v.pipe(text, v.regex(/^[\da-f]{64}$/));
const language = v.picklist(['ru', 'en']);

const both = <S extends v.GenericSchema>(shape: S) => v.strictObject({ ru: shape, en: shape });

const spot = v.strictObject({
  box: v.strictTuple([place, place, place, place]),
  title: text,
  phrases: v.array(text),
});

/** A drawing whose markup stands elsewhere in the file: only its length is told. */
const drawing = v.strictObject({
  width: size,
  height: size,
  svg: count,
  spots: v.array(v.array(spot)),
});

// A short file must not ask for a long table: every row says all its cells.
const table = v.pipe(
  v.strictObject({
    heads: v.array(text),
    rows: v.array(v.array(v.nullable(v.union([text, v.pipe(v.number(), v.finite())])))),
    figures: v.array(v.boolean()),
  }),
  v.check(({ heads, rows, figures }) =>
    [figures, ...rows].every(({ length }) => length === heads.length),
  ),
);

const native = v.strictObject({
  kind: v.picklist(['line', 'bar', 'column', 'stacked']),
  categories: v.array(text),
  series: v.array(
    v.strictObject({
      name: text,
      values: v.array(v.nullable(place)),
      ends: v.exactOptional(v.array(v.nullable(v.strictTuple([place, place])))),
      colour: v.pipe(text, v.regex(/^#[\da-f]{6}$/i)),
      dash: v.picklist(['solid', 'dash', 'dot']),
    }),
  ),
  unit: text,
  decimals: v.pipe(count, v.maxValue(12)),
});

const figure = v.strictObject({
  kind: v.literal('figure'),
  id: text,
  title: both(text),
  subtitle: both(text),
  selection: both(text),
  description: both(text),
  signs: both(v.array(text)),
  source: both(text),
  withheld: count,
  numbers: count,
  drawing: v.nullable(both(drawing)),
  table: both(table),
  native: v.nullable(both(native)),
});

const page = v.strictObject({
  id: text,
  title: both(text),
  pieces: v.array(
    v.variant('kind', [
      v.strictObject({ kind: v.literal('text'), role: v.picklist(textRoles), text: both(text) }),
      figure,
    ]),
  ),
});

const document = v.strictObject({
  format: v.literal('dinamika-snapshot'),
  version: v.literal(1),
  form: v.picklist(['slides', 'note']),
  language,
  title: both(text),
  school: text,
  period: both(text),
  dataDay: day,
  madeOn: day,
  programme: v.strictObject({ name: both(text), sha256: text }),
  sources: v.array(v.strictObject({ name: v.nullable(text), sha256: v.nullable(text) })),
  pages: v.array(page),
  certificate: v.strictObject({
    statements: count,
    sensitive: count,
    narrowest: v.nullable(count),
    numbers: count,
    primary: count,
    secondary: count,
    rules: v.strictObject({ least: count, leastAssessed: count, width: count, zeros: v.boolean() }),
    worlds: text,
    earlier: v.array(text),
  }),
});

const seal = v.strictObject({
  content: hash,
  file: hash,
  signature: v.nullable(
    v.strictObject({
      name: v.pipe(text, v.maxLength(200)),
      key: v.pipe(text, v.regex(/^[\da-f]{130}$/)),
      value: v.pipe(text, v.regex(/^[\da-f]{128}$/)),
    }),
  ),
});

/** A seal of unknown origin; null where it is none. */
export function readSeal(value: unknown): Seal | null {
  const parsed = v.safeParse(seal, value);
  return parsed.success ? parsed.output : null;
}

/**
 * A snapshot of unknown origin whose drawings stand elsewhere: `drawn` gives the markup of the next drawing, by its length.
 * The drawings of the language that it opens in come first. Null where it is no snapshot of this version.
 */
export function readDocument(
  value: unknown,
  drawn: (length: number) => string | null,
): SnapshotDocument | null {
  const parsed = v.safeParse(document, value);
  if (!parsed.success) return null;
  const { output } = parsed;
  const first = output.language;
  const second = first === 'ru' ? 'en' : 'ru';
  const read = { ru: new Map<object, Drawing>(), en: new Map<object, Drawing>() };
  for (const tag of [first, second] as const) {
    for (const piece of output.pages.flatMap(({ pieces }) => pieces)) {
      if (piece.kind !== 'figure' || piece.drawing === null) continue;
      const svg = drawn(piece.drawing[tag].svg);
      if (svg === null) return null;
      read[tag].set(piece, { ...piece.drawing[tag], svg });
    }
  }
  const pages = output.pages.map((one): SnapshotPage => ({
    ...one,
    pieces: one.pieces.map((piece) => {
      if (piece.kind === 'text') return piece;
      const [ru, en] = [read.ru.get(piece), read.en.get(piece)];
      return { ...piece, drawing: ru && en ? { ru, en } : null };
    }),
  }));
  return { ...output, pages };
}
