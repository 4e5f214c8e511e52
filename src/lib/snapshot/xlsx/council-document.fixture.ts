import type { Published } from '#lib/disclosure/published.ts';
import type { Both, SnapshotDocument, SnapshotPage, SnapshotText } from '../document.ts';
import { both, figureOf, shareAt } from './made-figure.fixture.ts';

const text = (role: SnapshotText['role'], ru: string, en: string): SnapshotText => ({
  kind: 'text',
  role,
  text: both(ru, en),
});
const page = (
  id: string,
  ru: string,
  en: string,
  pieces: SnapshotPage['pieces'],
): SnapshotPage => ({ id, title: both(ru, en), pieces });

const terms = (count: number): Both<readonly string[]> => {
  const one = ['I', 'II', 'III', 'IV'];
  const years = ['2023/24', '2024/25', '2025/26'];
  const names = Array.from({ length: count }, (_, index) => {
    const at = index + 12 - count;
    return [one[at % 4] ?? '', years[Math.floor(at / 4)] ?? ''] as const;
  });
  return both(
    names.map(([term, year]) => `${term} ${year}`),
    names.map(([term, year]) => `${year} ${term}`),
  );
};
const blocks = both(
  [
    'Блок I. Интеллектуальное развитие',
    'Блок II. Творчество и культура',
    'Блок III. Гражданская инициатива',
  ],
  [
    'Block I. Intellectual growth',
    'Block II. Creativity and culture',
    'Block III. Civic initiative',
  ],
);
const directions = both(
  [
    'Олимпиады и конкурсы',
    'Исследовательские проекты',
    'Инженерные классы и мастерские',
    'Театр и музыка',
    'Изобразительное искусство',
    'Музейная педагогика',
    'Волонтёрство',
    'Патриотическое воспитание',
    'Экология',
    'Медиа и журналистика',
  ],
  [
    'Olympiads and contests',
    'Research projects',
    'Engineering classes and workshops',
    'Theatre and music',
    'Fine arts',
    'Museum learning',
    'Volunteering',
    'Patriotic education',
    'Ecology',
    'Media and journalism',
  ],
);
const classes = Array.from(
  { length: 30 },
  (_, i) => `${5 + Math.floor(i / 5)}${'АБВГД'[i % 5] ?? 'А'}`,
);
const percent = both('%', '%');

const overview = figureOf({
  id: 'blocks',
  kind: 'line',
  title: both(
    'Охват блока II вырос на 3,1 п. п. за год, два других — без изменений',
    'Reach of block II rose by 3.1 pp in a year; the other two did not change',
  ),
  measure: both('Охват учеников', 'Reach of pupils'),
  categories: terms(8),
  series: blocks,
  value: (s, c) => (s === 2 && c === 2 ? null : 62 - s * 17 + c * (s === 1 ? 1.9 : 0.4) + (c % 3)),
  unit: percent,
  decimals: 1,
});

const year = figureOf({
  id: 'year',
  kind: 'line',
  title: both('За три года охват вырос на 9,4 п. п.', 'Reach rose by 9.4 pp in three years'),
  measure: both('Охват учеников', 'Reach of pupils'),
  categories: terms(12),
  series: both(['Весь лицей'], ['The whole school']),
  value: (_, c) => 61.2 + c * 0.9 - (c % 4),
  unit: percent,
  decimals: 1,
});

const change = figureOf({
  id: 'change',
  kind: 'bar',
  title: both(
    'Больше всего прибавило волонтёрство, экология потеряла',
    'Volunteering gained most, ecology lost',
  ),
  measure: both('Охват: было и стало', 'Reach: then and now'),
  categories: directions,
  series: both(['III 2024/25', 'III 2025/26'], ['2024/25 III', '2025/26 III']),
  value: shareAt(5, 17),
  unit: percent,
  decimals: 1,
});

const byClass = figureOf({
  id: 'classes',
  kind: 'bar',
  title: both('В четырёх классах охват ниже 40 %', 'In four classes reach is below 40%'),
  measure: both('Охват учеников класса', 'Reach of the pupils of a class'),
  categories: both(classes, classes),
  series: both(['III 2025/26'], ['2025/26 III']),
  value: shareAt(2, 9),
  unit: percent,
  decimals: 1,
});

const matrix = figureOf({
  id: 'matrix',
  kind: null,
  title: both(
    'Три направления живут только в IV четверти',
    'Three directions live only in the fourth term',
  ),
  measure: both('Охват по направлениям', 'Reach by direction'),
  categories: terms(12),
  series: directions,
  value: shareAt(3, 13),
  unit: percent,
  decimals: 1,
});

