const known = new Map<string, boolean>();

/** True when a number format of a workbook shows a date or a time of day, and not a length of time such as «[h]:mm». */
export function isDateFormat(format: string): boolean {
  let result = known.get(format);
  if (result === undefined) {
    result = judge(format);
    if (known.size > 5000) known.clear();
    known.set(format, result);
  }
  return result;
}

function judge(format: string): boolean {
  const [positive = ''] = format
    .replace(/\\./g, '')
    .replace(/"[^"]*"/g, '')
    .split(';');
  if (/\[(h+|m+|s+)\]/i.test(positive)) return false;
  const bare = positive
    .replace(/\[[^\]]*\]/g, '')
    .replace(/[_*]./g, '')
    .replace(/general|основной|standard/gi, '');
  if (/[#?%0]/.test(bare.replace(/s+\.0+/i, ''))) return false;
  return /[ymdhs]/i.test(bare) && !/e/i.test(bare);
}
