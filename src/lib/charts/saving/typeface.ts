/** What the typeface of a picture is called inside its own file. */
export const embeddedFamily = 'Golos Text';

/** A part of the typeface: its name in the names of the package's files, and the letters that it has, as CSS writes them. */
export interface TypefacePart {
  readonly name: 'latin' | 'cyrillic' | 'cyrillic-ext' | 'latin-ext';
  readonly range: string;
}

// The ranges are those of the typeface's own style sheet.
const parts: readonly TypefacePart[] = [
  {
    name: 'latin',
    range:
      'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
  },
  {
    name: 'cyrillic',
    range: 'U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116',
  },
  {
    name: 'cyrillic-ext',
    range: 'U+0460-052F,U+1C80-1C8A,U+20B4,U+2DE0-2DFF,U+A640-A69F,U+FE2E-FE2F',
  },
  {
    name: 'latin-ext',
    range:
      'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF',
  },
];

/** Whether a text has a letter of a range that CSS writes as «U+0400-045F,U+2116». */
export function hasLetterOf(text: string, range: string): boolean {
  const spans = range.split(',').map((span) => {
    const [first = '', last = first] = span.slice(2).split('-');
    return [parseInt(first, 16), parseInt(last, 16)] as const;
  });
  return [...text].some((letter) => {
    const code = letter.codePointAt(0) ?? 0;
    return spans.some(([first, last]) => first <= code && code <= last);
  });
}

/** The parts of the typeface that a text needs. */
export function partsFor(text: string): readonly TypefacePart[] {
  return parts.filter(({ range }) => hasLetterOf(text, range));
}

/** The rules that bring parts of the typeface, each with its file in Base64. */
export function typefaceStyle(
  faces: readonly (TypefacePart & { readonly base64: string })[],
): string {
  const rules = faces.map(({ base64, range }) => {
    const source = `src:url(data:font/woff2;base64,${base64}) format('woff2')`;
    const name = `font-family:'${embeddedFamily}';font-weight:400 900`;
    return `@font-face{${name};${source};unicode-range:${range}}`;
  });
  return `${rules.join('')}text{font-variant-numeric:tabular-nums}`;
}