const cohort = figureOf({
  id: 'cohort',
  kind: 'column',
  title: both('У тех же 214 учеников балл вырос на 0,4', 'The same 214 pupils score 0.4 more'),
  measure: both('Творческая самооценка, те же ученики', 'Creative self-esteem, the same pupils'),
  categories: both(
    ['5 класс', '6 класс', '7 класс', '8 класс', '9 класс', '10 класс'],
    ['Grade 5', 'Grade 6', 'Grade 7', 'Grade 8', 'Grade 9', 'Grade 10'],
  ),
  series: both(['На входе', 'Сейчас'], ['At entry', 'Now']),
  value: (s, c) => (c === 4 && s === 0 ? null : 3.1 + c * 0.17 + s * 0.41),
  unit: both('баллы', 'points'),
  decimals: 2,
  selection: both('Ученики, прошедшие обе методики', 'Pupils who took both tests'),
});

const mixOfPartners = figureOf({
  id: 'mix',
  kind: 'stacked',
  title: both(
    'Музеи и вузы дают две трети занятий',
    'Museums and universities give two thirds of the lessons',
  ),
  measure: both('Занятия с партнёрами', 'Lessons with partners'),
  categories: terms(6),
  series: both(
    ['Вузы', 'Музеи и театры', 'Предприятия', 'Прочие'],
    ['Universities', 'Museums and theatres', 'Enterprises', 'Others'],
  ),
  value: (s, c) => 12 + ((s * 7 + c * 5) % 19) + (s === 3 ? -9 : 0),
  unit: both('занятия', 'lessons'),
  decimals: 0,
});

const partners = figureOf({
  id: 'partners',
  kind: 'bar',
  title: both(
    'Шесть партнёров из девяти молчат второй год',
    'Six partners of nine are silent for a second year',
  ),
  measure: both('Занятия с партнёром', 'Lessons with a partner'),
  categories: both(
    [
      'Муниципальное бюджетное учреждение дополнительного образования «Дом творчества „Горизонт“»',
      'Университет',
      'Краеведческий музей',
      'Театр юного зрителя',
      'Завод «Прибор»',
      'Детская библиотека № 4',
      '=HYPERLINK("http://x")',
      'Станция юннатов',
      'Совет ветеранов',
    ],
    [
      'Municipal institution of further education “House of Creativity “Horizon””',
      'University',
      'Local museum',
      'Youth theatre',
      'Instrument works',
      'Children’s library 4',
      '=HYPERLINK("http://x")',
      'Nature station',
      'Veterans’ council',
    ],
  ),
  series: both(['2025/26'], ['2025/26']),
  value: (_, c) => [41, 36, 22, 0, 0, 0, 0, 0, 0][c] ?? 0,
  unit: both('занятия', 'lessons'),
  decimals: 0,
});

const wellbeing = figureOf({
  id: 'wellbeing',
  kind: 'line',
  title: both(
    'Тревожность держится, числа пятых классов скрыты',
    'Anxiety holds; the numbers of grade 5 are withheld',
  ),
  measure: both('Школьная тревожность', 'School anxiety'),
  categories: terms(4),
  series: both(['5–6 классы', '7–9 классы'], ['Grades 5–6', 'Grades 7–9']),
  value: (s, c) => (s === 0 && c > 1 ? null : 41.5 - s * 6 + c * 0.7),
  unit: both('баллы', 'points'),
  decimals: 1,
});

const hiddenWhole = figureOf({
  id: 'hidden',
  kind: 'bar',
  title: both('Числа по полу скрыты', 'Numbers by sex are withheld'),
  measure: both('Охват', 'Reach'),
  categories: both(['Мальчики', 'Девочки'], ['Boys', 'Girls']),
  series: both(['III 2025/26'], ['2025/26 III']),
  value: () => null,
  unit: percent,
  decimals: 1,
});

const levels = figureOf({
  id: 'levels',
  kind: null,
  title: both('Участие и результаты по уровням', 'Taking part and results by level'),
  measure: both('Участия и призовые места', 'Participations and prizes'),
  categories: both(['Участие', 'Призовые места'], ['Taking part', 'Prizes']),
  series: both(['Школа', 'Город', 'Регион', 'Страна'], ['School', 'City', 'Region', 'Country']),
  value: (s, c) => (s === 3 && c === 1 ? null : 420 - s * 97 - c * 61),
  unit: both('участия', 'participations'),
  decimals: 0,
});

const gap = figureOf({
  id: 'gap',
  kind: 'column',
  title: both('Разрыв между параллелями сократился', 'The gap between grades narrowed'),
  measure: both('Разность охвата с лицеем', 'Reach against the whole school'),
  categories: both(['5', '6', '7', '8', '9', '10', '11'], ['5', '6', '7', '8', '9', '10', '11']),
  series: both(['III 2025/26'], ['2025/26 III']),
  value: (_, c) => [4.2, 1.1, -2.3, -5.6, 0, 3.9, 6.4][c] ?? 0,
  unit: both('п. п.', 'pp'),
  decimals: 1,
});

