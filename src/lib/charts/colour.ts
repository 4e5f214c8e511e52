function channels(hex: string): [number, number, number] {
  const whole = parseInt(hex.slice(1), 16);
  return [whole >> 16, (whole >> 8) & 255, whole & 255];
}

function linear(channel: number): number {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

/** Relative luminance from 0 to 1 of «#rrggbb» (WCAG 2.2). */
export function luminance(hex: string): number {
  const [red, green, blue] = channels(hex);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** Contrast from 1 to 21 of two colours «#rrggbb» (WCAG 2.2). */
export function contrast(one: string, other: string): number {
  const light = Math.max(luminance(one), luminance(other));
  const dark = Math.min(luminance(one), luminance(other));
  return (light + 0.05) / (dark + 0.05);
}

/** Lightness L* from 0 to 100 of «#rrggbb» (CIE 1976): what a photocopier leaves of it. */
export function lightness(hex: string): number {
  const y = luminance(hex);
  return y > 216 / 24389 ? 116 * Math.cbrt(y) - 16 : (24389 / 27) * y;
}

/** The colour that lies the given share of the way from one «#rrggbb» to another. */
export function mix(from: string, to: string, share: number): string {
  const start = channels(from);
  const end = channels(to);
  const mixed = start.map((value, i) => Math.round(value + ((end[i] ?? value) - value) * share));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

/** The first of the candidates that reads on a ground at 4.5 : 1; else black or white, of which one always does. */
export function readable(ground: string, candidates: readonly string[]): string {
  const found = candidates.find((candidate) => contrast(candidate, ground) >= 4.5);
  if (found) return found;
  return contrast('#000000', ground) >= contrast('#ffffff', ground) ? '#000000' : '#ffffff';
}
