import type { FiledTable } from './filed-tables.ts';
import type { Counted, Fact } from './roll-attacker.ts';
import { shortTime, statementsOf } from './slide-statements.ts';
import type { SlidesFile } from './slides-file.ts';

/** A fact of a term, such as «IV 2025/26». */
export interface DatedFact extends Fact {
  readonly time: string;
}

/** Sizes of classes by term. */
export type Rolls = ReadonlyMap<string, ReadonlyMap<string, number>>;

interface Subject {
  readonly deed: 'any' | 'civic';
  /** Whether those are counted who did not. */
  readonly isContrary: boolean;
}

function subjectOf(words: string): Subject | null {
  if (/Не охвачены/.test(words)) return { deed: 'any', isContrary: true };
  if (/Охват/.test(words)) return { deed: 'any', isContrary: false };
  if (/Гражданская вовлечённость/.test(words)) return { deed: 'civic', isContrary: false };
  return null;
}

const isClass = (label: string) => /^\d+[А-Я]$/.test(label);
const isGrade = (label: string) => /^\d+-е классы$/.test(label);

function countedBy({ deed }: Subject, label: string, words: string): Counted {
  if (isClass(label) || isGrade(label)) return { deed, of: label };
  if (/^Блок /.test(label)) return { deed: 'block', of: label };
  if (/по направлениям/.test(words)) return { deed: 'direction', of: label };
  return { deed, of: '' };
}

/** A count of some or of the others, with the ends where it is not told to the unit. */
function factOf(
  counted: Counted,
  subject: Subject,
  time: string,
  [least, most]: readonly [number, number],
  n: number,
): DatedFact {
  return subject.isContrary
    ? { ...counted, time, least: n - most, most: n - least }
    : { ...counted, time, least, most };
}

function yearBefore(time: string): string {
  return time.replace(/(\d{4})\/(\d\d)/, (_, year: string) => {
    const before = Number(year) - 1;
    return `${before}/${String((before + 1) % 100).padStart(2, '0')}`;
  });
}

/** What tables of counts tell of pupils on the rolls. */
export function factsOfTables(tables: readonly FiledTable[]): DatedFact[] {
  return tables.flatMap(({ title, subtitle, heads, rows }) => {
    const words = `${title} · ${subtitle}`;
    const subject = subjectOf(words);
    if (!subject) return [];
    const [x, n] = [heads.indexOf('x, n'), heads.indexOf('n')];
    const [then, ofThen] = [heads.indexOf('x, n тогда'), heads.indexOf('n тогда')];
    return rows.flatMap((row) => {
      const label = String(row[0]);
      const time = shortTime(String(row[1]));
      const counted = countedBy(subject, label, words);
      return (
        [
          [x, n, time],
          [then, ofThen, yearBefore(time)],
        ] as const
      ).flatMap(([of, all, at]) => {
        const [told, number] = [row[of], row[all]];
        return typeof told === 'number' && typeof number === 'number'
          ? [factOf(counted, subject, at, [told, told], number)]
          : [];
      });
    });
  });
}

/** What shares to a decimal on slides tell somebody who knows how many pupils there are. */
export function factsOfSlides({ frames }: SlidesFile, rolls: Rolls): DatedFact[] {
  return frames.flatMap((frame) => {
    const words = frame.before.slice(-2).join(' · ');
    const subject = subjectOf(words);
    if (!subject) return [];
    return statementsOf(frame).flatMap(({ label, column, value }) => {
      const counted = countedBy(subject, label, words);
      const n = sizeOf(rolls.get(column), counted);
      if (value === null || n === 0) return [];
      const ends = [
        Math.ceil(((value - 0.05) * n) / 100 - 1e-9),
        Math.floor(((value + 0.05) * n) / 100 + 1e-9),
      ];
      return [factOf(counted, subject, column, [ends[0] ?? 0, ends[1] ?? 0], n)];
    });
  });
}

function sizeOf(rolls: ReadonlyMap<string, number> | undefined, { of }: Counted): number {
  const isOne = (name: string) =>
    isClass(of) ? name === of : !isGrade(of) || `${parseInt(name, 10)}-е классы` === of;
  return [...(rolls ?? [])].reduce((sum, [name, size]) => (isOne(name) ? sum + size : sum), 0);
}

const numeral = '([\\d\\u00a0\\u202f]+)';

/** What sentences tell of a term. */
export function factsOfTexts(texts: readonly string[], time: string): DatedFact[] {
  const told: readonly (readonly [RegExp, Subject])[] = [
    [new RegExp(`Участвовали ${numeral} из ${numeral}`), { deed: 'any', isContrary: false }],
    [new RegExp(`не участвовали ${numeral} из ${numeral}`), { deed: 'any', isContrary: true }],
    [
      new RegExp(`Гражданская вовлечённость[^.]*то есть ${numeral} из ${numeral}`),
      { deed: 'civic', isContrary: false },
    ],
  ];
  const plain = (text = '') => Number(text.replace(/\D/g, ''));
  return texts.flatMap((text) =>
    told.flatMap(([pattern, subject]) => {
      const [, x, n] = pattern.exec(text) ?? [];
      if (x === undefined) return [];
      return [
        factOf({ deed: subject.deed, of: '' }, subject, time, [plain(x), plain(x)], plain(n)),
      ];
    }),
  );
}
