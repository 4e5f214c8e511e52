import type { MemberKey } from '#lib/analysis/counts.ts';
import type { Member } from '#lib/analysis/members.ts';
import { measuredWith } from '#lib/analysis/measured-with.ts';
import type { AnsweredCell, Result } from '#lib/analysis/result.ts';
import { hatchOf } from '#lib/charts/absence.ts';
import type { ChartPoint, ChartSeries } from '#lib/charts/chart-input.ts';
import { blockHue, memberTone, type Tone } from '#lib/charts/palette.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import type { Dimension } from '#lib/model/dimension.ts';
import type { Programme } from '#lib/model/programme.ts';
import type { Outcome } from '#lib/model/result.ts';
import { nameLine, nameMember } from './naming.ts';

/** The cells of a result that are drawn, and how each becomes a point. */
export interface DrawnCells {
  readonly result: Result;
  readonly cells: readonly AnsweredCell[];
  readonly programme: Programme;
  readonly locale: Locale;
  readonly toPoint: (cell: AnsweredCell) => ChartPoint;
}

/** How many series a member of the first dimension holds at most. */
const mostWithin = 8;

/** What a series of a picture speaks of: the keys of its members; `within` is there where it belongs to two. */
export interface SeriesKeys {
  readonly key: MemberKey;
  readonly within?: MemberKey;
}

/** Reads the id that a series of a picture was given. */
export function readSeriesId(id: string): SeriesKeys {
  const [key, , ...rest] = JSON.parse(id) as [MemberKey, string | null, MemberKey?];
  const [within] = rest;
  return within === undefined ? { key } : { key, within };
}

/** The members of a dimension of a result that have a place in its picture. */
export function membersOf(result: Result, index: number): readonly Member[] {
  const among = result.members[index] ?? [];
  return among.filter((member) => isWorthDrawing(member, index, result.cells));
}

/** A series a member of the first dimension, or one of everybody; one more for each thing that was measured with. */
export function seriesOf(drawn: DrawnCells): readonly ChartSeries[] {
  const { result, cells, programme, locale } = drawn;
  const { by, measure } = result.question;
  const [dimension = null] = by;
  const members = dimension ? membersOf(result, 0) : [{ key: null, name: null }];
  return members.flatMap((member) => {
    const own = cells.filter((cell) => !dimension || cell.members[0] === member.key);
    const lines = linesOf(own);
    const name = dimension
      ? nameMember(dimension, member, programme, locale)
      : locale.t.measures.words[measure].short;
    return lines.map((line, index): ChartSeries => {
      const along = cellsOn(line, lines, own);
      return {
        id: JSON.stringify([member.key, line]),
        label: lines.length > 1 ? nameAlong(name, along, locale) : name,
        group: dimension === 'direction' ? blockOf(member, programme) : null,
        tone: dimension
          ? toneOf(dimension, member, members, programme)
          : memberTone('neutral', index),
        points: along.map(drawn.toPoint),
      };
    });
  });
}

/**
 * Series of the members of the second dimension within each member of the first, where there is anything of both; as many
 * in each as can be told apart, and of each only what was measured as it is measured last.
 */
export function seriesWithin(drawn: DrawnCells): readonly ChartSeries[] {
  const { result, cells, programme, locale } = drawn;
  const [first, second] = result.question.by;
  if (!first || !second) return seriesOf(drawn);
  const inner = membersOf(result, 1);
  const outer = membersOf(result, 0);
  return outer.flatMap((member) => {
    const label = nameMember(first, member, programme, locale);
    const tone = toneOf(first, member, outer, programme);
    const series = inner.flatMap((part): ChartSeries[] => {
      const both = cells.filter(
        ({ members: [one, other] }) => one === member.key && other === part.key,
      );
      if (!both.some(({ outcome }) => isAnything(outcome))) return [];
      const [line = null] = linesOf(both);
      const own = nameMember(second, part, programme, locale);
      return [
        {
          id: JSON.stringify([member.key, line, part.key]),
          label: `${label} · ${own}`,
          group: null,
          tone: toneWithin(tone, toneOf(second, part, inner, programme), inner.indexOf(part)),
          points: cellsOn(line, [line], both).map(drawn.toPoint),
          within: { id: JSON.stringify(member.key), label, tone, own },
        },
      ];
    });
    return keepWeightiest(series, mostWithin);
  });
}

