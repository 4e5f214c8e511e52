const longest = 31;

function cut(name: string, length: number): string {
  const piece = name.slice(0, length);
  return /[\ud800-\udbff]$/.test(piece) ? piece.slice(0, -1) : piece;
}

/** Names that spreadsheets accept for sheets, as near to the wanted ones as can be: no forbidden signs, no two alike. */
export function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>();
  return wanted.map((name, index) => {
    const plain = name
      .replace(/[:\\/?*[\]\p{Cc}\p{Cs}\ufffe\uffff]/gu, ' ')
      .replace(/^[\s']+|[\s']+$/g, '');
    const base = plain === '' || plain.toLowerCase() === 'history' ? `${plain}${index + 1}` : plain;
    let result = cut(base, longest);
    for (let copy = 2; taken.has(result.toLowerCase()); copy += 1) {
      const ending = ` ${copy}`;
      result = cut(base, longest - ending.length) + ending;
    }
    taken.add(result.toLowerCase());
    return result;
  });
}
