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
  const breaks = parts.slice(1).map((_, index): [string, string] => [
    parts
      .slice(0, index + 1)
      .join('')
      .trimEnd(),
    parts.slice(index + 1).join(''),
  ]);
  const widthOf = (line: string) => textWidth(line, size, bold);
  const possible = breaks.filter(([first]) => widthOf(first) <= width);
  const whole = possible.filter(([, second]) => widthOf(second) <= width);
  // The most even of the breaks that keep everything, else the one that keeps the most.
  const longer = ([first, second]: [string, string]) => Math.max(widthOf(first), widthOf(second));
  const [best] = [...whole].sort((a, b) => longer(a) - longer(b));
  const [first, second] = best ?? possible.at(-1) ?? [];
  if (first === undefined || second === undefined) return [fitText(text, width, size, bold)];
  return [first, fitText(second, width, size, bold)];
}
