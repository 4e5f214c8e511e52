import type { Published } from '#lib/disclosure/published.ts';
import { exampleCharts } from '#lib/charts/example-charts.ts';
import { chartOf, type ChartKind, type Shown } from '#lib/charts/registry.ts';
import { compactDrawing } from '#lib/charts/saving/compact-drawing.ts';
import { drawInside } from '#lib/charts/saving/drawing.ts';
import { plainTable } from '#lib/charts/saving/written-table.ts';
import type { LanguageTag } from '#lib/i18n/format.ts';
import { locales } from '#lib/i18n/locale.ts';
import type { DraftForm, TextRole } from '#lib/model/draft.ts';
import type {
  Both,
  Drawing,
  FigureTable,
  SnapshotDocument,
  SnapshotFigure,
  SnapshotPage,
  SnapshotText,
} from '../document.ts';

function both<T>(make: (language: LanguageTag) => T): Both<T> {
  return { ru: make('ru'), en: make('en') };
}

const chartIn = (kind: ChartKind, language: LanguageTag) => {
  const { type, input } = exampleCharts[kind];
  return chartOf({ type, input: { ...input, locale: locales[language] } } as Shown);
};

function drawingOf(kind: ChartKind, language: LanguageTag, room: number): Drawing {
  const chart = chartIn(kind, language);
  const frame = { width: room, theme: 'light', most: 16, active: null } as const;
  const { width, height } = chart.size(frame);
  const svg = compactDrawing(drawInside(chart, frame), `${kind}-${language}`);
  const spots = chart.spots(frame).map((row) =>
    row.map(({ box: { x, y, width: across, height: down }, title, phrases }) => ({
      box: [x, y, across, down] as const,
      title: title(),
      phrases: phrases(),
    })),
  );
  return { width, height, svg, spots };
}

function tableOf(kind: ChartKind, language: LanguageTag): FigureTable {
  const { heads, rows } = plainTable(chartIn(kind, language).table());
  const figures = heads.map((_, column) => rows.some((row) => typeof row[column] === 'number'));
  return { heads, rows, figures };
}

let made = 0;

function figure(kind: ChartKind, form: DraftForm, title: string, english: string): SnapshotFigure {
  made += 1;
  const room = form === 'note' ? 596 : 870;
  return {
    kind: 'figure',
    id: `f${made}`,
    title: { ru: title, en: english },
    subtitle: {
      ru: 'Охват · % · IV четверть 2025/26 · n = 1 107',
      en: 'Reach · % · term IV of 2025/26 · n = 1,107',
    },
    selection: both(() => ''),
    description: both((language) => chartIn(kind, language).describe()),
    signs: both((language) =>
      chartIn(kind, language)
        .signs()
        .map((sign) => locales[language].t.charts.signs[sign]),
    ),
    source: {
      ru: 'Источник: 3 файла, данные на 01.09.2026',
      en: 'Source: 3 files, data as of 1 Sept 2026',
    },
    withheld: kind === 'trend' ? 2 : 0,
    numbers: 24,
    drawing: both((language) => drawingOf(kind, language, room)),
    table: both((language) => tableOf(kind, language)),
    native: null,
  };
}

function text(role: TextRole, ru: string, en = ru): SnapshotText {
  return { kind: 'text', role, text: { ru, en } };
}

function page(id: string, ru: string, en: string, pieces: SnapshotPage['pieces']): SnapshotPage {
  return { id, title: { ru, en }, pieces };
}

