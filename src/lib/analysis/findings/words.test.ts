import { describe, expect, it } from 'vitest';
import { findings as english } from '#lib/i18n/en/findings.ts';
import { locales } from '#lib/i18n/locale.ts';
import { findings as russian, type FindingSentence } from '#lib/i18n/ru/findings.ts';
import { defaultProgramme } from '#lib/programme/default.ts';
import type { Finding } from './finding.ts';
import { sayCalm, sayFinding, type Speech } from './words.ts';

/** Speech in which every measure is a share. */
function speechOf(language: 'ru' | 'en', findings: Speech['t']['findings']): Speech {
  const { t, format } = locales[language];
  return {
    t: { ...t, findings },
    format,
    measureWords: (id) => ({
      measure: t.measures.words[id].name,
      value: (value) => format.percent(value),
      difference: (value) => format.signed(value * 100, 1),
      bound: (value) => format.number(value * 100, 1),
    }),
  };
}

const speeches = {
  ru: speechOf('ru', russian),
  en: speechOf('en', english),
} satisfies Record<string, Speech>;

const base: Finding = {
  kind: 'change',
  strength: 0.03,
  measure: 'M01',
  slice: [{ dimension: 'block', values: ['II'], excluded: false }],
  period: 11,
  yearAgo: 7,
  params: { before: 0.31, after: 0.3818, x: 428, n: 1121, xBefore: 345, nBefore: 1113 },
  estimate: { value: 0.071829, lower: 0.032389, upper: 0.110949 },
  q: 0.0038,
  n: 1121,
  names: [],
  view: 'slope',
  link: { measure: 'M01', by: [], grain: 'term', times: [11], selection: [], compare: 'year-ago' },
};

const gap = (number: number, params: Finding['params'] = {}): Finding => ({
  ...base,
  kind: 'data-gap',
  estimate: null,
  q: null,
  params: { gap: number, ...params },
});

const all: readonly Finding[] = [
  base,
  {
    ...base,
    kind: 'mix',
    slice: [{ dimension: 'block', values: ['III'], excluded: false }],
    params: { ...base.params, rate: -0.00001, rateLower: -0.027, rateUpper: 0.028, mix: 0.0213 },
    estimate: { value: 0.0213, lower: -0.008, upper: 0.051 },
    q: 0.47,
  },
  {
    ...base,
    kind: 'masked',
    slice: [
      { dimension: 'block', values: ['I'], excluded: false },
      { dimension: 'grade', values: [7], excluded: false },
    ],
    params: { ...base.params, total: -0.0001, totalLower: -0.041, totalUpper: 0.04 },
    estimate: { value: -0.1904, lower: -0.2847, upper: -0.091 },
  },
  {
    ...base,
    kind: 'outlier-class',
    names: ['8Б'],
    params: { own: 0.0769, x: 2, n: 26, all: 0.657, lower: 0.346, upper: 0.923 },
    q: 1e-8,
  },
  {
    ...base,
    kind: 'silent-partner',
    names: ['ЦДТур «Азимут»', 'Кинотеатр «Луч»', 'ЗИС', 'Зал «Грань»'],
    params: { silent: 4, inForce: 39, onceActive: 1 },
  },
  {
    ...base,
    kind: 'white-spot',
    slice: [{ dimension: 'direction', values: ['informational'], excluded: false }],
    params: { events: 84, yearAgo: 0 },
  },
  {
    ...base,
    kind: 'measure',
    measure: 'M14',
    slice: [],
    params: { before: 0.3, after: 0.37, x: 273, n: 737, xBefore: 200, nBefore: 692 },
  },
  {
    ...base,
    kind: 'retention',
    measure: 'M09',
    slice: [],
    params: { before: 0.66, after: 0.72, n: 774, nBefore: 700 },
  },
  {
    ...base,
    kind: 'trend',
    slice: [],
    params: { slope: -0.025, periods: 12, years: 3 },
    estimate: { value: -0.025, lower: -0.035, upper: -0.01 },
    q: 0.018,
  },
  {
    ...base,
    kind: 'level',
    slice: [{ dimension: 'grade', values: [9], excluded: false }],
    params: { own: 0.8, rest: 0.625, x: 128, n: 160 },
  },
  {
    ...base,
    kind: 'new-partner',
    names: ['Планетарий'],
    params: { fresh: 1, inForce: 40, events: 3 },
  },
  { ...base, kind: 'steady', params: { ...base.params, margin: 0.05 }, q: 0.9 },
  gap(0, { participations: 12 }),
  gap(1, { roll: 21 }),
  gap(2, { unmatched: 112, participations: 2150, share: 112 / 2150 }),
  gap(3),
  gap(4),
];

