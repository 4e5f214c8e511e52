import { foldText } from '#lib/i18n/fold.ts';
import type { Column, WideKind, WideRange } from '#lib/model/table.ts';
import { axesOf, isMode, kindOfAxes, type WideAxis } from './wide-words.ts';

interface Place {
  readonly kind: WideKind | null;
  /** What the heading says besides: the quantity that the range holds. */
  readonly quantity: string;
  readonly step: string;
}

function placeOf(heading: string): Place {
  const found: WideAxis[] = [];
  const rest: string[] = [];
  for (const floor of heading.split(' / ')) {
    const own = axesOf(floor);
    if (own.length > 0) found.push(...own);
    else if (!isMode(floor)) rest.push(floor);
  }
  return { kind: kindOfAxes(found), quantity: foldText(rest.join(' / ')), step: foldText(heading) };
}

/**
 * The longest run of neighbouring columns whose headings hold one quantity over terms, months, years, dates, levels or results,
 * at least two of them and none said twice; the first of equally long ones. Null where there is none.
 */
export function wideRangeOf(columns: readonly Column[]): WideRange | null {
  const places = columns.map((column) => placeOf(column.heading));
  let best: WideRange | null = null;
  let longest = 1;
  for (let start = 0; start < places.length; start += 1) {
    const place = places[start];
    if (!place || place.kind === null) continue;
    const steps = new Set([place.step]);
    let end = start;
    for (let next = places[end + 1]; next; next = places[end + 1]) {
      if (next.kind !== place.kind || next.quantity !== place.quantity || steps.has(next.step))
        break;
      steps.add(next.step);
      end += 1;
    }
    const first = columns[start];
    const last = columns[end];
    if (first && last && end - start + 1 > longest) {
      longest = end - start + 1;
      best = { first: first.index, last: last.index, kind: place.kind };
    }
    start = end;
  }
  return best;
}
