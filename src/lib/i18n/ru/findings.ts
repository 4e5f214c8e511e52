import type { Format } from '../format.ts';
import { pluralRu } from '../plural.ts';

/** Numbers of a finding; shares are of one. */
export type FindingParams = Readonly<Record<string, number>>;

/** What a sentence about a finding is made from. */
export interface FindingWords {
  readonly params: FindingParams;
  /** Ends of the 95 % interval of the change, as shares of one. */
  readonly interval: readonly [lower: number, upper: number] | null;
  readonly change: number | null;
  readonly q: number | null;
  readonly names: readonly string[];
  /** What the finding speaks of; all null for the whole programme. */
  readonly block: string | null;
  readonly direction: string | null;
  readonly grade: number | null;
  /** Names of the period and of the one a year ago, to stand after «за»: «IV четверть 2025/26». */
  readonly period: string;
  readonly schoolYear: string;
  readonly yearAgo: string;
  readonly format: Format;
  /** Name of the measure, and how its values and their differences are written, unit and all. */
  readonly measure: string;
  readonly value: (value: number) => string;
  readonly difference: (value: number) => string;
  /** An end of an interval, without a unit. */
  readonly bound: (value: number) => string;
}

/** A finding in words: the sentence and the evidence under it. */
export interface FindingSentence {
  readonly title: string;
  readonly detail: string;
}

const noBreak = '\u00a0';
const mostNames = 3;

const inPoints = (format: Format, share: number) => `${signedPoints(format, share)} п.${noBreak}п.`;

const count = (format: Format, x = 0, n = 0) => `${format.number(x)} из ${format.number(n)}`;

const percent = (format: Format, share = 0) => format.percent(share);

const toTenths = (share: number) => Math.round(share * 1000) / 10;

/** A difference of shares in points with its sign: 0.0718 → «+7,2». */
export function signedPoints(format: Format, share: number): string {
  return format.signed(toTenths(share), 1);
}

/** Ends of an interval of a difference, in points: «[3,2; 11,1]». */
export function sayRange(format: Format, [lower, upper]: readonly [number, number]): string {
  return `[${format.number(toTenths(lower), 1)}; ${format.number(toTenths(upper), 1)}]`;
}

/** A q value to stand after a number: «, q = 0,004»; nothing where there is none. */
export function sayQ(format: Format, q: number | null): string {
  if (q === null) return '';
  return q < 0.001 ? `, q < ${format.number(0.001, 3)}` : `, q = ${format.number(q, 3, false)}`;
}

function subject({ block, direction, grade }: FindingWords): string {
  const part =
    direction !== null ? `Направление «${direction}»` : block !== null ? `Блок ${block}` : '';
  const pupils = grade === null ? '' : `${grade}-е классы`;
  return [part, pupils].filter(Boolean).join(', ') || 'Вся программа';
}

function sayChange({ change, interval, q, format }: FindingWords): string {
  if (change === null || interval === null) return '';
  return `${inPoints(format, change)} ${sayRange(format, interval)}${sayQ(format, q)}`;
}

function sayDifference({ change, interval, q, format, difference, bound }: FindingWords): string {
  if (change === null) return '';
  const range = interval ? ` [${bound(interval[0])}; ${bound(interval[1])}]` : '';
  return `${difference(change)}${range}${sayQ(format, q)}`;
}

function compareMeasure(words: FindingWords): FindingSentence {
  const { params, format, measure, value, period, yearAgo } = words;
  const { before = 0, after = 0, x, n = 0, xBefore, nBefore = 0 } = params;
  const counts =
    x === undefined || xBefore === undefined
      ? `n = ${format.number(n)} за ${period}, ${format.number(nBefore)} за ${yearAgo}`
      : `${count(format, x, n)} за ${period}, ${count(format, xBefore, nBefore)} за ${yearAgo}`;
  return {
    title: `${measure}: ${value(after)} против ${value(before)} год назад`,
    detail: `${sayDifference(words)} · ${counts}`,
  };
}

