import { pluralRu } from '../plural.ts';

const pupils = (count: number): string => pluralRu(count, 'ученик', 'ученика', 'учеников');
const records = (count: number): string => pluralRu(count, 'запись', 'записи', 'записей');

/** What a statistic counted, as it is written in a step. */
interface StatisticCounts {
  readonly roll: string;
  readonly x: string;
  readonly n: string;
  readonly total: string;
  readonly squares: string;
}

/** What a statistic counts, in words, and the arithmetic that makes its number of them; null where that is counted at once. */
interface StatisticWords {
  readonly counted: Partial<Omit<StatisticCounts, 'roll'>>;
  readonly arithmetic: ((counts: StatisticCounts) => string) | null;
}

/** The two groups of a difference. */
interface GroupWords {
  readonly first: string;
  readonly second: string;
}

/** Sentences of the screen «Методика», in Russian. */
export const methods = {
  title: 'Методика',
  lead: 'Как считается каждый показатель: формула, источник и пример на ваших данных, шаг за шагом до самой записи.',
  list: 'Показатели',
  measure: 'Показатель',
  all: 'Все показатели',
  search: 'Найти показатель',
  searchHint: 'охват или M09',
  found: (count: number, text: string): string =>
    `${text} ${pluralRu(count, 'показатель', 'показателя', 'показателей')}`,
  nothing: (text: string): string => `Показателя «${text}» нет. Попробуйте другое слово или номер.`,
  unknown: (id: string): string =>
    `Показателя «${id}» нет: возможно, адрес устарел. Ниже все, какие есть.`,
  task: (id: string): string => `Задача ${id}`,
  noTask: 'Ко всем задачам',
  alsoTasks: (count: number, ids: string): string =>
    count === 1 ? `также задача ${ids}` : `также задачи ${ids}`,
  toExplore: 'Открыть в анализе',
  print: 'Напечатать',

  formula: 'Формула',
  numerator: 'Числитель',
  denominator: 'Знаменатель',
  fractionSpoken: (over: string, under: string): string => `${over}, делить на: ${under}`,
  isEqual: '=',
  facts: 'Как читать',
  unit: 'Единица',
  units: {
    percent: '%, доля от целого',
    pp: 'процентные пункты: разность двух долей',
    coefficient: 'число без единицы',
    count: 'количество',
    participations: 'участия',
    hours: 'часы',
    directions: 'направления',
    points: 'баллы достижений',
    score: 'баллы методики',
    partners: 'партнёры',
    events: 'мероприятия',
    cells: 'клетки «класс × блок»',
    index: 'от 0 до 100',
  },
  better: 'Что считать улучшением',
  goodness: {
    up: 'рост: больше — лучше',
    down: 'снижение: меньше — лучше',
    zero: 'приближение к нулю: важна разница в любую сторону',
    context: 'ни рост, ни снижение: это справка для других показателей',
  },
  minimum: 'Наименьшее n',
  noMinimum: 'без порога: это количество, оно верно при любом n',
  minimums: {
    proportion: (n: string, step: string): string =>
      `${n}. При меньшем n один случай сдвигал бы долю больше чем на ${step}.`,
    mean: (n: string, _step: string): string =>
      `${n}. При меньшем n среднее держалось бы на одном необычном значении.`,
    ratio: (n: string, _step: string): string =>
      `${n}. При меньшем n отношение держалось бы на одном случае.`,
    difference: (n: string, _step: string): string =>
      `${n} в каждой из двух групп. При меньшем n разность держалась бы на одном человеке.`,
    statistic: (n: string, _step: string): string =>
      `${n}. При меньшем n число зависело бы от одной записи.`,
    count: (n: string, _step: string): string => n,
    composite: (n: string, _step: string): string =>
      `${n} учеников в группе. Меньшие группы не получают индекса, а части, у которых n меньше, в него не входят.`,
  },
  minimumPrivacy: 'За таким числом можно было бы узнать ребёнка.',
  oneOnly: 'одного достаточно: показываем, как только есть из чего считать',
  tasks: 'Каким задачам служит',
  everyTask: 'всем: по нему видно, можно ли верить остальным',
  by: 'По чему разбивается',
  byNothing: 'не разбивается: только число целиком',
  grains: 'За какое время',
  grainNames: { term: 'четверть', half: 'полугодие', year: 'учебный год' },
  merging: 'Можно ли складывать',
  mergings: {
    sums: 'Можно складывать то, что посчитано: числители с числителями, знаменатели со знаменателями. Готовые доли и средние не складывают.',
    moments:
      'Можно, пока у частей нет общих учеников: складывают число значений, их сумму и сумму квадратов. Готовые средние не складывают.',
    distinct:
      'Складывать нельзя: один и тот же ученик или партнёр бывает в нескольких частях, поэтому для целого разные считаются заново.',
    recount: 'Складывать нельзя: для целого показатель считается заново по записям.',
  },
  undefinedWhen: 'Когда числа нет',
  always: 'число есть всегда, когда есть записи',
  reasons: {
    'no-roll': 'за это время нет списков классов',
    'too-few': 'n меньше наименьшего',
    'no-records': 'за это время нет записей, из которых он считается',
    'no-pairs': 'нет учеников с обеими диагностиками за учебный год',
    'no-contracts': 'нет действующих договоров',
    'no-plan': 'нет плана мероприятий',
    'no-before': 'нет записей за время, с которым сравнивают',
    'no-spread': 'все входные баллы одинаковы',
    'no-split': 'у учеников не указаны параллель или пол',
    'all-zero': 'все значения — нули',
    'other-pupils': 'в этом разрезе речь о других учениках',
    'incomplete-index': 'есть меньше двух третей частей индекса по весу',
    'no-weights': 'веса индекса в сумме дают ноль',
    'no-scale': 'у части индекса 0 и 100 стоят на одном значении',
    'not-divisible': 'в этом разрезе показатель не считается',
    withheld: 'в снимке число скрыто, чтобы никого нельзя было узнать',
  },
  interval: 'Интервал, 95 %',
  intervals: {
    proportion:
      'Уилсона: остаётся между 0 и 100 % и годится для малых групп (Wilson 1927, JASA 22:209–212).',
    mean: 'Стьюдента: среднее ± t × стандартное отклонение ÷ √n (Student 1908, Biometrika 6:1–25).',
    difference: 'Ньюкома для разности двух долей, метод 10 (Newcombe 1998, Stat Med 17:873–890).',
    ratio: 'не строится: числитель и знаменатель — разные вещи, а не часть и целое.',
    statistic: 'не строится: число описывает то, что записано, и ни на что не обобщается.',
    count: 'не строится: это количество, оно посчитано целиком.',
    composite:
      'доверительного нет; насколько индекс зависит от весов и способа, показано в «Анализе», рядом с его частями.',
  },
  change: 'Изменение',
  changes: {
    proportion:
      'Позже минус раньше, с интервалом Ньюкома (Newcombe 1998, Stat Med 17:873–890). Ученики одного класса участвуют вместе, поэтому n делится на эффект классов (Rao, Scott 1992, Biometrics 48:577–585).',
    mean: 'Позже минус раньше, с интервалом Уэлча (Welch 1947, Biometrika 34:28–35). Ученики одного класса участвуют вместе, поэтому n делится на эффект классов (Rao, Scott 1992, Biometrics 48:577–585).',
    difference: 'Позже минус раньше, без интервала.',
    ratio: 'Позже минус раньше, без интервала.',
    statistic: 'Позже минус раньше, без интервала.',
    count: 'Позже минус раньше, без интервала.',
    composite: 'Позже минус раньше, без интервала и только если оба раза есть одни и те же части.',
  },
  source: 'Источники',
  /** Sources that are no publication. */
  ownSources: {
    programme: 'Программа: веса уровней и результатов',
    definition: 'Определение самого показателя; внешнего источника нет',
  },

  example: 'Пример на ваших данных',
  exampleOf: (subject: string): string => `Пример на ваших данных: ${subject}`,
  noData: 'Здесь будет пример на ваших данных',
  noDataText:
    'Загрузите таблицы за четверть или откройте демонстрацию: число разложится на шаги, от списка классов до отдельных записей.',
  toImport: 'К загрузке',
  computing: 'Считаю по шагам…',
  period: 'Период',
  latest: 'последний с числом',
  grain: 'Промежуток',
  divide: 'Разбить по',
  whole: 'не разбивать',
  member: 'Значение',
  addressProblem: (text: string): string =>
    `В адресе есть то, чего здесь нет: ${text}. Показано остальное.`,
  notThere: 'За это время такого значения нет: выберите другой период или другое значение.',
  never: 'За загруженное время у этого показателя нет ни одного числа.',
  steps: 'Шаги расчёта',
  step: {
    roll: (period: string, who: string): string =>
      who === '' ? `По спискам классов за ${period}` : `По спискам классов за ${period}, ${who}`,
    rollValue: (count: number, text: string): string => `${text} ${pupils(count)}`,
    records: (table: string, period: string): string => `Записи «${table}» за ${period}: считаются`,
    allRecords: (table: string): string => `Записи «${table}»: считаются`,
    recordsValue: (counted: string, of: string): string => `${counted} из ${of}`,
    leftOut: 'Не считаются:',
    people: (count: number, text: string): string =>
      `За ними ${text} ${pluralRu(count, 'разный ученик', 'разных ученика', 'разных учеников')}.`,
    counted: 'Посчитано из этих записей',
    calculation: 'Делим',
    arithmetic: 'Складываем вклады',
    geometric: 'Перемножаем баллы в степени долей веса',
    difference: 'Вычитаем',
    detectable: (change: string): string =>
      `При таких n и с учётом классов заметно изменение от ${change}.`,
    rounded: 'Промежуточные числа показаны округлёнными; считается без округления.',
    statistic: 'По формуле выше',
    interval: 'Интервал, 95 %',
    before: (period: string): string => `Год назад, ${period}`,
    change: 'Изменение за год',
    noBefore: 'Года назад нет в календаре программы, сравнить не с чем',
    nothingBefore: 'записей за это время нет',
    otherLine: 'Сравнить нельзя: год назад измеряли другой методикой или другим её вариантом.',
    otherParts: 'Сравнить нельзя: год назад индекс складывался из других частей.',
    parts: (x: string, n: string): string => `частей ${x} из ${n}`,
    countOf: (what: string): string => `Считаем: ${what}`,
    absent: 'Числа нет',
    restsOn: (n: string): string => `n = ${n}`,
  },
  statistics: {
    M13: {
      counted: { n: 'участий с направлением', x: 'Σ c·ln c, где c — участия направления' },
      arithmetic: ({ n, x }) => `exp(ln ${n} − ${x} ÷ ${n})`,
    },
    M23: {
      counted: {
        n: 'событий с партнёром',
        squares: 'сумма квадратов числа событий каждого партнёра',
      },
      arithmetic: ({ n, squares }) => `${squares} ÷ ${n}²`,
    },
    M36: {
      counted: { n: 'классов', x: 'стандартное отклонение их стянутого охвата' },
      arithmetic: null,
    },
    M37: {
      counted: {
        n: 'участников',
        total: 'их участий',
        x: 'Σ место × участия, где места идут от наименьшего числа участий',
      },
      arithmetic: ({ roll, n, total, x }) =>
        `2 × ((${roll} − ${n}) × ${total} + ${x}) ÷ (${roll} × ${total}) − (${roll} + 1) ÷ ${roll}`,
    },
    M38: {
      counted: { n: 'всего сочетаний', x: 'из них ниже порога или без партнёра' },
      arithmetic: null,
    },
    M41: {
      counted: {
        n: 'учеников в списках теперь',
        total: 'год назад',
        x: 'сумма вкладов групп',
      },
      arithmetic: null,
    },
  } as Readonly<Record<string, StatisticWords>>,
  left: {
    'uncounted-role': 'роль, которая не считается участием (например, зритель)',
    'off-roll': 'ученика нет в списках классов за это время',
    'not-held': 'мероприятие не проведено',
    named: 'у того же мероприятия есть участники по именам',
    'no-hours': 'часы не указаны',
    'no-score': 'балла нет',
    'no-contract': 'договора нет',
    'other-line': 'другая методика или вариант',
    'other-member': 'относятся к другому значению разбивки',
    definition: 'не входят в числитель',
  },
  index: {
    part: 'Часть',
    value: 'Значение',
    goalposts: 'Даёт 0 … 100',
    score: 'Балл',
    share: 'Доля веса',
    contribution: 'Вклад',
    sum: 'Сумма',
    caption: 'Части индекса: значение, путь между порогами, вес и вклад',
    scoreIs:
      'Балл = (значение − «даёт 0») ÷ («даёт 100» − «даёт 0») × 100, не меньше 0 и не больше 100.',
    arithmetic: 'Вклад = доля веса × балл; индекс — сумма вкладов.',
    geometric:
      'Индекс — среднее геометрическое: произведение баллов в степени долей веса; балл меньше 1 считается за 1.',
  },
  groups: {
    M35: { first: 'Охват девочек', second: 'Охват мальчиков' },
  } as Readonly<Record<string, GroupWords>>,
  rows: 'Первые записи за этим числом',
  noRows: 'Отдельных записей за этим числом нет.',
  indexRows: 'Записи стоят за частями индекса: откройте методику части.',
  allRows: (count: number, text: string): string =>
    count === 1 ? `Показать запись` : `Все ${text} ${records(count)}`,
  openRows: 'записи',
  openRowsOf: (what: string): string => `Показать записи: ${what}`,
  placeAt: (file: string, sheet: string, cell: string): string =>
    [file, sheet === '' ? '' : `лист ${sheet}`, cell].filter(Boolean).join(' · '),
  cell: (name: string): string => `ячейка ${name}`,
  row: (row: string): string => `строка ${row}`,
  back: 'Назад к записям',

  glossary: 'Слова, которые здесь встречаются',
  terms: {
    interval: {
      name: 'Интервал',
      meaning:
        'Пределы, построенные так, что в 95 случаях из 100 они накрывают значение, вокруг которого колеблются такие группы; чем меньше n, тем они шире.',
      source: 'Wilson 1927, JASA 22:209–212; Newcombe 1998, Stat Med 17:857–872',
    },
    q: {
      name: 'q',
      meaning:
        'Доля ложных находок, с которой пришлось бы смириться, назвав изменением эту клетку и все клетки той же таблицы с меньшим q.',
      source: 'Benjamini, Hochberg 1995, JRSS-B 57:289–300',
    },
    detectable: {
      name: 'Наименьшее заметное изменение',
      meaning:
        'Самое малое изменение, которое при таких n не умещается в погрешность; меньшее могло быть, но увидеть его нельзя.',
      source: 'Newcombe 1998, Stat Med 17:873–890',
    },
    cohort: {
      name: 'Те же ученики',
      meaning:
        'Сравнение только тех, кто есть в списках оба раза, каждого с самим собой: ушедшие и пришедшие разницы не дают.',
      source: 'McNemar 1947, Psychometrika 12:153–157; Newcombe 1998, Stat Med 17:2635–2650',
    },
    mix: {
      name: 'Доли и состав',
      meaning:
        'Изменение целого без остатка делится на две части: насколько стали другими доли внутри групп и насколько другими стали размеры самих групп.',
      source: 'Kitagawa 1955, JASA 50:1168–1194; Das Gupta 1993, P23-186',
    },
    suppressed: {
      name: 'Скрыто',
      meaning:
        'Число есть, но не показано: за ним так мало учеников, что можно было бы узнать одного из них.',
      source: 'Hundepool et al. 2012, Statistical Disclosure Control',
    },
  },
};
