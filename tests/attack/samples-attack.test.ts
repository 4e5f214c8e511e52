import { homedir } from 'node:os';
import { createSolver } from './highs-solver.ts';
import { defaultProgramme } from '#lib/programme/default.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { factsOfSlides, factsOfTables, factsOfTexts } from './council-facts.ts';
import {
  payloadOf,
  tablesOfMarkup,
  tablesOfPayload,
  tablesOfWorkbook,
  type FiledCell,
  type FiledTable,
} from './filed-tables.ts';
import { numeralsIn, writingsOf } from './numerals.ts';
import { partsOf, textsIn } from './office-parts.ts';
import { RollAttacker } from './roll-attacker.ts';
import { SampleCouncil, type CouncilFiles, type SampleSnapshot } from './sample-council.ts';
import { shortTime, statementsOf } from './slide-statements.ts';
import { readSlides } from './slides-file.ts';

const { least, width } = defaultProgramme.privacy;
const term = 'IV 2025/26';
const languages = ['ru', 'en'] as const;

let council: SampleCouncil;
let snapshot: SampleSnapshot;
beforeAll(async () => {
  council = await SampleCouncil.open();
  snapshot = await council.share('council', []);
}, 180_000);
afterAll(() => council.close());

/** All that a file says, part by part. */
function saidBy({ html, pptx, xlsx }: CouncilFiles): readonly string[] {
  return [html, ...partsOf(pptx).values(), ...partsOf(xlsx).values()];
}

/** Where two files differ: the beginning of what differs in each part that does. */
function differencesOf(one: CouncilFiles, other: CouncilFiles): string[] {
  const second = saidBy(other);
  return saidBy(one).flatMap((said, at) => {
    const told = second[at] ?? '';
    if (said === told) return [];
    const from = [...said].findIndex((letter, place) => letter !== told[place]);
    return [`${said.slice(Math.max(0, from - 60), from + 60)} — ${told.slice(from, from + 60)}`];
  });
}

/** Whether a cell is another one as a person reads it. */
function isWriting(cell: FiledCell, of: FiledCell): boolean {
  if (typeof cell !== 'number' || typeof of !== 'number') return cell === of;
  return (
    writingsOf(of).includes(Math.abs(cell)) && (cell === 0 || Math.sign(cell) === Math.sign(of))
  );
}

/** Numbers that a picture may say beside those of its table. */
function countsOf({ rows }: FiledTable, withheld: number, numbers: number): number[] {
  const distinct = (at: number) => new Set(rows.map((row) => row[at])).size;
  // Of how many in a hundred an interval and the limits of a funnel hold.
  return [95, 99.8, rows.length, distinct(0), distinct(1), withheld, numbers];
}

/** The share of all rows together that are shown. */
function togetherOf({ heads, rows }: FiledTable): number[] {
  const sum = (name: string) =>
    rows.reduce((all, row) => all + Number(row[heads.indexOf(name)] ?? 0), 0);
  const [x, n] = [sum('x, n'), sum('n')];
  return n > 0 ? writingsOf((100 * x) / n) : [];
}

/** Distances between the marks of an axis. */
const steps = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 25, 50];

/** What is left of numbers where some are known; marks of an axis, which stand at even distances, are known, too. */
function strangers(numbers: readonly number[], known: ReadonlySet<number>): number[] {
  const left = numbers.filter((one) => !known.has(one));
  const [from, to] = [Math.min(...left), Math.max(...left)];
  const isWhole = (value: number) => Math.abs(value - Math.round(value)) < 1e-9;
  const isAxis = (step: number) =>
    left.every((one) => isWhole(one / step)) &&
    Array.from({ length: Math.round((to - from) / step) }, (_, at) => from + at * step).every(
      (mark) => numbers.some((one) => Math.abs(one - mark) < 1e-9),
    );
  return left.length === 0 || steps.some(isAxis) ? [] : left;
}

/** The 95 % interval of x of n in per cent: Wilson 1927. */
function intervalOf(x: number, n: number): number[] {
  const z = 1.959963984540054;
  const middle = (x + (z * z) / 2) / (n + z * z);
  const half = (z / (n + z * z)) * Math.sqrt((x * (n - x)) / n + (z * z) / 4);
  return [100 * (middle - half), 100 * (middle + half)];
}