function listNames(format: Format, names: readonly string[]): string {
  const shown = names.slice(0, mostNames);
  const rest = names.length - shown.length;
  return format.list(rest > 0 ? [...shown, `ещё ${rest}`] : shown);
}

/** Sentences of the findings in Russian. */
export const findings = {
  change: (words: FindingWords): FindingSentence => {
    const { params, format, period, yearAgo } = words;
    return {
      title: `${subject(words)}: охват ${percent(format, params['after'])} против ${percent(format, params['before'])} год назад`,
      detail: `${sayChange(words)} · ${count(format, params['x'], params['n'])} за ${period}, ${count(format, params['xBefore'], params['nBefore'])} за ${yearAgo}`,
    };
  },
  measure: compareMeasure,
  retention: compareMeasure,
  trend: (words: FindingWords): FindingSentence => {
    const { params, format, interval, q } = words;
    const { slope = 0, periods = 0, years = 0 } = params;
    const way = slope > 0 ? 'вверх' : 'вниз';
    const range = interval ? ` ${sayRange(format, interval)}` : '';
    return {
      title: `${subject(words)}: тренд охвата ${way}, ${inPoints(format, slope)} за год`,
      detail: `Наклон${range}${sayQ(format, q)} · точный сезонный критерий Кендалла, ${format.number(periods)} ${pluralRu(periods, 'период', 'периода', 'периодов')} за ${format.number(years)} ${pluralRu(years, 'учебный год', 'учебных года', 'учебных лет')}`,
    };
  },
  level: (words: FindingWords): FindingSentence => {
    const { params, format, period } = words;
    return {
      title: `${subject(words)}: охват ${percent(format, params['own'])} против ${percent(format, params['rest'])} в остальных параллелях`,
      detail: `${sayChange(words)} · ${count(format, params['x'], params['n'])} за ${period}`,
    };
  },
  steady: (words: FindingWords): FindingSentence => {
    const { params, format, period, yearAgo } = words;
    const margin = format.number(toTenths(params['margin'] ?? 0), 0);
    return {
      title: `${subject(words)}: охват тот же, что год назад, с точностью до ${margin} п.${noBreak}п.`,
      detail: `${sayChange({ ...words, q: null })} · ${count(format, params['x'], params['n'])} за ${period}, ${count(format, params['xBefore'], params['nBefore'])} за ${yearAgo}`,
    };
  },
  mix: (words: FindingWords): FindingSentence => {
    const { params, format, change } = words;
    const { rate = 0, rateLower = 0, rateUpper = 0, mix = 0 } = params;
    return {
      title: `${subject(words)}: охват ${percent(format, params['after'])} против ${percent(format, params['before'])} — разница в составе параллелей`,
      detail: `Всего ${inPoints(format, change ?? rate + mix)}: на состав приходится ${inPoints(format, mix)}, на охват внутри параллелей ${inPoints(format, rate)} ${sayRange(format, [rateLower, rateUpper])} · ${count(format, params['x'], params['n'])}`,
    };
  },
  masked: (words: FindingWords): FindingSentence => {
    const { params, format, block } = words;
    const { total = 0, totalLower = 0, totalUpper = 0 } = params;
    const whole = block === null ? 'по всей программе' : 'по всему блоку';
    return {
      title: `${subject(words)}: охват ${percent(format, params['after'])} против ${percent(format, params['before'])}, ${whole} этого не видно`,
      detail: `${sayChange(words)} · ${count(format, params['x'], params['n'])}; ${whole} ${inPoints(format, total)} ${sayRange(format, [totalLower, totalUpper])}`,
    };
  },
  'outlier-class': ({ params, names, format, q }: FindingWords): FindingSentence => {
    const { own = 0, all = 0, lower = 0, upper = 0 } = params;
    const side = own < lower ? 'ниже' : 'выше';
    return {
      title: `${names[0] ?? ''}: охват ${percent(format, own)}, ${side} границ для класса такой величины`,
      detail: `${count(format, params['x'], params['n'])} при охвате ${percent(format, all)} по всем классам · границы 99,8${noBreak}%: от ${percent(format, lower)} до ${percent(format, upper)}${sayQ(format, q)}`,
    };
  },
  'silent-partner': ({ params, names, format, schoolYear }: FindingWords): FindingSentence => {
    const { silent = 0, inForce = 0, onceActive = 0 } = params;
    const who = pluralRu(silent, 'партнёр', 'партнёра', 'партнёров');
    const before =
      onceActive > 0
        ? ` · раньше мероприятия были у ${format.number(onceActive)} ${pluralRu(onceActive, 'партнёра', 'партнёров', 'партнёров')}`
        : '';
    return {
      title: `${format.number(silent)} ${who} с действующим договором — без мероприятий с начала ${schoolYear} учебного года`,
      detail: `Действующих договоров: ${format.number(inForce)}${before} · ${listNames(format, names)}`,
    };
  },
  'new-partner': ({ params, names, format, schoolYear }: FindingWords): FindingSentence => {
    const { fresh = 0, events = 0 } = params;
    const who = pluralRu(fresh, 'партнёр', 'партнёра', 'партнёров');
    const held = pluralRu(events, 'мероприятие', 'мероприятия', 'мероприятий');
    return {
      title: `${format.number(fresh)} ${who} с первыми мероприятиями в ${schoolYear} учебном году`,
      detail: `${format.number(events)} ${held} · ${listNames(format, names)}`,
    };
  },
  'white-spot': ({ params, direction, format, period, yearAgo }: FindingWords): FindingSentence => {
    const { events = 0, yearAgo: former = 0 } = params;
    const others = pluralRu(events, 'мероприятие', 'мероприятия', 'мероприятий');
    const held =
      former > 0
        ? `здесь за ${yearAgo} их было ${format.number(former)}`
        : yearAgo === ''
          ? ''
          : 'здесь год назад их тоже не было';
    return {
      title: `Направление «${direction ?? ''}»: ни одного мероприятия за ${period}`,
      detail: `В остальных направлениях — ${format.number(events)} ${others}${held && `; ${held}`}`,
    };
  },
  'data-gap': {
    everything: ({ period }: FindingWords): FindingSentence => ({
      title: `Нет данных за ${period}`,
      detail: 'Не загружены ни списки классов, ни записи об участии за это время',
    }),
    roll: ({ period, params, format }: FindingWords): FindingSentence => ({
      title: `Нет списков классов за ${period}`,
      detail: `Без них доли не считаются. Записей об участии за это время: ${format.number(params['participations'] ?? 0)}`,
    }),
    participations: ({ period, params, format }: FindingWords): FindingSentence => ({
      title: `Нет записей об участии за ${period}`,
      detail: `В списках классов за это время ${format.number(params['roll'] ?? 0)} ${pluralRu(params['roll'] ?? 0, 'учащийся', 'учащихся', 'учащихся')}; об охвате ничего сказать нельзя`,
    }),
    unmatched: ({ period, params, format }: FindingWords): FindingSentence => ({
      title: `Для ${percent(format, params['share'])} записей об участии за ${period} в списках классов нет учащегося`,
      detail: `${count(format, params['unmatched'], params['participations'])} · в охват они не входят`,
    }),
    block: ({ block, period, yearAgo }: FindingWords): FindingSentence => ({
      title: `Блок ${block ?? ''}: нет записей об участии за ${period}`,
      detail: `За ${yearAgo} они были; охват всей программы с прошлым годом не сравнивается`,
    }),
  },
  /** When nothing stands out; `params`: before, after, x, n, detectable. */
  calm: ({ params, format, period, yearAgo }: FindingWords): FindingSentence => ({
    title: 'Изменений, которые выходят за пределы погрешности, не видно',
    detail: `Охват ${percent(format, params['after'])} за ${period}, ${percent(format, params['before'])} за ${yearAgo} · при таком числе учащихся заметна разница от ${format.number((params['detectable'] ?? 0) * 100, 1)} п.${noBreak}п.`,
  }),
};

/** Shape of the findings' sentences in every language. */
export type FindingSentences = typeof findings;
