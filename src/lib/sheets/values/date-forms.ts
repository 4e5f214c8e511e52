import { monthOf } from './calendar.ts';

const weekdays =
  'пн|вт|ср|чт|пт|сб|вс|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|mon|tue|wed|thu|fri|sat|sun';
const weekdayBefore = new RegExp(`^(?:${weekdays})[a-z]*\\.?,?\\s+`, 'i');
const weekdayAfter = new RegExp(`,?\\s*\\(?(?:${weekdays})[a-z]*\\.?\\)?$`, 'i');
const clockBefore = /^\d{1,2}:\d{2}(?::\d{2})?,?\s+(?=\d)/;
const clockAfter =
  /[ T,]+(?:в\s+)?\d{1,2}[:.]\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:\s?[ap]m)?(?:\s?[-–]\s?\d{1,2}[:.]\d{2})?(?:Z|[+-]\d{2}:?\d{2})?$/i;
const partOfMonth =
  /^(?:в\s+)?(?:начал[оае]|середин[аеы]|кон(?:ец|це|ца)|(?:перв\p{L}+|втор\p{L}+|\d(?:-я|-й)?|i{1,3}|iv)\s+(?:половин\p{L}+|декад\p{L}+|недел\p{L}+)|(?:early|mid|late))\s+(?=\p{L})/iu;
const englishRange = /^([a-z]+)\.?\s+(\d{1,2})\s*[–-]\s*(\d{1,2}),?(?:\s+(\d{4}))?$/i;
const commas = /^(\d{1,2})[.,]\s?(\d{1,2})[.,]\s?(\d{4}|\d{2})$/;
const listed = /\s*[,;]\s*|\s+(?:и|and)\s+/i;

/** The first and the last of several days or months set off by commas or «и»: «5, 6 и 8 октября» becomes «5–8 октября». */
function spanList(text: string): string {
  const parts = text.split(listed).filter((part) => part !== '');
  const [first] = parts;
  const last = parts.at(-1);
  if (parts.length < 2 || first === undefined || last === undefined) return text;
  const dates = parts.every((part) => /^\d{1,2}(?:[.\s]|$)/.test(part));
  const months = parts.every((part) => monthOf(part.split(' ')[0] ?? '') !== null);
  return dates || months ? `${first}–${last}` : text;
}

/**
 * A date as people write it, in the plain form that is read: without weekday, time of day and part of a month, all dashes one,
 * a list of days as its span.
 */
export function plainForm(cell: string): string {
  let text = cell
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()
    .replace(weekdayBefore, '')
    .replace(clockBefore, '')
    .replace(clockAfter, '')
    .replace(partOfMonth, '')
    .replace(/^(?:до|к|по)\s+(?=\d)/i, '')
    .replace(/[‐‑‒–—−]/g, '–');
  if (
    /\d.*\s?\(?(?:пн|вт|ср|чт|пт|сб|вс|поне|втор|сред|четв|пятн|субб|воск)[\p{L}]*\.?\)?$/iu.test(
      text,
    )
  )
    text = text.replace(weekdayAfter, '');
  const english = englishRange.exec(text);
  if (english)
    return `${english[2]}–${english[3]} ${english[1]}${english[4] === undefined ? '' : ` ${english[4]}`}`;
  const three = commas.exec(text);
  if (three) return `${three[1]}.${three[2]}.${three[3]}`;
  return /[,;]|\s(?:и|and)\s/i.test(text) ? spanList(text) : text;
}
