/** A text as a stored cell: null where it holds nothing but spaces. A line end within a cell is something. */
export function storedCell(text: string): string | null {
  // Only a text that begins with white space can be blank; letters and digits need no closer look.
  const first = text.charCodeAt(0);
  return text === '' || ((first < 33 || first > 126) && /^[^\S\r\n]*$/.test(text)) ? null : text;
}