/** How far the ends of intervals lie from their values, as a slide can show it. */
function reachesIn({ heads, rows }: FiledTable): ReadonlySet<number> {
  const tenth = (value: number) => Number(value.toFixed(1));
  const numberAt = (row: FiledTable['rows'][number], name: string) =>
    Number(row[heads.indexOf(name)] ?? NaN);
  return new Set(
    rows.flatMap((row) => {
      const [, , value, lower, upper] = row.map((cell) => Number(cell ?? NaN));
      const then = numberAt(row, 'Год назад');
      const former = intervalOf(numberAt(row, 'x, n тогда'), numberAt(row, 'n тогда'));
      const told = [[value, lower], [value, upper], ...former.map((end) => [then, end])];
      return told.flatMap(([from = NaN, to = NaN]) =>
        [from, tenth(from)].flatMap((one) =>
          [to, tenth(to)].map((end) => tenth(Math.abs(one - end))),
        ),
      );
    }),
  );
}

describe('the snapshot of the sample data', { timeout: 180_000 }, () => {
  it('has the same numbers in every table of every file', () => {
    const { html, xlsx } = snapshot.files;
    const tables = tablesOfWorkbook(xlsx);
    expect(tables.length).toBeGreaterThan(10);
    expect(tablesOfPayload(html, 'ru')).toEqual(tables);
    const bare = (one: FiledTable) => one.rows.map((row) => row.slice(2));
    expect(tablesOfPayload(html, 'en').map(bare)).toEqual(tables.map(bare));
    for (const language of languages) {
      const read = tablesOfMarkup(html, language);
      expect(read).toHaveLength(tables.length);
      for (const [at, { rows }] of read.entries()) {
        const own = tables[at]?.rows ?? [];
        expect(rows).toHaveLength(own.length);
        for (const [row, cells] of rows.entries()) {
          for (const [column, cell] of cells.entries()) {
            if (column > 1) expect(isWriting(cell, own[row]?.[column] ?? null)).toBe(true);
          }
        }
      }
    }
  });

  it('says in a presentation nothing but these numbers, rounded', () => {
    const tables = tablesOfWorkbook(snapshot.files.xlsx);
    const { frames } = readSlides(snapshot.files.pptx);
    let said = 0;
    for (const frame of frames) {
      const table = tables.find(
        ({ title, subtitle }) => frame.before.includes(title) && frame.before.at(-1) === subtitle,
      );
      if (!table) {
        expect(frame.shown.kind).toBe('table');
        continue;
      }
      const rowOf = (label: string, time: string) =>
        table.rows.find((row) => row[0] === label && shortTime(String(row[1])) === time);
      const { shown } = frame;
      const whiskers = shown.kind === 'chart' ? shown.series.flatMap((one) => one.reaches) : [];
      const reaches = reachesIn(table);
      expect(whiskers.flat().filter((one) => one !== null && !reaches.has(one))).toEqual([]);
      for (const { label, column, value } of statementsOf(frame)) {
        if (value === null) continue;
        const now = rowOf(label, column)?.[2];
        const later = table.rows.find((row) => row[0] === label);
        const then = later?.[table.heads.indexOf('Год назад')];
        const told = typeof now === 'number' ? now : then;
        expect(told, `${label} ${column}`).toEqual(expect.any(Number));
        expect(writingsOf(Number(told))).toContain(Math.abs(value));
        said += 1;
      }
    }
    expect(said).toBeGreaterThan(100);
  });

  it('says in its words and pictures nothing but numbers of their tables', () => {
    const { html, pptx } = snapshot.files;
    const { pages, certificate, sources } = payloadOf(html);
    const figures = pages.flatMap(({ pieces }) => pieces.filter((one) => one.kind === 'figure'));
    const pictures = html.match(/<svg class="drawing"[^]*?<\/svg>/g) ?? [];
    const drawn = figures.filter(({ drawing }) => drawing !== null);
    expect(pictures).toHaveLength(2 * drawn.length);
    const words = new Set<string>();
    for (const [turn, language] of languages.entries()) {
      const tables = tablesOfPayload(html, language);
      for (const [at, figure] of figures.entries()) {
        const table = tables[at];
        if (!table) throw new Error('A picture has no table');
        const spots = (figure.drawing?.[language].spots ?? []).flat();
        const about = [figure.title, figure.subtitle, figure.description, figure.source];
        const texts = [
          ...about.map((one) => one[language]),
          ...figure.signs[language],
          ...spots.flatMap(({ title, phrases }) => [title, ...phrases]),
        ];
        for (const text of texts) words.add(text);
        const picture = pictures[turn * drawn.length + drawn.indexOf(figure)] ?? '';
        const known = new Set([
          ...table.rows.flatMap((row) =>
            row.flatMap((cell) => (typeof cell === 'number' ? writingsOf(cell) : [])),
          ),
          ...countsOf(table, figure.withheld, figure.numbers),
          ...togetherOf(table),
          sources.length,
        ]);
        // From which size a change would show follows from the counts.
        const numbers = texts
          .filter((text) => !/±/.test(text))
          .flatMap((text) => numeralsIn(text, language));
        expect(strangers(numbers, known), figure.id).toEqual([]);
        const marks = textsIn(picture).flatMap(({ text }) => numeralsIn(text, language));
        expect(strangers(marks, known), `picture of ${figure.id}`).toEqual([]);
      }
      for (const { pieces, title } of pages) {
        words.add(title[language]);
        for (const one of pieces) {
          if (one.kind === 'text')
            for (const line of one.text[language].split('\n')) words.add(line);
        }
      }
    }
    const { texts } = readSlides(pptx);
    const { rules, ...told } = certificate;
    const known = new Set(
      [...Object.values(told), ...Object.values(rules), sources.length, 95, 99.8].map(Number),
    );
    for (const { withheld, numbers } of figures) known.add(withheld).add(numbers);
    const numbered = /^(?:\d+|Slide \d+|Text \d+|.* Placeholder \d+|[\dT:Z-]+|[\da-f]{12}…)$/;
    const parts = texts.flatMap((text) => (words.has(text) ? [] : text.split(' · ')));
    const further = parts.filter((text) => !words.has(text) && !numbered.test(text));
    const strange = further.filter((text) => numeralsIn(text, 'ru').some((one) => !known.has(one)));
    expect(strange).toEqual([]);
  });

  it('names no pupil, no file and no choice', () => {
    const { names, fileNames } = council.school;
    expect(names.length).toBeGreaterThan(1000);
    const pairs = new Set(
      names.flatMap((name) => {
        const [first = '', second = ''] = name.toLowerCase().split(/\s+/);
        return [`${first} ${second}`, `${second} ${first}`];
      }),
    );
    for (const part of saidBy(snapshot.files)) {
      const words = part.toLowerCase().match(/[\p{L}-]+/gu) ?? [];
      const found = words.slice(1).map((word, at) => `${words[at] ?? ''} ${word}`);
      expect(found.filter((pair) => pairs.has(pair))).toEqual([]);
      expect([...fileNames, process.cwd(), homedir()].filter((one) => part.includes(one))).toEqual(
        [],
      );
      expect(part).not.toMatch(/[?&](?:by|across|measure|chart|grain|compare|until)=/);
    }
    expect(JSON.stringify(payloadOf(snapshot.files.html))).not.toMatch(/\bM\d\d\b/);
  });

  it('leaves every withheld number open to somebody with the rolls and a solver', async () => {
    const note = await council.share('note', [snapshot.release]);
    const solver = await createSolver();
    const facts = [snapshot, note].flatMap(({ files }) => {
      const slides = readSlides(files.pptx);
      return [
        ...factsOfTables(tablesOfWorkbook(files.xlsx)),
        ...factsOfSlides(slides, council.school.rolls),
        ...factsOfTexts(slides.texts, term),
      ];
    });
    const { rolls } = council.school;
    const attacked = [...rolls].flatMap(([time, own]) => {
      const told = facts.filter((fact) => fact.time === time);
      const attacker = new RollAttacker(own, told);
      const isAsked = told.some(({ of }) => own.has(of));
      return isAsked
        ? attacker.untold.map((name) => {
            const [fewest, most] = attacker.range(solver, { deed: 'any', of: name });
            return { time, name, size: own.get(name) ?? 0, fewest, most };
          })
        : [];
    });
    expect(facts.length).toBeGreaterThan(300);
    expect(attacked.length).toBeGreaterThan(5);
    for (const { time, name, size, fewest, most } of attacked) {
      expect(most - fewest, `${name} ${time}`).toBeGreaterThanOrEqual(Math.min(width, size));
      // Neither those who took part nor those who did not are known to be few.
      expect([most, size - fewest].every((one) => one >= least)).toBe(true);
    }
  });

  it('is the same to the byte of another school of which it says the same', async () => {
    const first = await council.again(snapshot, null);
    expect(differencesOf(snapshot.files, first.files)).toEqual([]);
    const [table] = tablesOfWorkbook(snapshot.files.xlsx).filter(({ subtitle }) =>
      subtitle.startsWith('Не охвачены по классам'),
    );
    const withheld = (table?.rows ?? []).flatMap(([name, , value]) =>
      value === null ? [String(name)] : [],
    );
    expect(await council.exchange(withheld)).toBeGreaterThan(3);
    const other = await council.again(snapshot, first.audited);
    expect(differencesOf(snapshot.files, other.files)).toEqual([]);
  });
});