function pagesOf(form: DraftForm): SnapshotPage[] {
  const drawn = (kind: ChartKind, ru: string, en: string) => figure(kind, form, ru, en);
  return [
    page('p1', 'Цель и задачи', 'Aim and tasks', [
      text(
        'lead',
        'Показать, как за год изменилось участие учеников в программах партнёров и кого мы пока не охватили.',
        'To show how pupils’ part in partners’ programmes changed in a year, and whom we do not reach yet.',
      ),
      text(
        'list',
        '– охват по блокам и направлениям;\n– кто не участвует ни в чём;\n– что стало с креативностью;\n– решения на следующую четверть.',
        '– reach by block and direction;\n– who takes part in nothing;\n– what became of creativity;\n– decisions for the next term.',
      ),
    ]),
    page('p2', 'Охват по блокам', 'Reach by block', [
      text(
        'lead',
        'Охват блока II вырос на 9 п. п. за год и держится третью четверть.',
        'The reach of block II rose by 9 pp in a year and has held for three terms.',
      ),
      drawn('trend', 'Охват блока II вырос за год на 9 п. п.', 'Reach of block II rose by 9 pp'),
    ]),
    page('p3', 'К той же четверти прошлого года', 'Against the same term last year', [
      drawn('dumbbell', 'Духовно-нравственное: +11 п. п.', 'Spiritual and moral: +11 pp'),
      drawn('slope', 'Выросли два направления, одно снизилось', 'Two directions rose, one fell'),
    ]),
    page('p4', 'Кого мы не охватили', 'Whom we do not reach', [
      drawn('matrix', 'Волонтёрство пусто в двух четвертях', 'Volunteering is empty in two terms'),
      drawn('funnel', 'Ниже ожидаемого — 8 «Б»', 'Below what chance allows: 8 “Б”'),
      drawn('bars', 'Участвует каждый третий', 'One in three takes part'),
      text(
        'paragraph',
        'В 8 «Б» участвует меньше учеников, чем объяснимо случаем.\nПричину по этим данным назвать нельзя.',
        'In 8 “Б” fewer pupils take part than chance explains.\nThese data do not tell why.',
      ),
    ]),
    page('p5', 'Рост креативности', 'Growth of creativity', [
      drawn(
        'cohort',
        'Те же 168 учеников: рост в двух направлениях',
        'The same 168 pupils: two rose',
      ),
    ]),
    page('p6', 'Гражданская активность', 'Civic engagement', [
      drawn('multiples', 'Блоки на одной шкале', 'Blocks on one scale'),
      drawn('stacked', 'Участий стало больше', 'More participations'),
    ]),
    page('p7', 'Партнёры', 'Partners', [
      drawn('bars', 'Больше всего участий у блока I', 'Block I has most participations'),
      drawn('trend', 'Партнёры блока III молчат вторую четверть', 'Block III partners are silent'),
      drawn('parts', 'Индекс растёт второй год', 'The index rises for the second year'),
    ]),
    page('p8', 'Самочувствие', 'Wellbeing', [
      { ...drawn('multiples', 'Тревожность по параллелям', 'Anxiety by grade'), drawing: null },
      text('judgement', ''),
      drawn('distribution', 'Баллы по классам', 'Points by class'),
      drawn('waterfall', 'Откуда рост', 'Where the growth comes from'),
    ]),
    page('p9', 'Решения', 'Decisions', [
      text(
        'decision',
        '1. Пригласить партнёров блока III; Петрова Е. А.; 15.09.2026\n2. Поговорить с 8 «Б»; классный руководитель',
      ),
      text('decision', ''),
      text('signature', 'Заместитель директора; Е. А. Петрова'),
    ]),
  ];
}

/** A council's snapshot of nine pages with pictures as the app draws them. */
export function exampleSnapshot(form: DraftForm = 'slides'): Published<SnapshotDocument> {
  made = 0;
  const document: SnapshotDocument = {
    format: 'dinamika-snapshot',
    version: 1,
    form,
    language: 'ru',
    title: {
      ru: 'Итоги IV четверти 2025/26 уч. года',
      en: 'Results of term IV of 2025/26',
    },
    school: 'МБОУ «Лицей № 7»',
    period: { ru: 'IV четверть 2025/26', en: 'Term IV of 2025/26' },
    dataDay: '2026-05-29',
    madeOn: '2026-06-02',
    programme: {
      name: { ru: 'Социальное партнёрство', en: 'Social partnership' },
      sha256: '7c'.repeat(32),
    },
    sources: [
      { name: 'Участие IV четверть.xlsx', sha256: 'a1'.repeat(32) },
      { name: null, sha256: null },
    ],
    pages: pagesOf(form),
    certificate: {
      statements: 1184,
      sensitive: 37,
      narrowest: 6,
      numbers: 412,
      primary: 37,
      secondary: 12,
      rules: { least: 5, leastAssessed: 10, width: 5, zeros: true },
      worlds: '3e'.repeat(32),
      earlier: ['5b'.repeat(32)],
    },
  };
  return document as Published<SnapshotDocument>;
}
