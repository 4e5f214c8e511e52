function advance(letter: string): number {
  if (/\d/.test(letter)) return 0.62;
  if (/[\s.,:;!|il'\u00b7()[\]]/.test(letter)) return 0.29;
  if (/[мшщжюфыъwm%№—]/i.test(letter)) return 0.78;
  if (letter !== letter.toLowerCase()) return 0.68;
  return 0.57;
}

/** About how wide a text stands in Golos Text at a size in pixels; layout must not depend on a browser. */
export function textWidth(text: string, size: number, bold = false): number {
  let width = 0;
  for (const letter of text) width += advance(letter);
  return width * size * (bold ? 1.05 : 1);
}

/** A text cut to a width in pixels, with an ellipsis where something is missing. */
export function fitText(text: string, width: number, size: number, bold = false): string {
  if (textWidth(text, size, bold) <= width) return text;
  const letters = [...text];
  while (letters.length > 1 && textWidth(`${letters.join('').trimEnd()}…`, size, bold) > width) {
    letters.pop();
  }
  return `${letters.join('').trimEnd()}…`;
}

/** A text in at most two lines of a width in pixels, broken at a space or after a hyphen; cut where that is not enough. */
export function wrapText(text: string, width: number, size: number, bold = false): string[] {
  if (textWidth(text, size, bold) <= width) return [text];
  const parts = text.split(/(?<=[ -])/);
  let first = '';
  while (parts[0] !== undefined && textWidth((first + parts[0]).trimEnd(), size, bold) <= width) {
    first += parts.shift() ?? '';
  }
  if (first === '' || parts.length === 0) return [fitText(text, width, size, bold)];
  return [first.trimEnd(), fitText(parts.join(''), width, size, bold)];
}
