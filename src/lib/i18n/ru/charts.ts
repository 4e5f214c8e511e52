import type { Absence } from '#lib/model/result.ts';
import { pluralRu } from '../plural.ts';

const absence: Record<Absence, string> = {
  'no-roll': 'нет списка учеников',
  'too-few': 'мало данных',
  'no-records': 'нет записей',
  'no-pairs': 'нет пар «до — после»',
  'no-contracts': 'нет договоров',
  'no-plan': 'нет плана',
  'no-before': 'не с чем сравнить: год назад нет записей',
  'no-spread': 'входные баллы одинаковы',
  'no-split': 'у учеников не указаны параллель или пол',
  'all-zero': 'все значения — нули',
  'other-pupils': 'показатель о других учениках',
  'incomplete-index': 'индекс неполон',
  'no-weights': 'веса индекса в сумме дают ноль',
  'no-scale': 'у шкалы части одно значение и для 0, и для 100',
  'not-divisible': 'в этом разрезе не считается',
  withheld: 'скрыто',
};

/** A sentence with its full stop, which an abbreviation at its end may already hold. */
const closed = (text: string): string => (text.endsWith('.') ? text : `${text}.`);

/** Sentences of the part «charts» in Russian. */
export const charts = {
  absence,
  noData: 'нет данных',
  soThatNobody: 'чтобы никого нельзя было узнать',
  withheldOf: (count: string, of: string): string =>
    `Скрыто чисел: ${count} из ${of}, чтобы никого нельзя было узнать.`,
  notWhole: 'не целое',
  shownOf: (count: string, of: string): string => `показаны ${count} из ${of}, все — в таблице`,
  notInSnapshot: {
    waterfall:
      'Разложение изменения в снимок не кладётся: по его шагам можно вычислить скрытые числа групп. Возьмите столбцы или «Было и стало».',
    parts:
      'Состав индекса в снимок не кладётся: по частям можно вычислить скрытые числа. Возьмите линию самого индекса.',
    flows:
      'Переходы в снимок не кладутся: ширина лент выдаёт скрытые числа. Возьмите таблицу или столбцы.',
    network:
      'Связи партнёров в снимок не кладутся: толщина линий и места кружков выдают скрытые числа. Возьмите столбцы по партнёрам.',
    distribution:
      'Разброс учеников в снимок не кладётся: в нём видно каждого ученика. Возьмите столбцы или таблицу.',
    calendar:
      'Календарь событий в снимок не кладётся: по дню можно узнать, кто в нём участвовал. Возьмите линии или слои по времени.',
    'not-divisible': 'В этом разрезе показатель не считается.',
    nothing: 'Показывать нечего: за выбранное время нет ни одного числа.',
  },
  interval: (lower: string, upper: string): string => `[${lower}; ${upper}]`,
  of: (x: string, n: string): string => `${x} из ${n}`,
  nIs: (n: string): string => `n\u00a0=\u00a0${n}`,
  before: {
    'year-ago': (value: string): string => `год назад ${value}`,
    previous: (value: string): string => `в прошлый период ${value}`,
  },
  change: {
    'year-ago': (value: string): string => `за год ${value}`,
    previous: (value: string): string => `к прошлому периоду ${value}`,
  },
  stands: 'больше, чем можно объяснить случаем',
  qIs: (q: string): string => `q\u00a0=\u00a0${q}`,
  qBelow: (q: string): string => `q\u00a0<\u00a0${q}`,
  matched: 'те же ученики',
  detectable: (size: string): string => `при таком n заметно изменение от ±${size}`,
  seriesColon: (series: string): string => `${series}: `,
  more: (count: number): string => `Показать ещё ${count}`,
  fewer: 'Свернуть',
  picture: 'График',
  table: 'Таблица',
  viewLabel: 'Вид',
  columns: {
    period: 'Период',
    series: 'Ряд',
    value: (unit: string): string => (unit === '' ? 'Значение' : `Значение, ${unit}`),
    x: 'x',
    n: 'n',
    nThen: 'n тогда',
    interval: '95 % интервал',
    before: { 'year-ago': 'Год назад', previous: 'Прошлый период' },
    change: { 'year-ago': 'За год', previous: 'К прошлому периоду' },
    q: 'q',
    whom: 'Кто',
    share: 'Доля целого',
    from: 'Откуда',
    to: 'Куда',
    pupils: 'Учеников',
    partner: 'Партнёр',
    link: 'С кем связан',
    least: 'Наименьшее',
    quartile: (order: 1 | 3): string => (order === 1 ? '1-й квартиль' : '3-й квартиль'),
    medianOf: (unit: string): string => (unit === '' ? 'Медиана' : `Медиана, ${unit}`),
    largest: 'Наибольшее',
    day: 'День',
    events: 'Событий',
    began: 'Из них начались',
    limits: (coverage: string): string => `Пределы ${coverage}`,
    group: 'Группа',
    rate: 'Своё изменение',
    mix: 'Состав',
    sizeBefore: 'n было',
    sizeAfter: 'n стало',
    was: (unit: string): string => (unit === '' ? 'Было' : `Было, ${unit}`),
    became: (unit: string): string => (unit === '' ? 'Стало' : `Стало, ${unit}`),
    slice: 'Срез',
    part: 'Часть',
    raw: 'Показатель',
    score: 'Балл',
    weight: 'Вес',
    contribution: 'Вклад',
    variants: '90 % вариантов',
  },
  signs: {
    band: 'полоса — 95-процентный интервал',
    whisker: 'усы — 95-процентный интервал',
    hatch: 'штриховка — мало данных',
    withheld: 'клетчатая штриховка — скрыто, чтобы никого нельзя было узнать',
    withheldBefore: 'прошлого значения нет — оно скрыто, чтобы никого нельзя было узнать',
    gap: 'разрыв — нет данных',
    empty: 'пусто — нет данных',
    dot: 'точка — изменение больше, чем можно объяснить случаем',
    tick: 'черта — год назад',
    tickPrevious: 'черта — прошлый период',
    break: 'ось начинается не с нуля',
    strong: 'толстая линия — изменение больше, чем можно объяснить случаем',
    notCompared: 'линии нет — не с чем сравнить',
    funnel: 'линии — общая доля и пределы 95 и 99,8 %, в которых её держит случай',
    outside: 'полный кружок с именем — за пределами 99,8 %',
    notRanked: 'внутри пределов порядок ничего не значит',
    pair: 'пустой кружок — было, полный — стало',
    pairWhisker: 'усы — 95-процентный интервал изменения',
    matched: 'те же ученики в оба времени',
    unmatched: 'ученики не те же: состав мог измениться',
    rate: 'полная стрелка — изменились сами группы',
    mix: 'пустая стрелка — изменились размеры групп',
    ownAxis: 'ноль — значение до изменения',
    segments: 'отрезок — вес, умноженный на балл',
    variants: 'точка и усы — индекс и 90 % вариантов весов и методов',
    incomplete: 'неполный — вес недостающей части разделён между остальными',
    layers: 'толщина слоя — часть, верхний край — целое',
    layersOfShares: 'слои — доли целого',
    layersPartly: 'где сверху штриховка, верхний край — ещё не целое',
    sharesUnknown: 'где штриховка, долей нет: целое неизвестно',
    dots: 'кружок — было, треугольник — стало: вверх — больше, вниз — меньше, ромб — столько же',
    dotsStrong: 'залитый треугольник — изменение больше, чем можно объяснить случаем',
    pupilWidth: 'ширина ленты — число учеников',
    manyBlocks: 'ученик с двумя блоками идёт двумя лентами',
    linkEvents: 'толщина линии — число событий',
    linkParticipations: 'толщина линии — число участий',
    box: 'ящик — средняя половина учеников (квартили по определению 7 Хайндмана и Фэна), черта в нём — медиана, усы — от наименьшего до наибольшего',
    pupilDot: 'точка — ученик',
    pupilDots: 'столбик точек — ученики с близкими значениями',
    noBox: 'без ящика — меньше десяти учеников',
    dayShade:
      'чем сильнее цвет дня, тем больше событий; что идёт дольше двух недель — в день начала',
    ownScales: 'у каждого графика своя шкала, высоты между ними не сравнить',
  },
  keys: 'Стрелки влево и вправо — по времени, вверх и вниз — между рядами, Enter — выбрать.',
  keysRanked: 'Стрелки вверх и вниз — между столбцами, Enter — выбрать.',
  keysRows: 'Стрелки вверх и вниз — между строками, Enter — выбрать.',
  keysEnds: 'Стрелки вверх и вниз — между рядами, Enter — выбрать.',
  keysSizes: 'Стрелки влево и вправо — от малых групп к большим, Enter — выбрать.',
  keysParts: 'Стрелки влево и вправо — по частям, вверх и вниз — между столбцами, Enter — выбрать.',
  keysFlows:
    'Стрелки влево и вправо — между лентами одного блока, вверх и вниз — между блоками, Enter — выбрать.',
  keysNetwork: 'Стрелки вверх и вниз — между партнёрами, вправо — по их связям, Enter — выбрать.',
  keysDots:
    'Стрелки влево и вправо — от малых значений к большим, вверх и вниз — между группами, Enter — выбрать.',
  keysDays:
    'Стрелки влево и вправо — по дням недели, вверх и вниз — по неделям, Enter — показать события дня.',
  keysGroups:
    'Стрелки влево и вправо — внутри группы, вверх и вниз — между группами, Enter — выбрать.',
  kinds: {
    trend: 'Линии по времени',
    multiples: 'Малые графики по времени',
    matrix: 'Таблица по времени',
    bars: 'Столбцы по величине',
    stacked: 'Слои по времени',
    dumbbell: 'Было и стало',
    flows: 'Переходы',
    network: 'Связи партнёров',
    distribution: 'Разброс учеников',
    calendar: 'Календарь событий',
    slope: 'Линии от времени ко времени',
    funnel: 'Воронка',
    cohort: 'Было и стало у тех же учеников',
    waterfall: 'Из чего сложилось изменение',
    parts: 'Из чего сложился индекс',
  },
  seriesCount: (count: number): string => `${count} ${pluralRu(count, 'ряд', 'ряда', 'рядов')}`,
  periodCount: (count: number): string =>
    `${count} ${pluralRu(count, 'период', 'периода', 'периодов')}`,
  describe: (kind: string, name: string, size: string): string => `${kind}: ${name}, ${size}.`,
  lastly: (period: string, values: string): string => `${period}: ${values}.`,
  changedSince: (period: string, changes: string): string =>
    closed(`К времени «${period}»: ${changes}`),
  notCompared: 'Сравнения нет.',
  funnel: {
    axis: 'размер группы, n',
    overall: (value: string): string => `вместе ${value}`,
    limit: (coverage: string): string => coverage,
    notShare: 'Воронка строится только по долям, а здесь не доли.',
    single: 'Для воронки нужны хотя бы две группы с числом.',
    withheld: (count: number): string =>
      `${count} ${pluralRu(count, 'группа', 'группы', 'групп')} без числа`,
    hidden: (count: number): string =>
      `${count} ${pluralRu(count, 'группа скрыта', 'группы скрыты', 'групп скрыто')}`,
    hiddenAre: (names: string): string => `Скрыто, чтобы никого нельзя было узнать: ${names}.`,
    inside: 'в пределах случая',
    warning: 'за пределами 95 %, но в пределах 99,8 %',
    above: 'выше предела 99,8 %',
    below: 'ниже предела 99,8 %',
    lead: (overall: string): string => `Вместе ${overall}.`,
    outsideAre: (names: string): string => `За пределами 99,8 %: ${names}.`,
    noneOutside: 'За пределами 99,8 % никого нет.',
  },
  contribution: {
    rates: 'Изменились сами группы',
    headed: (head: string, change: string): string => `${head}: ${change}`,
    mix: 'Изменились размеры групп',
    mixStep: 'Состав',
    all: 'Все вместе',
    others: (count: number): string => `прочие (${count})`,
    sizes: (before: string, after: string): string => `n ${before} → ${after}`,
    rates12: (before: string, after: string): string => `${before} → ${after}`,
    absent: { before: 'раньше не было', after: 'больше нет' },
    ofAll: (before: string, after: string): string => `доля среди всех ${before} → ${after}`,
    summed: (names: string): string => `вместе: ${names}`,
    total: (value: string, change: string): string => `${value} (${change})`,
    describe: (before: string, after: string, change: string, rate: string, mix: string): string =>
      closed(`${before} → ${after}, изменение ${change}: сами группы ${rate}, состав ${mix}`),
  },
  parts: {
    total: 'Индекс',
    range: (low: string, high: string): string => `90 % вариантов: от ${low} до ${high}`,
    contribution: (value: string): string => `вклад ${value}`,
    score: (score: string, weight: string): string => `балл ${score} × вес ${weight}`,
    raw: (raw: string): string => `значение ${raw}`,
    incomplete: 'неполный',
    without: (names: string): string => `нет: ${names}`,
    missing: (label: string, reason: string): string => `${label} (${reason})`,
    barCount: (count: number): string =>
      `${count} ${pluralRu(count, 'столбец', 'столбца', 'столбцов')}`,
  },
  whole: 'всего',
  rest: (count: number): string => `прочие (${count})`,
  ofWhole: (share: string): string => `${share} целого`,

  flows: {
    before: 'было',
    after: 'стало',
    pupils: (count: number, text: string): string =>
      `${text} ${pluralRu(count, 'ученик', 'ученика', 'учеников')}`,
    ofOrigin: (share: string): string => `${share} тех, кто был здесь`,
    size: (links: number): string =>
      `${links} ${pluralRu(links, 'переход', 'перехода', 'переходов')}`,
    largest: (names: string): string => `Самые большие: ${names}.`,
    nothing: 'переходов нет',
    withheld: 'мало данных: число не показано',
    all: (count: string): string => `все выходящие ленты: ${count}`,
  },
  network: {
    weight: {
      events: (count: number, text: string): string =>
        `${text} ${pluralRu(count, 'событие', 'события', 'событий')}`,
      participations: (count: number, text: string): string =>
        `${text} ${pluralRu(count, 'участие', 'участия', 'участий')}`,
    },
    heads: { events: 'Событий', participations: 'Участий' },
    size: (partners: number, links: number): string =>
      `${partners} ${pluralRu(partners, 'партнёр', 'партнёра', 'партнёров')}, ${links} ${pluralRu(links, 'связь', 'связи', 'связей')}`,
    linked: (count: number): string => `${count} ${pluralRu(count, 'связь', 'связи', 'связей')}`,
    more: (count: number): string =>
      `и ещё ${count} ${pluralRu(count, 'партнёр', 'партнёра', 'партнёров')}`,
    largest: (names: string): string => `Больше всего: ${names}.`,
    partners: 'Партнёры',
    noPartner: 'партнёр не указан',
  },
  distribution: {
    median: (value: string): string => `медиана ${value}`,
    medians: (least: string, largest: string): string => `Медианы групп от ${least} до ${largest}`,
    quartiles: (first: string, third: string): string => `квартили ${first} и ${third}`,
    range: (least: string, largest: string): string => `от ${least} до ${largest}`,
    few: (count: number): string =>
      count === 0
        ? 'учеников с числом нет'
        : `${count} ${pluralRu(count, 'ученик', 'ученика', 'учеников')}: для ящика мало, нужно десять`,
    here: (count: number, text: string): string =>
      `здесь ${text} ${pluralRu(count, 'ученик', 'ученика', 'учеников')}`,
    perDot: (count: number): string =>
      `точка — до ${count} ${pluralRu(count, 'ученика', 'учеников', 'учеников')}`,
    groupCount: (count: number): string =>
      `${count} ${pluralRu(count, 'группа', 'группы', 'групп')}`,
    said: (label: string, words: string): string => `${label}: ${words}`,
  },
  calendar: {
    events: (count: number, text: string): string =>
      `${text} ${pluralRu(count, 'событие', 'события', 'событий')}`,
    none: 'событий нет',
    participations: (count: number, text: string): string =>
      `${text} ${pluralRu(count, 'участие', 'участия', 'участий')}`,
    began: (count: number, text: string): string =>
      count === 0
        ? 'все начались раньше'
        : `из них ${text} ${pluralRu(count, 'началось', 'начались', 'начались')} в этот день`,
    participationsOfBegun: (count: number, text: string): string =>
      `${text} ${pluralRu(count, 'участие', 'участия', 'участий')} в начавшихся`,
    size: (events: string, days: number): string =>
      `${events}, ${days} ${pluralRu(days, 'день', 'дня', 'дней')} с событиями`,
    busiest: (day: string, events: string): string => `Больше всего ${day}: ${events}.`,
    weekdays: ['пн', 'вт', 'ср', 'чт', 'пт', 'сб', 'вс'],
    months: ['янв', 'фев', 'мар', 'апр', 'май', 'июн', 'июл', 'авг', 'сен', 'окт', 'ноя', 'дек'],
    legend: 'событий в день',
  },
  drawing: 'Рисуем график…',
  failed: 'График не нарисовался; те же числа стоят в таблице.',
  nothing: 'Показывать нечего: нет ни одного ряда за выбранное время.',
  grid: {
    loading: 'загрузка…',
    failed: 'Строки не загрузились.',
    retry: 'Повторить',
    sortAscending: 'по возрастанию',
    sortDescending: 'по убыванию',
    rows: (count: string): string => `Строк: ${count}`,
  },
};
