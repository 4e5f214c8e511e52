const endMark = '\u001A';

/** A text up to the mark of its end (Ctrl-Z), where it ends with one. */
function withoutEndMark(text: string): string {
  let end = text.length;
  while (text[end - 1] === endMark) end -= 1;
  return end === text.length ? text : text.slice(0, end);
}

/**
 * A text without what only programs leave in it: zero bytes, the mark of its end, and line ends of several kinds, which become
 * «\n» where carriage returns by themselves are common.
 */
export function plainText(text: string): string {
  const whole = withoutEndMark(text.includes('\u0000') ? text.replaceAll('\u0000', '') : text);
  if (!whole.includes('\r') || !whole.includes('\n')) return whole;
  const returns = whole.match(/\r(?!\n)/g)?.length ?? 0;
  const feeds = returns > 0 ? (whole.match(/\n/g)?.length ?? 0) : 0;
  return returns * 10 > feeds ? whole.replace(/\r\n?/g, '\n') : whole;
}
