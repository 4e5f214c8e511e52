import { foldText } from '#lib/i18n/fold.ts';
import type { Programme } from '#lib/model/programme.ts';
import { findClass, readClass, type ClassName } from './class-name.ts';
import { dayOf, schoolYearOf } from './day.ts';
import { findInstrument, findVersion } from './instruments.ts';
import type { Lexicon } from './lexicon.ts';
import { readWave, type Wave } from './wave.ts';

/** Where a piece of context was read. */
export type ContextSource = 'title' | 'sheet' | 'section' | 'file';

/** A text around a table. */
export interface ContextText {
  readonly source: ContextSource;
  readonly text: string;
}

/** What the texts around a table say about all of its rows. */
export interface ContextValues {
  readonly schoolYear: number | null;
  readonly term: number | null;
  readonly class: ClassName | null;
  readonly instrument: string | null;
  readonly version: string | null;
  readonly wave: Wave | null;
  readonly direction: string | null;
  readonly block: string | null;
  readonly level: string | null;
  readonly event: string | null;
}

/** The context with the text that each value was read from. */
export interface Context extends ContextValues {
  readonly evidence: Partial<Record<keyof ContextValues, ContextText>>;
}

/** The school year that a text names («2024/2025 уч. года», «25/26», «2024_25», a date), by its September. */
export function findSchoolYear(text: string): number | null {
  const plain = text.normalize('NFKC').replaceAll('_', ' ');
  const years = new Set<number>();
  for (const [, first, second] of plain.matchAll(
    /(?<!\d)(20\d\d)\s*(?:[-–—/\\]|\s)\s*(?:20)?(\d\d)(?![\d.]\d|\d)/g,
  )) {
    if ((Number(first) + 1) % 100 === Number(second)) years.add(Number(first));
  }
  if (years.size === 0) {
    for (const [, first, second] of plain.matchAll(
      /(?<![\d.])(\d\d)\s*[-–/]\s*(\d\d)(?![\d.]|\s*(?:мая|октяб|сент|апрел|марта|феврал|январ|декаб|нояб))/g,
    )) {
      if (Number(first) >= 15 && Number(first) <= 60 && Number(first) + 1 === Number(second))
        years.add(2000 + Number(first));
    }
  }
  if (years.size === 0) {
    for (const [, day, month, year] of plain.matchAll(/(?<!\d)(\d\d)\.(\d\d)\.(20\d\d)(?!\d)/g)) {
      const moment = dayOf(`${year}-${month}-${day}`);
      if (Number.isFinite(moment)) years.add(schoolYearOf(moment));
    }
  }
  return years.size === 1 ? ([...years][0] ?? null) : null;
}

const numerals: readonly (readonly [RegExp, number])[] = [
  [/^(?:iv|4|четверт)/, 4],
  [/^(?:iii|3|трет)/, 3],
  [/^(?:ii|2|втор)/, 2],
  [/^(?:i|1|перв)/, 1],
];
const termForm =
  /(?<!(?:^|[^\p{L}\d])(?:i{1,3}|iv|[1-4])\s*(?:[-,]|и)\s*)(?<![\p{L}\d])(iv|i{1,3}|[1-4]|перв[а-я]+|втор[а-я]+|трет[а-я]+|четверт(?:ая|ой|ую))\s*-?\s*(?:ая|ой|ей|ую|ое|го|м|я|й|е|ю)?\s*(четв|чтв|чет(?![\p{L}])|кварт|полуг|п\/г|триместр|модул|quarter|term|semester|trimester)|(?<![\p{L}])(?:term|quarter|q)\s*-?\s*([1-4])(?!\d)/giu;

