const powers = Array.from({ length: 23 }, (_, exponent) => 10 ** exponent);
const mostDigits = 15;

function slowly(bytes: Uint8Array, from: number, to: number): number {
  return parseFloat(String.fromCharCode(...bytes.subarray(from, Math.min(to, from + 400))));
}

/**
 * The number that a piece of ASCII text begins with, as `parseFloat` reads it; NaN when there is none. A number of up to 15
 * digits and a power of ten up to 22 is exact after one multiplication or division (W. D. Clinger, «How to read floating point
 * numbers accurately», 1990); others go the slow way.
 */
export function readDecimal(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  const isNegative = bytes[at] === 0x2d;
  if (isNegative) at += 1;
  let mantissa = 0;
  let digits = 0;
  let scale = 0;
  let byte = 0;
  for (; at < to; at += 1, digits += 1) {
    byte = bytes[at] ?? 0;
    if (byte < 0x30 || byte > 0x39) break;
    mantissa = mantissa * 10 + (byte - 0x30);
  }
  if (at < to && byte === 0x2e) {
    for (at += 1; at < to; at += 1, digits += 1, scale += 1) {
      byte = bytes[at] ?? 0;
      if (byte < 0x30 || byte > 0x39) break;
      mantissa = mantissa * 10 + (byte - 0x30);
    }
  }
  if (at < to || digits === 0 || digits > mostDigits) return slowly(bytes, from, to);
  const value = scale === 0 ? mantissa : mantissa / (powers[scale] ?? NaN);
  return isNegative ? -value : value;
}
