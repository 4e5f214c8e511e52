import { pluralRu } from '../plural.ts';

const splits = (count: number): string =>
  `${count} ${pluralRu(count, 'разрез', 'разреза', 'разрезов')}`;
const parts = (count: number, text: string): string =>
  `${text} ${pluralRu(count, 'слагаемое', 'слагаемых', 'слагаемых')}`;

/** Sentences of the screen that takes a change apart. */
export const explaining = {
  tab: 'Изменение',
  open: 'Разобрать изменение',
  title: 'Из чего сложилось изменение',
  lead: 'На какие группы, блоки и партнёров приходится разница между двумя периодами. Разложение показывает, где она возникла; что за этим стоит, по одним числам не узнать.',
  from: 'Было',
  to: 'Стало',
  noTime: 'не выбрано',
  sameTime: 'Выбран один и тот же период дважды. Выберите два разных.',
  chooseTimes: 'Для этих данных нет двух периодов, между которыми можно взять разницу.',
  index:
    'Индекс складывается из своих частей: разложение по ним есть в анализе, в виде «Части индекса».',
  toIndex: 'Открыть части индекса',
  notDivisible: 'Этот показатель так не отбирается. Снимите отбор, и разложение появится.',
  clear: 'Снять отбор',
  noChange: (time: string, reason: string): string => `Разницы нет: ${time} — ${reason}.`,
  otherInstrument: 'Разницы нет: в двух периодах измеряли разной методикой.',
  noDimension: 'Отбор уже оставил одну группу: раскладывать дальше не по чему.',
  stop: 'Остановить',
  stopped: 'Счёт остановлен.',
  stoppedFormer: 'Счёт остановлен. Ниже прежний ответ, не на этот вопрос.',
  resume: 'Посчитать',
  controls: 'Какое изменение разобрать',
  working: (by: string): string => `Считаем ${by}`,
  step: (done: string, of: string): string => `${done} из ${of}`,
  subject: (name: string, selection: string): string =>
    selection === '' ? name : `${name}, ${selection}`,
  ends: (before: string, after: string): string => `${before} → ${after}`,
  looksTitle: 'Сколько раз мы посмотрели',
  looks: (dimensions: number, looked: number, text: string): string =>
    `Просмотрено: ${splits(dimensions)}, ${parts(looked, text)}.`,
  chance: (tested: string, expected: string): string =>
    `Проверено на случайность: ${tested}. При стольких проверках порог p < 0,05 прошли бы около ${expected} и тогда, когда не изменилось ничего, поэтому рядом стоит q — с поправкой на все проверки этого экрана.`,
  notTested: 'Для такого показателя нет проверки на случайность: слагаемые показаны как есть.',
  stand: (count: number, text: string): string =>
    `С этой поправкой порог q < 0,05 ${pluralRu(count, 'прошло', 'прошли', 'прошли')} ${text}.`,
  standNone: 'С этой поправкой порог q < 0,05 не прошло ни одно.',
  verdicts: {
    mix: (by: string, mix: string, rate: string): string =>
      `Если разложить ${by}, почти всё изменение — состав: ${mix}; сами группы ${rate}`,
    rate: (by: string, rate: string, mix: string): string =>
      `Если разложить ${by}, почти всё изменение — сами группы: ${rate}; состав ${mix}`,
    both: (by: string, rate: string, mix: string): string =>
      `Если разложить ${by}, изменились и сами группы: ${rate}, и состав: ${mix}`,
    against: (by: string, rate: string, mix: string): string =>
      `Если разложить ${by}, сами группы и состав тянут в разные стороны: ${rate} и ${mix}`,
    none: (by: string): string => `Если разложить ${by}, ни группы, ни состав не изменились`,
  },
  sums: (by: string, first: string, value: string): string =>
    `Если разложить ${by}, больше всего приходится на «${first}»: ${value}`,
  overlap: (by: string, first: string, value: string): string =>
    `Пересчёт без одного, ${by}: дальше всего от целого без «${first}», вклад ${value}`,
  ways: {
    split:
      'Слагаемые складываются в изменение. «Сами» — изменился показатель внутри группы; «состав» — группы стало больше или меньше среди всех, а её уровень выше или ниже среднего.',
    sums: 'Слагаемые складываются в изменение.',
    overlap:
      'Вклады не складываются: один ученик бывает в нескольких строках сразу. Каждая строка пересчитана по записям: на сколько изменение больше, чем без неё. Проверяется собственное изменение строки.',
  },
  rest: (value: string): string => `Не разложилось: ${value}.`,
  left: (count: number, text: string): string =>
    `Ещё ${text} не ${pluralRu(count, 'пересчитана', 'пересчитаны', 'пересчитаны')}: собственное изменение у них меньше.`,
  reversed: 'Группы шли против итога: читать итог как их изменение нельзя.',
  effects: { rate: 'сами', mix: 'состав', sum: '', without: '' },
  part: (name: string, effect: string): string => (effect === '' ? name : `${name} · ${effect}`),
  columns: {
    part: 'Слагаемое',
    bare: 'Вклад',
    interval: '95 % интервал',
    own: 'Своё было → стало',
    q: 'q',
  },
  tableOf: (by: string): string => `Слагаемые изменения ${by}`,
  noOutcome: '—',
  more: (count: number): string => `Показать ещё ${parts(count, String(count))}`,
  fewer: 'Показать главные',
  waterfall: 'Ступенями',
  inside: (name: string): string => `Разложить внутри: ${name}`,
};