/** The tone of a part within a member: the part's own where it has one, else a step within the member's. */
function toneWithin(outer: Tone, own: Tone, index: number): Tone {
  return own.hue === 'neutral' ? memberTone(outer.hue, index) : own;
}

/** Whether an outcome is more than a want of records. */
function isAnything(outcome: Outcome): boolean {
  return outcome.kind === 'estimate' || hatchOf(outcome) !== null;
}

/** Whether a member has a place in a picture: what belongs nowhere has one only where there is anything of it. */
function isWorthDrawing({ key }: Member, index: number, cells: readonly AnsweredCell[]): boolean {
  if (key !== null) return true;
  return cells.some(
    ({ members, outcome }) =>
      members[index] === null &&
      (outcome.kind === 'estimate' ? outcome.value !== 0 : outcome.reason === 'withheld'),
  );
}

/** What the cells that have a number were measured with, the latest first; one unknown where none has. */
function linesOf(cells: readonly AnsweredCell[]): readonly (string | null)[] {
  const known = cells.filter(({ outcome }) => outcome.kind === 'estimate').map(measuredWith);
  return known.length === 0 ? [null] : [...new Set(known.reverse())];
}

/** The cells of one of several lines; those without a number, and so without a line, stand with the first. */
function cellsOn(
  line: string | null,
  lines: readonly (string | null)[],
  cells: readonly AnsweredCell[],
): readonly AnsweredCell[] {
  return cells.filter((cell) => {
    const own = measuredWith(cell);
    return lines.includes(own) ? own === line : line === lines[0];
  });
}

/** A name with what some cells were measured with: an instrument, or how many parts an index rests on. */
function nameAlong(name: string, cells: readonly AnsweredCell[], locale: Locale): string {
  const { t, format } = locale;
  const cell = cells.find(({ outcome }) => outcome.kind === 'estimate');
  if (cell?.outcome.kind === 'estimate' && cell.parts.length > 0) {
    const { x, n } = cell.outcome;
    const of = t.charts.of(format.number(x ?? 0), format.number(n ?? 0));
    return `${name} (${t.screens.overview.partsOf(of)})`;
  }
  return `${name}, ${nameLine(cell?.line ?? '', locale)}`;
}

function blockOf({ key }: Member, programme: Programme): string | null {
  return programme.directions.find(({ id }) => id === key)?.block ?? null;
}

/** The tone of a member of a dimension: that of its block, or a neutral one. */
export function toneOf(
  dimension: Dimension,
  member: Member,
  members: readonly Member[],
  programme: Programme,
): Tone {
  const hueOf = (block: string | null) =>
    blockHue(programme.blocks.findIndex(({ id }) => id === block));
  const isBlock = dimension === 'block' || dimension === 'origin' || dimension === 'destination';
  if (isBlock && programme.blocks.some(({ id }) => id === member.key)) {
    return { hue: hueOf(String(member.key)), step: 0 };
  }
  if (dimension === 'direction' && member.key !== null) {
    const block = blockOf(member, programme);
    const siblings = programme.directions.filter((direction) => direction.block === block);
    return memberTone(
      hueOf(block),
      siblings.findIndex(({ id }) => id === member.key),
    );
  }
  return memberTone('neutral', members.indexOf(member));
}

function lastValue({ points }: ChartSeries): number {
  const outcome = points.at(-1)?.outcome;
  return outcome?.kind === 'estimate' ? outcome.value : -Infinity;
}

/** As many series as there is room for: those whose last change stands, then the largest, in their own order. */
export function keepWeightiest(
  series: readonly ChartSeries[],
  most: number,
): readonly ChartSeries[] {
  if (series.length <= most) return series;
  const stands = ({ points }: ChartSeries) => Number(points.at(-1)?.stands ?? false);
  const ranked = [...series].sort((a, b) => stands(b) - stands(a) || lastValue(b) - lastValue(a));
  const kept = new Set(ranked.slice(0, most));
  return series.filter((one) => kept.has(one));
}
