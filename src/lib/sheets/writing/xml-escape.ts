const special: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

const kept = new Set(['\t', '\n']);

/** «_x0001_» for a unit that XML cannot hold; the controls of the second block are allowed in it. */
function escapeUnit(unit: string): string {
  const code = unit.charCodeAt(0);
  if (kept.has(unit) || (code >= 0x7f && code <= 0x9f)) return unit;
  return `_x${code.toString(16).toUpperCase().padStart(4, '0')}_`;
}

/**
 * Any text as XML of Office Open XML: line ends as «\n», and what XML cannot hold (control characters, halves of pairs) as
 * «_x0001_»; text that looks like such an escape is escaped itself.
 */
export function escapeXml(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_')
    .replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, escapeUnit)
    .replace(/[&<>"]/g, (sign) => special[sign] ?? sign);
}
