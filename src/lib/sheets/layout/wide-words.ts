import type { WideKind } from '#lib/model/table.ts';

/** What one floor of a heading may run over. */
export type WideAxis = 'term' | 'month' | 'year' | 'date' | 'level' | 'result';

const month =
  /^(?:янв(?:ар[ья])?|фев(?:р(?:ал[ья])?)?|март?а?|апр(?:ел[ья])?|ма[йя]|июн[ья]?|июл[ья]?|авг(?:уста?)?|сен(?:т(?:ябр[ья])?)?|окт(?:ябр[ья])?|ноя(?:б(?:р[ья])?)?|дек(?:абр[ья])?|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?$/i;
const monthAndYear = /^(\S+?)\.?[\s./-]*((?:19|20)\d{2})(?:\s*(?:г\.?|года?))?$/;
const term =
  /^(?:(?:[1-4]|i{1,3}|iv)(?:[-\s]?(?:я|ая|е|ое|й))?\s*(?:четв(?:ерть)?|чет|трим(?:естр)?|полуг(?:одие)?|п\/г|кв(?:артал)?|сем(?:естр)?)\.?|(?:перв|втор|трет|четв[её]рт)\S+\s+(?:четверть|триместр|полугодие|квартал|семестр)|q[1-4]|(?:term|quarter|semester)\s*[1-4])(?=$|\s*(?:\d|\())/i;
const year =
  /^(?:за\s+|в\s+)?(?:(?:19|20)\d{2}\s*(?:[-–—/]\s*(?:(?:19|20)?\d{2}))?|\d{2}\s*\/\s*\d{2})\s*(?:уч(?:ебный|\.)?\s*)?(?:г\.?|год[ау]?|гг\.?)?\s*(?:\d?\)|\*+)?(?:\s*\(?(?:план|факт|оценка|прогноз)\)?)?(?:\s*\d\))?$/i;
const date =
  /^(?:на\s+)?(?:\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?|\d{4}-\d{2}-\d{2}|\d{1,2}\s+(?:янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек)\S*(?:\s+\d{4})?)(?:\s*(?:г\.?|года?))?$/i;
const level =
  /^(?:школьн\S+|внутришкольн\S+|лицейск\S+|районн\S+|окружн\S+|городск\S+|муниципальн\S+|региональн\S+|областн\S+|краев\S+|республиканск\S+|межрегиональн\S+|всероссийск\S+|федеральн\S+|международн\S+|[шмрз]э|school|district|municipal|regional|national|international)(?:\s+(?:уров\S+|этап\S*|тур\S*|level|stage))?$/i;
const result =
  /^(?:(?:кол-?во|количество|число|всего)\s+)?(?:участник(?:и|ов)?|победител(?:и|ей|ь)|приз[её]р(?:ы|ов)?|лауреат(?:ы|ов)?|дипломант(?:ы|ов)?|финалист(?:ы|ов)?|гран-при|сертификат(?:ы|ов)?|(?:[1-3]|i{1,3})\s*место|(?:participants?|winners?|prize-?winners?|finalists?))(?:\s*,?\s*(?:чел\.?|человек))?$/i;
/** Floors that only part a quantity by how it was taken part in say nothing against a wide range. */
const mode =
  /^(?:очн\S*|заочн\S*|дистанц\S*|онлайн|офлайн|индивидуальн\S*|командн\S*|in\s+person|remote|team)(?:\s+(?:участие|форма|формат))?$/i;

const axes: readonly (readonly [WideAxis, RegExp])[] = [
  ['month', month],
  ['term', term],
  ['year', year],
  ['date', date],
  ['level', level],
  ['result', result],
];

/** What a floor of a heading runs over: one axis («январь–март» is a month too), both of «январь 2025», or none. */
export function axesOf(floor: string): readonly WideAxis[] {
  const text = floor.trim();
  const found = axes.find(([, pattern]) => pattern.test(text));
  if (found) return [found[0]];
  const ends = text.split(/\s*[-–—]\s*/);
  if (ends.length === 2 && ends.every((end) => month.test(end))) return ['month'];
  const [, name = '', named = ''] = monthAndYear.exec(text) ?? [];
  return named !== '' && month.test(name) ? ['year', 'month'] : [];
}

/** True when a floor only says in which form somebody took part. */
export function isMode(floor: string): boolean {
  return mode.test(floor.trim());
}

const kinds: readonly (readonly [WideKind, readonly WideAxis[]])[] = [
  ['year+month', ['month', 'year']],
  ['year+term', ['term', 'year']],
  ['level+result', ['level', 'result']],
  ['term', ['term']],
  ['month', ['month']],
  ['year', ['year']],
  ['date', ['date']],
  ['level', ['level']],
  ['result', ['result']],
];

/** The kind of a range whose headings run over these axes; null for a combination that none names. */
export function kindOfAxes(found: readonly WideAxis[]): WideKind | null {
  const sorted = [...new Set(found)].sort().join('+');
  return kinds.find(([, own]) => own.join('+') === sorted)?.[0] ?? null;
}
