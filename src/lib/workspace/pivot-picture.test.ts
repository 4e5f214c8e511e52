import { readFileSync } from 'node:fs';
import { unzipSync, strFromU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { levelsOf, questionsOfLevel, type PivotSpec } from '#lib/analysis/pivot.ts';
import { answerLevel, PivotLayout } from '#lib/analysis/pivot-table.ts';
import type { Question } from '#lib/analysis/question.ts';
import { refuseQuestion, type Result } from '#lib/analysis/result.ts';
import { contrast, mix } from '#lib/charts/colour.ts';
import { locales } from '#lib/i18n/locale.ts';
import type { Outcome } from '#lib/model/result.ts';
import { defaultProgramme } from '#lib/programme/default.ts';
import { writeWorkbook } from '#lib/sheets/write-workbook.ts';
import { PivotLines } from '#lib/tables/pivot-lines.ts';
import { defaultPivot, type PivotChoices } from './pivot-choices.ts';
import { behindPivot, cellWords, hasNothing, toPicture } from './pivot-picture.ts';
import { pivotToClipboard, pivotToCsv, pivotToSheet, writePivotRows } from './pivot-writing.ts';

const spec: PivotSpec = {
  measures: ['M01', 'M04'],
  rows: ['block', 'class'],
  columns: ['year'],
  selection: [],
  grain: 'term',
  time: null,
  within: null,
};
const choices: PivotChoices = { ...defaultPivot, rows: spec.rows, columns: spec.columns };
const formula = '=HYPERLINK("x")';
const blocks = ['II', 'I'];
const classes = ['5А', formula];

const share = (x: number, n: number): Outcome => ({
  kind: 'estimate',
  value: x / n,
  x,
  n,
  lower: x / n / 2,
  upper: 1,
});

/** Answers by hand: reach of one in ten more a block and year; class «5А» of block II has too few. */
function answer(question: Question): Result {
  if (question.measure === 'M04' && question.by.includes('class')) return refuseQuestion(question);
  const groups = question.by.reduce<string[][]>(
    (all, dimension) =>
      all.flatMap((members) =>
        (dimension === 'block' ? blocks : classes).map((key) => [...members, key]),
      ),
    [[]],
  );
  const cells = [2025, 2024].flatMap((time) =>
    groups.map((members) => {
      const x = time - 2023 + 3 * blocks.indexOf(members[0] ?? '') + 4;
      const isFew = members[0] === 'II' && members[1] === '5А';
      const outcome: Outcome =
        question.measure === 'M04'
          ? { kind: 'estimate', value: x * 1000, x: null, n: null, lower: null, upper: null }
          : isFew
            ? { kind: 'absent', reason: 'too-few', n: 3 }
            : share(x, 10);
      return {
        time,
        members,
        outcome,
        before: null,
        change: null,
        parts: [],
        roll: 10,
        line: null,
      };
    }),
  );
  return { question, cells, members: [], times: [2024, 2025], refusal: null };
}

function tableOf(asked: PivotSpec, only = levelsOf(asked).length) {
  const layout = new PivotLayout(asked, defaultProgramme, null);
  for (const level of levelsOf(asked).slice(0, only)) {
    const wanted = questionsOfLevel(asked, level);
    layout.add(level, answerLevel(asked, wanted, wanted.questions.map(answer), defaultProgramme));
  }
  return layout.table();
}

const namingIn = (language: 'ru' | 'en') => ({
  programme: defaultProgramme,
  own: [],
  locale: locales[language],
});
const picture = (change: Partial<PivotChoices> = {}, language: 'ru' | 'en' = 'ru') =>
  toPicture(tableOf(spec), { ...choices, ...change }, namingIn(language));
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

describe('a pivot as it is shown', () => {
  it('has the members in the order of the programme, each total before its parts', () => {
    const { sheet } = picture();
    expect(sheet.lines.map(({ label }) => label)).toEqual(['Блок I', 'Блок II']);
    expect(sheet.lines[0]?.children.map(({ label }) => label).sort()).toEqual([...classes].sort());
    expect(sheet.columns.map(({ name }) => name)).toEqual([
      'Всего · Участия',
      '2024/25 уч. год · Охват',
      '2024/25 уч. год · Участия',
      '2025/26 уч. год · Охват',
      '2025/26 уч. год · Участия',
    ]);
    const over = sheet.heads
      .filter(({ row }) => row === 0)
      .map(({ label, start, span }) => [label, start, span]);
    expect(over).toHaveLength(3);
    expect(over.map(([, start, span]) => [start, span])).toEqual([
      [0, 1],
      [1, 2],
      [3, 2],
    ]);
  });

  it('marks what was counted anew, sums what adds up, and says why there is no number', () => {
    const shown = picture();
    const text = (line: string, column: number) => shown.sheet.text(line, column);
    expect(text('["I"]', 1)).toMatchObject({ text: '80,0', recounted: true, shade: null });
    expect(text('["I"]', 2)).toMatchObject({ look: 'number', recounted: false });
    expect(plain(text('[]', 0).text)).toBe('5 000');
    const ofYears = toPicture(
      tableOf({ ...spec, rows: ['year', 'block'], columns: [] }),
      choices,
      namingIn('ru'),
    );
    expect(ofYears.sheet.text('[]', 0)).toMatchObject({
      look: 'none',
      words: 'за несколько лет вместе такой показатель не считается',
    });
    expect(text('["II","5А"]', 1)).toMatchObject({ look: 'too-few', words: 'мало данных' });
    expect(text('["I","5А"]', 2)).toMatchObject({ words: 'в этом разрезе не считается' });
    expect(plain(cellWords(shown, '["I"]', 3))).toBe(
      'Блок I · 2025/26 уч. год. Охват: 90,0 % [45,0; 100,0], 9 из 10 (пересчитано)',
    );
    expect(plain(cellWords(shown, '["II","5А"]', 1))).toContain('мало данных, n = 3');
  });

  it('says what is still being counted', () => {
    const part = toPicture(tableOf(spec, 1), choices, namingIn('en'));
    expect(part.sheet.text('["I"]', 1)).toMatchObject({ look: 'waiting', words: 'counting' });
    expect(part.sheet.text('["I","5А"]', 1)).toMatchObject({ look: 'number', text: '80.0' });
    expect(hasNothing(part.table)).toBe(false);
  });

  it('folds columns into their totals', () => {
    const deep = { ...spec, rows: [], columns: ['block', 'year'] as const };
    const open = toPicture(tableOf(deep), choices, namingIn('ru'));
    expect(open.sheet.columns).toHaveLength(1 + 2 * (1 + 2 * 2));
    const folded = { open: true, except: ['["I"]'] };
    const closed = toPicture(tableOf(deep), { ...choices, openColumns: folded }, namingIn('ru'));
    expect(closed.sheet.columns).toHaveLength(1 + 1 + (1 + 2 * 2));
    expect(closed.sheet.heads.find(({ group }) => group === '["I"]')).toMatchObject({
      open: false,
      span: 1,
    });
  });

  it('leads to the records of the very cell', () => {
    const behind = behindPivot(picture(), '["I","5А"]', 3);
    expect(behind?.question).toMatchObject({
      measure: 'M01',
      by: ['block', 'class'],
      grain: 'year',
    });
    expect(behind?.cell).toMatchObject({ time: 2025, members: ['I', '5А'] });
    expect(behindPivot(picture(), '[]', 0)).toBeNull();
  });

  it('is shaded so that its numbers read in both themes', () => {
    const css = readFileSync('src/app.css', 'utf8');
    const tokens = (from: string) => {
      const part = css.slice(css.indexOf(from));
      return (name: string) => new RegExp(`--${name}: (#\\w{6})`).exec(part)?.[1] ?? '';
    };
    for (const of of [tokens(':root {'), tokens("[data-theme='dark']")]) {
      for (const hue of ['block-1', 'block-2', 'block-3', 'accent', 'error', 'second']) {
        const ground = mix(of('card'), of(hue), 0.38);
        expect(contrast(of('ink'), ground), hue).toBeGreaterThanOrEqual(4.5);
      }
    }
    const shades = picture().sheet;
    expect(shades.text('["I","5А"]', 3).shade).toEqual({ share: 1, hue: 0 });
    expect(picture({ shading: 'none' }).sheet.text('["I","5А"]', 3).shade).toBeNull();
  });
});

describe('a pivot as it is written', () => {
  const written = (language: 'ru' | 'en') => {
    const shown = picture({ interval: true, n: true }, language);
    return writePivotRows(
      shown,
      new PivotLines(shown.sheet).shown(null, () => true),
    );
  };

  it('has heads over every column, names along the rows and numbers in the language’s way', () => {
    const rows = pivotToClipboard(written('ru'), 'ru')
      .split('\n')
      .map((row) => row.split('\t'));
    expect(rows[1]?.slice(0, 6)).toEqual([
      'блок',
      'класс',
      'Всего участий',
      'Охват, %',
      'Охват, %: n',
      'Охват, %: 95 % интервал',
    ]);
    expect(new Set(rows.slice(0, -1).map(({ length }) => length))).toEqual(
      new Set([2 + 1 + 2 * 4]),
    );
    const block = rows.find(([first, second]) => first === 'Блок I' && second === 'Всего');
    expect(block?.[3]).toBe('80');
    expect(block?.[6]).toMatch(/^\d+$/);
    expect(rows.find(([first, second]) => first === 'Блок II' && second === '5А')?.[3]).toBe(
      'мало данных',
    );
  });

  it('never holds a formula', () => {
    const csv = pivotToCsv(written('en'), 'en');
    expect(csv.startsWith('\ufeff')).toBe(true);
    expect(csv).toContain(`"'=HYPERLINK(""x"")"`);
    const files = unzipSync(writeWorkbook([pivotToSheet(written('en'), 'Pivot')]));
    const xml = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(xml).not.toContain('<f>');
    expect(xml).toContain('=HYPERLINK(');
    expect(xml).toMatch(/<v>80<\/v>/);
  });
});
