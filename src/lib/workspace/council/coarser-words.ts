import type { Locale } from '#lib/i18n/locale.ts';
import type { Programme } from '#lib/model/programme.ts';
import { nameDimension, nameMember } from '../naming.ts';
import type { CoarserWay } from './coarsening.ts';
import type { LiveNumber } from './live-number.ts';

/** A way in which a picture becomes coarser, in words: «по параллелям», «по полугодиям», «только по блокам». */
export function nameFigureWay(way: CoarserWay, own: readonly string[], locale: Locale): string {
  const words = locale.t.councilShare.coarser;
  if (way.kind === 'longer') return words.longer[way.grain];
  const by = nameDimension(way.dimension, own, locale, 'by');
  return way.kind === 'only' ? words.only(by) : by;
}

/** A way in which a live number becomes coarser, in words, given the number that it becomes: «7-е классы», «за полугодие». */
export function nameNumberWay(
  way: CoarserWay,
  number: LiveNumber,
  programme: Programme,
  locale: Locale,
): string {
  const words = locale.t.councilShare.coarser;
  if (way.kind === 'longer') return words.whole[way.grain];
  const member = number.members.find(({ dimension }) => dimension === way.dimension);
  const name = member
    ? nameMember(member.dimension, { key: member.key, name: null }, programme, locale)
    : '';
  return way.kind === 'only' ? words.only(name) : name;
}
