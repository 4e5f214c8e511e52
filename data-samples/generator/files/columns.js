/** @import { Cell, Participation } from '../types.js' */
import { printDayInWords, printRange } from '../calendar.js';
import { foldYo } from '../names.js';
import { blockNumerals } from '../programme.js';

/**
 * One column of a participation file.
 * @typedef {object} Column
 * @property {string} field
 * @property {string} heading
 * @property {string} [group]
 * @property {number} [width]
 * @property {(row: Participation) => Cell} print
 */

/** @param {string} className */
function splitClass(className) {
  return { grade: Number.parseInt(className, 10), letter: className.slice(-1) };
}

/** @type {Record<string, (className: string) => string>} */
const classPrinters = {
  plain: (className) => className,
  quoted: (className) => `${splitClass(className).grade} «${splitClass(className).letter}»`,
  straight: (className) => `${splitClass(className).grade}"${splitClass(className).letter}"`,
  lower: (className) => className.toLowerCase(),
  long: (className) => `${splitClass(className).grade} ${splitClass(className).letter} класс`,
  dashed: (className) => `${splitClass(className).grade}-${splitClass(className).letter}`,
};

/**
 * A class in one of the ways schools write it.
 * @param {string} className
 * @param {string} style
 */
export function printClass(className, style) {
  return (classPrinters[style] ?? classPrinters.plain)?.(className) ?? className;
}

/** @type {Record<string, string>} */
const levelSynonyms = {
  муниципальный: 'городской',
  региональный: 'областной',
  всероссийский: 'федеральный',
};

/** @param {string} text */
function capitalise(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/**
 * @param {string | null} result
 * @param {string} style
 */
function printResult(result, style) {
  if (result === null) return '';
  if (style === 'capital') return capitalise(foldYo(result));
  if (style === 'roman')
    return capitalise(result).replace(
      /^([123]) место/,
      (_, place) => `${['I', 'II', 'III'][Number(place) - 1]} место`,
    );
  if (style === 'latin')
    return capitalise(result).replace(
      / (I{1,3}) степени/,
      (_, roman) => ` ${String(roman).length} cтепени`,
    );
  return result;
}

/**
 * A date cell, a written date or a range.
 * @param {{ start: number, end: number }} event
 * @param {string} style
 * @returns {Cell}
 */
export function printEventDate(event, style) {
  if (event.start !== event.end) {
    const range = printRange(event.start, event.end);
    return style === 'range-hyphen' ? range.replace('–', '-') : range;
  }
  if (style === 'cell') return { day: event.start };
  return style === 'words' ? printDayInWords(event.start) : printRange(event.start, event.end);
}

/**
 * @param {string} name
 * @param {string} style
 */
function printDirection(name, style) {
  if (style === 'capital') return capitalise(name);
  return style === 'dashed' ? capitalise(name.replace('-', ' – ')) : name;
}

/** @type {Record<string, (row: Participation, style: string) => Cell>} */
const printers = {
  name: ({ pupil }, style) => {
    const text = style.startsWith('short')
      ? `${pupil.last} ${pupil.first}`
      : `${pupil.last} ${pupil.first} ${pupil.patronymic}`;
    return style.endsWith('-е') ? foldYo(text) : text;
  },
  last: ({ pupil }) => pupil.last,
  first: ({ pupil }) => pupil.first,
  patronymic: ({ pupil }) => pupil.patronymic,
  class: ({ className }, style) => printClass(className, style),
  title: ({ event }, style) => (style === 'straight' ? straighten(event.title) : event.title),
  date: ({ event }, style) => printEventDate(event, style),
  level: ({ event }, style) =>
    style === 'synonym' ? (levelSynonyms[event.level] ?? event.level) : event.level,
  result: ({ result }, style) => printResult(result, style),
  direction: ({ event }, style) => printDirection(event.direction.name, style),
  block: ({ event }) => blockNumerals[event.direction.block - 1] ?? '',
  partner: ({ event }, style) => {
    const name = (style === 'full' ? event.partner?.full : event.partner?.short) ?? '';
    return style === 'straight' ? straighten(name) : name;
  },
  mode: ({ event }) => event.mode,
  kind: ({ event }) => event.kind,
  role: ({ role }, style) => (style === 'capital' ? capitalise(role) : role),
  hours: ({ hours, source, event }) =>
    source !== null && event.quarter.year === 2023 ? null : hours,
  source: ({ source }) => source,
};

/** @param {string} text */
function straighten(text) {
  return text.replace(/[«»]/g, '"').replaceAll('—', '-').replaceAll('–', '-');
}

/**
 * A column that prints one field of a participation in a style.
 * @param {string} field
 * @param {string} heading
 * @param {{ style?: string, group?: string, width?: number }} [options]
 * @returns {Column}
 */
export function createColumn(field, heading, { style = 'plain', group, width = 14 } = {}) {
  const print = printers[field];
  if (!print) throw new RangeError(`No field ${field}`);
  /** @type {Column} */
  const column = { field, heading, width, print: (row) => print(row, style) };
  if (group !== undefined) column.group = group;
  return column;
}
