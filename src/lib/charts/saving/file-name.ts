const longest = 120;
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/** A name that every system takes for a file, made of what the file holds: «Охват по блокам 2025-26 IV.svg». */
export function fileNameOf(parts: readonly string[], extension: string): string {
  const whole = parts
    .join(' ')
    .normalize('NFC')
    // Line ends and other spaces, what no file name can hold, what turns the direction of writing, halves of letters.
    .replace(/\s+/gu, ' ')
    .replace(/[\\/:*?"<>|]/g, '-')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '');
  const short = [...whole]
    .slice(0, longest)
    .join('')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  const name = short === '' || reserved.test(short) ? `${short}_` : short;
  return `${name}.${extension}`;
}
