const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1)
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193) >>> 0;
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d) >>> 0;
  return (value ^ (value >>> 13)) >>> 0;
}

/** A short sign for each key («K7Q2M»), stable as long as the key is, different for different keys, in no order of names. */
export function pseudonyms(keys: readonly string[]): string[] {
  const taken = new Set<string>();
  return keys.map((key) => {
    for (let turn = 0; ; turn += 1) {
      let value = hash(`${key}#${turn}`);
      let sign = '';
      for (let place = 0; place < 5; place += 1) {
        sign += letters.charAt(value % letters.length);
        value = Math.floor(value / letters.length);
      }
      if (turn > 20) sign += String(taken.size);
      if (taken.has(sign)) continue;
      taken.add(sign);
      return sign;
    }
  });
}