const long = both(
  'За четверть лицей провёл с партнёрами больше занятий, чем год назад, и почти все они попали в программу развития. Рост держится на блоке II: туда пришли ученики седьмых и восьмых классов, которые раньше не участвовали ни в чём. Блок III растёт медленнее: договоры с предприятиями подписаны в октябре, первые занятия начались только в декабре.',
  'In this term the school held more lessons with partners than a year ago, and nearly all of them belong to the programme. The growth rests on block II, where pupils of grades 7 and 8 came who had not taken part in anything before. Block III grows slower: contracts with enterprises were signed in October, and first lessons began only in December.',
);

/** A snapshot of a teacher council as it usually is: nine pages, a dozen pictures, long names, withheld cells. */
export const councilDocument = {
  format: 'dinamika-snapshot',
  version: 1,
  form: 'slides',
  language: 'ru',
  title: both(
    'Социальное партнёрство лицея за III четверть 2025/26 уч. года',
    'Social partnership of the school, 2025/26 III',
  ),
  school: 'МАОУ «Лицей № 7»',
  period: both('III четверть 2025/26 уч. года', '2025/26, third term'),
  dataDay: '2026-03-20',
  madeOn: '2026-03-24',
  programme: {
    name: both('Программа «Динамика»', 'Programme “Dynamics”'),
    sha256: 'ab'.repeat(32),
  },
  sources: [
    { name: 'Участие III четверть.xlsx', sha256: '01'.repeat(32) },
    { name: 'Контингент.csv', sha256: '02'.repeat(32) },
    { name: null, sha256: null },
  ],
  pages: [
    page('aim', 'Цель и задачи', 'Aim and tasks', [
      text(
        'lead',
        'Показать, кого программа охватила, кого нет, и что решить до конца года.',
        'To show whom the programme reaches, whom it does not, and what to decide before the year ends.',
      ),
      text(
        'list',
        'Охват по трём блокам и его изменение за год\nКлассы, до которых программа не дошла\nПартнёры: кто работает, кто молчит\nСамочувствие учеников',
        'Reach of the three blocks and its change over a year\nClasses that the programme does not reach\nPartners: who works, who is silent\nHow pupils feel',
      ),
      text('judgement', '', ''),
    ]),
    page('reach', 'Охват по блокам', 'Reach by block', [
      text(
        'lead',
        'Охвачено 71,4 % учеников — на 2,2 п. п. больше, чем год назад.',
        '71.4% of pupils are reached, 2.2 pp more than a year ago.',
      ),
      overview,
      text('paragraph', long.ru, long.en),
      year,
    ]),
    page('change', 'Что изменилось за год', 'What changed over the year', [change, matrix]),
    page('unreached', 'До кого программа не дошла', 'Whom the programme does not reach', [
      byClass,
      hiddenWhole,
    ]),
    page('creative', 'Творческий рост', 'Creative growth', [
      text(
        'paragraph',
        'Сравниваются только те ученики, которые прошли методику и на входе, и сейчас.',
        'Only those pupils are compared who took the test both at entry and now.',
      ),
      cohort,
      text(
        'judgement',
        'Рост есть во всех параллелях, кроме десятых классов; им нужен отдельный разговор с кафедрой.',
        'All grades grow but the tenth; the department should look at it.',
      ),
    ]),
    page('civic', 'Гражданская инициатива', 'Civic initiative', [gap, levels]),
    page('partners', 'Партнёры: активные и молчащие', 'Partners, active and silent', [
      mixOfPartners,
      partners,
    ]),
    page('wellbeing', 'Самочувствие', 'Wellbeing', [wellbeing]),
    page('decisions', 'Решения', 'Decisions', [
      text('heading', 'Педагогический совет решил', 'The council decided'),
      text(
        'decision',
        'Провести ярмарку кружков для пятых классов; Соколова И. П.; 15.04.2026',
        'Hold a fair of clubs for grade 5; Sokolova I.; 15 Apr 2026',
      ),
      text(
        'decision',
        'Обновить договоры с молчащими партнёрами или закрыть их\tЗаместитель директора по воспитательной работе\tдо 30.05.2026',
        'Renew contracts with silent partners or close them\tDeputy head\tby 30 May 2026',
      ),
      text(
        'decision',
        'Повторить опрос самочувствия в сентябре',
        'Repeat the survey of wellbeing in September',
      ),
      text('signature', 'Директор; А. В. Иванова', 'Head; A. Ivanova'),
      text('signature', 'Секретарь', 'Secretary'),
    ]),
  ],
  certificate: {
    statements: 1843,
    sensitive: 96,
    narrowest: 6,
    numbers: 428,
    primary: 21,
    secondary: 9,
    rules: { least: 5, leastAssessed: 10, width: 5, zeros: true },
    worlds: 'cd'.repeat(32),
    earlier: ['ef'.repeat(32)],
  },
} satisfies SnapshotDocument;

/** The document with the brand that only the disclosure room gives. */
export function published(
  document: SnapshotDocument = councilDocument,
): Published<SnapshotDocument> {
  return document as Published<SnapshotDocument>;
}
