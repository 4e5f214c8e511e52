import type { MeasureId } from '#lib/measures/registry.ts';
import { PlainCell } from './cell.ts';
import { chosen, groups, isEventSide, mean, type Key, type PlainOutcome } from './plain-school.ts';

interface Group {
  readonly key: string;
  readonly grade: Key;
  readonly sex: Key;
  readonly n: number;
  readonly y: number;
}

/** The pupils of a cell by groups, with those who took part. */
function groupsOf(
  { plain, time, pupils, own }: PlainCell,
  names: readonly ('class' | 'grade' | 'sex')[],
): Group[] {
  const roll = plain.roll(time);
  const took = new Set(own.map((list) => list[0]?.person));
  return groups(pupils, (who) =>
    JSON.stringify(names.map((name) => roll.get(who)?.[name] ?? null)),
  ).map((list) => {
    const first = roll.get(list[0] ?? -1);
    return {
      key: JSON.stringify(names.map((name) => first?.[name] ?? null)),
      grade: first?.grade ?? null,
      sex: first?.sex ?? null,
      n: list.length,
      y: list.filter((who) => took.has(who)).length,
    };
  });
}

/** Standard deviation of beta-binomial shrunk rates by the method of moments. */
export function shrunkDeviation(classes: readonly { n: number; y: number }[]): number | null {
  const k = classes.length;
  if (k < 2) return null;
  const all = classes.reduce((sum, { n }) => sum + n, 0);
  const mu = classes.reduce((sum, { y }) => sum + y, 0) / all;
  const spread =
    (k * classes.reduce((sum, { n, y }) => sum + n * (y / n - mu) ** 2, 0)) / ((k - 1) * all);
  const chance = mu * (1 - mu) * mean(classes.map(({ n }) => 1 / n));
  const strength =
    spread > chance + 1e-12 ? Math.max(0, (mu * (1 - mu) - spread) / (spread - chance)) : Infinity;
  const rates = classes.map(({ n, y }) =>
    strength === Infinity ? mu : (y + mu * strength) / (n + strength),
  );
  const middle = mean(rates);
  return Math.sqrt(rates.reduce((sum, rate) => sum + (rate - middle) ** 2, 0) / (k - 1));
}

/** Gini coefficient as half the mean absolute difference over the mean; null where all values are 0. */
export function gini(values: readonly number[]): number | null {
  const total = values.reduce((sum, value) => sum + value, 0);
  if (total === 0) return null;
  let differences = 0;
  for (const a of values) for (const b of values) differences += Math.abs(a - b);
  return differences / (2 * values.length * total);
}

function diversity({ plain, time, deeds }: PlainCell): PlainOutcome {
  if (!plain.recorded(time)) return 'no-records';
  const known = deeds.filter(({ direction }) => direction !== null);
  if (known.length === 0) return 'no-records';
  const shares = groups(known, ({ direction }) => String(direction)).map(
    (list) => list.length / known.length,
  );
  return { value: Math.exp(-shares.reduce((sum, p) => sum + p * Math.log(p), 0)), n: known.length };
}

function whiteSpots({ plain, time, members, pupils }: PlainCell): PlainOutcome {
  const roll = plain.roll(time);
  const whole = plain.pupils(time, {});
  const classes = groups(
    whole.filter((who) => roll.get(who)?.class !== null),
    (who) => JSON.stringify([roll.get(who)?.class, roll.get(who)?.grade]),
  ).filter((list) => list.length >= 10);
  const blocks = plain.programme.blocks
    .map(({ id }) => id)
    .filter((block) => chosen(plain.selection, { block }, isEventSide))
    .filter((block) => !('block' in members) || members.block === block);
  const own = new Set(pupils);
  const spots = classes
    .filter((list) => list.every((who) => own.has(who)))
    .flatMap((list) =>
      blocks.map((block) => {
        const deeds = plain
          .deeds(time)
          .filter((deed) => deed.listed && deed.block === block && list.includes(deed.person));
        const reached = new Set(deeds.map(({ person }) => person)).size;
        const isLow = reached < plain.programme.whiteSpotTarget * list.length;
        return isLow || deeds.every(({ partner }) => partner === null);
      }),
    );
  return spots.length === 0
    ? 'too-few'
    : { value: spots.filter((white) => white).length, n: spots.length };
}

function mixEffect(cell: PlainCell): PlainOutcome {
  const { plain, time, members, pupils } = cell;
  const before = plain.yearAgo(time);
  const then =
    before !== undefined && plain.told(before) ? new PlainCell(plain, before, members) : null;
  if (!then || then.pupils.length === 0) return 'no-before';
  const [first, last] = [groupsOf(then, ['grade', 'sex']), groupsOf(cell, ['grade', 'sex'])];
  const unknown = (list: readonly Group[], n: number) =>
    list
      .filter(({ grade, sex }) => grade === null || sex === null)
      .reduce((sum, g) => sum + g.n, 0) >
    0.05 * n;
  if (unknown(first, then.pupils.length) || unknown(last, pupils.length)) return 'no-split';
  const keys = new Set([...first, ...last].map(({ key }) => key));
  let mix = 0;
  for (const key of keys) {
    const [a, b] = [first.find((g) => g.key === key), last.find((g) => g.key === key)];
    const r1 = a ? a.y / a.n : b ? b.y / b.n : 0;
    const r2 = b ? b.y / b.n : r1;
    const shift = (b?.n ?? 0) / pupils.length - (a?.n ?? 0) / then.pupils.length;
    mix += (shift * (r1 + r2)) / 2;
  }
  return { value: mix, n: pupils.length };
}

/** A measure of how participation is spread in one cell, or undefined for another measure. */
export function spreadOutcome(cell: PlainCell, measure: MeasureId): PlainOutcome | undefined {
  if (measure === 'M13') return diversity(cell);
  if (!['M35', 'M36', 'M37', 'M38', 'M41'].includes(measure)) return undefined;
  const missing = cell.missing();
  if (missing) return missing;
  if (measure === 'M38') return whiteSpots(cell);
  if (measure === 'M41') return mixEffect(cell);
  if (measure === 'M37') {
    const zeros = new Array<number>(cell.pupils.length - cell.own.length).fill(0);
    const value = gini([...zeros, ...cell.own.map((list) => list.length)]);
    return value === null ? 'all-zero' : { value, n: cell.pupils.length };
  }
  if (measure === 'M35') {
    const [girls, boys] = ['f', 'm'].map((sex) =>
      groupsOf(cell, ['sex']).find((g) => g.sex === sex),
    );
    if (!girls || !boys) return 'no-split';
    return { value: girls.y / girls.n - boys.y / boys.n, n: girls.n + boys.n };
  }
  const classes = groupsOf(cell, ['class']).filter(({ key, n }) => key !== '[null]' && n >= 5);
  const value = shrunkDeviation(classes);
  return value === null ? 'too-few' : { value, n: classes.length };
}
