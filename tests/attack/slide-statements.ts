import type { SlideFrame } from './slides-file.ts';

/** A number that a slide says of somebody at a time; null where it says that there is none. */
export interface SlideStatement {
  readonly label: string;
  /** A time, such as «I 2024/25», or what a table has its columns of. */
  readonly column: string;
  /** As it is shown: a share in per cent to a decimal. */
  readonly value: number | null;
  /** How many they are, where a table says so. */
  readonly x: number | null;
}

const time = /(?:[IV]+ (?:\S+ )?)?\d{4}\/\d\d/;

/** A time in its shortest words: charts leave out of which kind a term is. */
export function shortTime(text: string): string {
  return text.replace(/ (?:четверть|триместр|полугодие) /, ' ');
}

/** A number as it is written in Russian; null for words. */
function numberOf(text: string): number | null {
  const plain = text
    .replace(/[\u00a0\u202f]/g, '')
    .replace('−', '-')
    .replace(',', '.');
  return /^-?\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : null;
}

/** What a chart or table says, number by number. */
export function statementsOf({ before, shown }: SlideFrame): SlideStatement[] {
  if (shown.kind === 'chart') {
    const [own = ''] = time.exec(before.findLast((text) => time.test(text)) ?? '') ?? [];
    return shown.series.flatMap(({ name, values }) =>
      shown.categories.map((category, at): SlideStatement => {
        const value = values[at] ?? null;
        if (time.test(name)) return { label: category, column: shortTime(name), value, x: null };
        if (time.test(category))
          return { label: name, column: shortTime(category), value, x: null };
        return { label: `${category} · ${name}`, column: shortTime(own), value, x: null };
      }),
    );
  }
  const [heads = [], ...rows] = shown.rows;
  const x = heads.findIndex((head) => head.startsWith('x'));
  return rows.map((cells) => ({
    label: cells[0] ?? '',
    column: shortTime(cells[1] ?? ''),
    value: numberOf(cells[2] ?? ''),
    x: x < 0 ? null : numberOf(cells[x] ?? ''),
  }));
}