/** The term of the school year that a text names, if the school's year is divided so; null when none or several. */
export function findTerm(text: string, programme: Programme): number | null {
  const perYear = Math.max(1, ...programme.periods.map((period) => period.term));
  const found = new Set<number>();
  for (const match of foldText(text.replaceAll('_', ' ')).matchAll(termForm)) {
    const word = match[2] ?? 'quarter';
    const parts = /четв|чтв|чет|кварт|quarter/.test(word)
      ? 4
      : /полуг|п\/г|semester/.test(word)
        ? 2
        : /тримест/.test(word)
          ? 3
          : perYear;
    const term = match[3]
      ? Number(match[3])
      : (numerals.find(([form]) => form.test(match[1] ?? ''))?.[1] ?? 0);
    if (parts === perYear && term >= 1 && term <= perYear) found.add(term);
  }
  return found.size === 1 ? ([...found][0] ?? null) : null;
}

const clubForm =
  /(?:круж[ок]+|секци|студи|объединени|клуб|club)[\p{L}]*[^«"“]{0,40}[«"“](.{2,120}?)[»"”](?!\p{L})/iu;

function findEvent(text: string): string | null {
  if (/спис(?:ок|ки)|состав|участник|член|журнал|посеща|занима|members|list|roll/i.test(text)) {
    const club = clubForm.exec(text)?.[1]?.trim();
    if (club) return club;
  }
  if (/всош|всероссийск\p{L}+\s+олимпиад/iu.test(text)) return 'Всероссийская олимпиада школьников';
  if (!/участник|участи|участв|participants/i.test(text)) return null;
  const found =
    /(конкурс|олимпиад|фестивал|акци|экскурси|турнир|конференци|марафон|выставк|встреч|квест|викторин|event|contest)[\p{L}]*[^«"“]{0,40}[«"“](.{3,120}?)[»"”](?!\p{L})/iu.exec(
      text,
    );
  return found?.[2]?.trim() ?? null;
}

const readers: {
  [V in keyof ContextValues]: (
    text: string,
    lexicon: Lexicon,
    source: ContextSource,
  ) => ContextValues[V];
} = {
  schoolYear: (text) => findSchoolYear(text),
  term: (text, lexicon) => findTerm(text, lexicon.programme),
  class: (text, _lexicon, source) =>
    (source === 'sheet' || source === 'section' ? readClass(text) : null) ?? findClass(text),
  instrument: (text) => findInstrument(text),
  version: (text, _lexicon, source) => (source === 'section' ? null : findVersion(text)),
  wave: (text) => readWave(text),
  direction: (text, lexicon, source) =>
    /направлен/i.test(text) || source === 'section' || source === 'sheet'
      ? lexicon.direction(text)
      : null,
  block: (text, lexicon, source) =>
    /блок|block/i.test(text) || source === 'section'
      ? lexicon.block(/блок[а-я]*\s+[IVХ\d]+|[IV\d]+\s+блок/i.exec(text)?.[0] ?? text)
      : null,
  level: (text, lexicon, source) =>
    /уровень|этап|level/i.test(text) || source === 'section' ? lexicon.level(text) : null,
  event: (text) => findEvent(text),
};
const order: readonly ContextSource[] = ['section', 'title', 'sheet', 'file'];
const classOrder: readonly ContextSource[] = ['section', 'sheet', 'title', 'file'];

/** Reads the context out of the texts around a table; a nearer text wins over a farther one. */
export function readContext(texts: readonly ContextText[], lexicon: Lexicon): Context {
  const evidence: Partial<Record<keyof ContextValues, ContextText>> = {};
  const search = <V extends keyof ContextValues>(name: V): ContextValues[V] | null => {
    for (const source of name === 'class' ? classOrder : order) {
      for (const piece of texts) {
        if (piece.source !== source) continue;
        const value = readers[name](piece.text, lexicon, source);
        if (value === null) continue;
        evidence[name] = piece;
        return value;
      }
    }
    return null;
  };
  return {
    schoolYear: search('schoolYear'),
    term: search('term'),
    class: search('class'),
    instrument: search('instrument'),
    version: search('version'),
    wave: search('wave'),
    direction: search('direction'),
    block: search('block'),
    level: search('level'),
    event: search('event'),
    evidence,
  };
}
