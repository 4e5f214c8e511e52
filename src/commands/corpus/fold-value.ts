const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const clock = String.raw`(?:[ T](\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(am|pm)?)?`;
const yearFirst = new RegExp(String.raw`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})${clock}$`, 'i');
const yearLast = new RegExp(String.raw`^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})${clock}$`, 'i');
const dayMonth = new RegExp(
  String.raw`^(\d{1,2})[-/ .]([a-z]{3,9})[-/ ,.]+(\d{4}|\d{2})${clock}$`,
  'i',
);
const monthDay = new RegExp(String.raw`^([a-z]{3,9})[-/ .](\d{1,2})[-/ ,.]+(\d{4})${clock}$`, 'i');
const money = /[$€£¥₽₹]|USD|EUR|GBP|CHF/;

/**
 * A value in the one form that all its spellings share, so that a loader is not blamed for writing a date, an amount, a
 * number or a truth in its own way: «True» is 1, «007» is 7, «1.50» is 1.5, «03/28/2018» and «28.3.2018» are one day.
 */
export function foldValue(value: string): string {
  const text = value.trim();
  if (text === '') return value;
  return (
    foldTruth(text) ??
    foldNumber(text) ??
    foldTime(text) ??
    foldDate(text) ??
    foldMoney(text) ??
    value.toLowerCase()
  );
}

function foldTruth(text: string): string | null {
  return /^true$/i.test(text) ? '1' : /^false$/i.test(text) ? '0' : null;
}

function foldNumber(text: string): string | null {
  if (/^[+-]?\d+$/.test(text)) return String(BigInt(text.replace('+', '')));
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text)) return null;
  const number = Number(text);
  // A number with a fraction part stays apart from a whole one, as it does for typed loaders.
  return Number.isInteger(number) ? `${number}.0` : String(number);
}

function foldTime(text: string): string | null {
  const [, hour = '', minute = '', second = '00'] =
    /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(text) ?? [];
  if (hour === '' || Number(hour) > 23 || Number(minute) > 59) return null;
  return `${hour.padStart(2, '0')}:${minute}:${second}`;
}

function monthOf(word: string): number {
  return months.indexOf(word.slice(0, 3).toLowerCase()) + 1;
}

function foldDate(text: string): string | null {
  let found = yearFirst.exec(text);
  if (found) return day(Number(found[1]), Number(found[2]), Number(found[3]), found.slice(4));
  found = yearLast.exec(text);
  if (found)
    return day(fullYear(found[3] ?? ''), Number(found[1]), Number(found[2]), found.slice(4));
  found = dayMonth.exec(text);
  if (found)
    return day(fullYear(found[3] ?? ''), monthOf(found[2] ?? ''), Number(found[1]), found.slice(4));
  found = monthDay.exec(text);
  if (found)
    return day(Number(found[3]), monthOf(found[1] ?? ''), Number(found[2]), found.slice(4));
  return null;
}

function fullYear(year: string): number {
  return year.length === 4 ? Number(year) : Number(year) + (Number(year) > 68 ? 1900 : 2000);
}

function day(
  year: number,
  first: number,
  second: number,
  time: readonly (string | undefined)[],
): string | null {
  const [month, date] = first > 12 ? [second, first] : [first, second];
  if (month < 1 || month > 12 || date < 1 || date > 31) return null;
  const [hour = '0', minute = '0', seconds = '0', half = ''] = time.map(
    (part) => part ?? undefined,
  );
  const shift =
    /pm/i.test(half) && Number(hour) < 12 ? 12 : /am/i.test(half) && hour === '12' ? -12 : 0;
  return [year, month, date, Number(hour) + shift, Number(minute), Number(seconds)].join('-');
}

function foldMoney(text: string): string | null {
  const sign = money.exec(text);
  const amount = /\d[\d ,.\u00a0]*/.exec(text)?.[0].replaceAll(/[ \u00a0]|[.,]+$/g, '');
  const currency = sign?.[0];
  if (currency === undefined || amount === undefined) return null;
  const mark = Math.max(amount.lastIndexOf(','), amount.lastIndexOf('.'));
  const isThousands = amount[mark] === ',' && amount.length - mark === 4 && !amount.includes('.');
  const plain =
    mark < 0 || isThousands
      ? amount.replaceAll(/[.,]/g, '')
      : `${amount.slice(0, mark).replaceAll(/[.,]/g, '')}.${amount.slice(mark + 1)}`;
  return `${currency}${Number(plain)}`;
}
