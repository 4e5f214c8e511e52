/** Name of a member as the directory of an archive holds it, and whether the directory calls it UTF-8. */
export interface RawName {
  readonly bytes: Uint8Array;
  readonly isUnicode: boolean;
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const lenient = new TextDecoder('utf-8', { ignoreBOM: true });

function readUnicode(bytes: Uint8Array): string | null {
  try {
    return strict.decode(bytes);
  } catch {
    return null;
  }
}

/** Bytes of names that are letters or signs of names in IBM866, and in Windows-1251. */
function countLetters(bytes: Uint8Array): readonly [ibm: number, windows: number] {
  let ibm = 0;
  let windows = 0;
  for (const byte of bytes) {
    if ((byte >= 0x80 && byte < 0xb0) || (byte >= 0xe0 && byte <= 0xf1) || byte === 0xfc) ibm += 1;
    if (byte >= 0xc0 || [0xa8, 0xb8, 0xb9, 0xab, 0xbb, 0x96, 0x97].includes(byte)) windows += 1;
  }
  return [ibm, windows];
}

/**
 * Names of an archive's members. One that is not called UTF-8 but reads as such is; the others share one Russian code page, the one
 * in which more of their bytes are letters. A backslash parts folders as a slash does.
 */
export function decodeNames(names: readonly RawName[]): string[] {
  let ibm = 0;
  let windows = 0;
  const unicode = names.map(({ bytes, isUnicode }) => {
    if (isUnicode) return lenient.decode(bytes);
    const name = readUnicode(bytes);
    if (name !== null) return name;
    const letters = countLetters(bytes);
    ibm += letters[0];
    windows += letters[1];
    return null;
  });
  const legacy = new TextDecoder(ibm > windows ? 'ibm866' : 'windows-1251');
  return names.map(({ bytes }, index) =>
    (unicode[index] ?? legacy.decode(bytes)).replaceAll('\\', '/'),
  );
}