/** Title and detail on two lines, no-break spaces as plain ones. */
const plain = ({ title, detail }: FindingSentence) =>
  `${title}\n${detail}`.replaceAll('\u00a0', ' ');

describe('findings in words', () => {
  it('says them in Russian', () => {
    expect(all.map((finding) => plain(sayFinding(finding, speeches.ru, defaultProgramme))))
      .toMatchInlineSnapshot(`
        [
          "Блок II: охват 38,2 % против 31,0 % год назад
        +7,2 п. п. [3,2; 11,1], q = 0,004 · 428 из 1 121 за IV четверть 2025/26, 345 из 1 113 за IV четверть 2024/25",
          "Блок III: охват 38,2 % против 31,0 % — разница в составе параллелей
        Всего +2,1 п. п.: на состав приходится +2,1 п. п., на охват внутри параллелей 0,0 п. п. [−2,7; 2,8] · 428 из 1 121",
          "Блок I, 7-е классы: охват 38,2 % против 31,0 %, по всему блоку этого не видно
        −19,0 п. п. [−28,5; −9,1], q = 0,004 · 428 из 1 121; по всему блоку 0,0 п. п. [−4,1; 4,0]",
          "8Б: охват 7,7 %, ниже границ для класса такой величины
        2 из 26 при охвате 65,7 % по всем классам · границы 99,8 %: от 34,6 % до 92,3 %, q < 0,001",
          "4 партнёра с действующим договором — без мероприятий с начала 2025/26 учебного года
        Действующих договоров: 39 · раньше мероприятия были у 1 партнёра · ЦДТур «Азимут», Кинотеатр «Луч», ЗИС и ещё 1",
          "Направление «информационное»: ни одного мероприятия за IV четверть 2025/26
        В остальных направлениях — 84 мероприятия; здесь год назад их тоже не было",
          "В двух и более блоках: 37,0 % против 30,0 % год назад
        +7,2 [3,2; 11,1], q = 0,004 · 273 из 737 за IV четверть 2025/26, 200 из 692 за IV четверть 2024/25",
          "Удержание: 72,0 % против 66,0 % год назад
        +7,2 [3,2; 11,1], q = 0,004 · n = 774 за IV четверть 2025/26, 700 за IV четверть 2024/25",
          "Вся программа: тренд охвата вниз, −2,5 п. п. за год
        Наклон [−3,5; −1,0], q = 0,018 · точный сезонный критерий Кендалла, 12 периодов за 3 учебных года",
          "9-е классы: охват 80,0 % против 62,5 % в остальных параллелях
        +7,2 п. п. [3,2; 11,1], q = 0,004 · 128 из 160 за IV четверть 2025/26",
          "1 партнёр с первыми мероприятиями в 2025/26 учебном году
        3 мероприятия · Планетарий",
          "Блок II: охват тот же, что год назад, с точностью до 5 п. п.
        +7,2 п. п. [3,2; 11,1] · 428 из 1 121 за IV четверть 2025/26, 345 из 1 113 за IV четверть 2024/25",
          "Нет списков классов за IV четверть 2025/26
        Без них доли не считаются. Записей об участии за это время: 12",
          "Нет записей об участии за IV четверть 2025/26
        В списках классов за это время 21 учащийся; об охвате ничего сказать нельзя",
          "Для 5,2 % записей об участии за IV четверть 2025/26 в списках классов нет учащегося
        112 из 2 150 · в охват они не входят",
          "Блок II: нет записей об участии за IV четверть 2025/26
        За IV четверть 2024/25 они были; охват всей программы с прошлым годом не сравнивается",
          "Нет данных за IV четверть 2025/26
        Не загружены ни списки классов, ни записи об участии за это время",
        ]
      `);
  });

  it('says them in English', () => {
    expect(all.map((finding) => plain(sayFinding(finding, speeches.en, defaultProgramme))))
      .toMatchInlineSnapshot(`
        [
          "Block II: reach 38.2% against 31.0% a year ago
        +7.2 pp [3.2; 11.1], q = 0.004 · 428 of 1,121 in quarter IV of 2025/26, 345 of 1,113 in quarter IV of 2024/25",
          "Block III: reach 38.2% against 31.0%, a difference in the sizes of grades
        +2.1 pp in all: sizes of grades +2.1 pp, reach within grades 0.0 pp [−2.7; 2.8] · 428 of 1,121",
          "Block I, grade 7: reach 38.2% against 31.0%, which the whole block does not show
        −19.0 pp [−28.5; −9.1], q = 0.004 · 428 of 1,121; the whole block 0.0 pp [−4.1; 4.0]",
          "8Б: reach 7.7%, below the limits for a class of this size
        2 of 26, with 65.7% in all classes · 99.8% limits: 34.6% to 92.3%, q < 0.001",
          "4 partners under contract without events since the school year 2025/26 began
        Contracts in force: 39 · 1 of the partners held events before · ЦДТур «Азимут», Кинотеатр «Луч», ЗИС, and 1 more",
          "Direction “informational”: not one event in quarter IV of 2025/26
        The other directions held 84 events; here there were none a year ago either",
          "In two or more blocks: 37.0% against 30.0% a year ago
        +7.2 [3.2; 11.1], q = 0.004 · 273 of 737 in quarter IV of 2025/26, 200 of 692 in quarter IV of 2024/25",
          "Retention: 72.0% against 66.0% a year ago
        +7.2 [3.2; 11.1], q = 0.004 · n = 774 in quarter IV of 2025/26, 700 in quarter IV of 2024/25",
          "Whole programme: downward trend of reach, −2.5 pp a year
        Slope [−3.5; −1.0], q = 0.018 · exact seasonal Kendall test, 12 periods in 3 school years",
          "Grade 9: reach 80.0% against 62.5% in the other grades
        +7.2 pp [3.2; 11.1], q = 0.004 · 128 of 160 in quarter IV of 2025/26",
          "1 partner with their first events in the school year 2025/26
        3 events · Планетарий",
          "Block II: reach the same as a year ago, within 5 pp
        +7.2 pp [3.2; 11.1] · 428 of 1,121 in quarter IV of 2025/26, 345 of 1,113 in quarter IV of 2024/25",
          "No class rolls for quarter IV of 2025/26
        Shares cannot be counted without them. Participations recorded for that time: 12",
          "No participations recorded for quarter IV of 2025/26
        The class rolls of that time hold 21 pupils; nothing can be said of reach",
          "5.2% of the participations in quarter IV of 2025/26 found no pupil in the class rolls
        112 of 2,150 · they do not count towards reach",
          "Block II: no participations recorded for quarter IV of 2025/26
        There were some in quarter IV of 2024/25; reach of the whole programme is not compared with last year",
          "Nothing recorded for quarter IV of 2025/26
        Neither class rolls nor participations of that time have been loaded",
        ]
      `);
  });

  it('keeps numbers and their units on one line', () => {
    const { detail } = sayFinding(base, speeches.ru, defaultProgramme);
    expect(detail).toContain('п.\u00a0п.');
    expect(detail).toContain('1\u00a0121');
  });

  it('says that nothing stands out', () => {
    const calm = {
      period: 11,
      yearAgo: 7,
      before: { x: 700, n: 1113 },
      after: { x: 710, n: 1121 },
      detectable: 0.0402,
    };
    expect(Object.values(speeches).map((speech) => plain(sayCalm(calm, speech, defaultProgramme))))
      .toMatchInlineSnapshot(`
        [
          "Изменений, которые выходят за пределы погрешности, не видно
        Охват 63,3 % за IV четверть 2025/26, 62,9 % за IV четверть 2024/25 · при таком числе учащихся заметна разница от 4,0 п. п.",
          "No changes beyond the margin of error can be seen
        Reach 63.3% in quarter IV of 2025/26, 62.9% in quarter IV of 2024/25 · with this many pupils a difference of 4.0 pp or more would show",
        ]
      `);
  });

  it('never names a cause, speaks of a trend only where one was tested, and leaves no hole', () => {
    const causal =
      /из-за|благодаря|привел|повлия|вызва|следстви|поэтому|за счёт|because|due to|thanks to|caused|led to|driven by|as a result|owing to/i;
    for (const speech of Object.values(speeches)) {
      for (const finding of all) {
        const { title, detail } = sayFinding(finding, speech, defaultProgramme);
        expect(`${title} ${detail}`).not.toMatch(causal);
        if (finding.kind !== 'trend') expect(`${title} ${detail}`).not.toMatch(/тренд|trend/i);
        expect(`${title} ${detail}`).not.toMatch(/undefined|NaN|Infinity|null|−0[,.]0 | {2}/);
      }
    }
  });
});
