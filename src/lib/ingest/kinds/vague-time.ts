import { foldText } from '#lib/i18n/fold.ts';
import { findTerm } from '../context.ts';
import type { Lexicon } from '../lexicon.ts';

/** A time without days: a term of the year, one of its halves, or the whole year. */
export type VagueTime =
  | { readonly kind: 'term'; readonly term: number }
  | { readonly kind: 'half'; readonly half: 1 | 2 }
  | { readonly kind: 'year' };

const wholeYear =
  /в течени[ие]|весь (?:учебный )?год|(?:целый|учебный) год|круглый год|ежемесячно|еженедельно|ежедневно|ежегодно|каждый (?:месяц|день|четверг|вторник)|каждую (?:неделю|среду|пятницу|субботу)|постоянно|регулярно|систематически|по (?:отдельному )?(?:плану|графику|расписанию)|по мере (?:необходимости|поступления)|throughout|all year|monthly|weekly|regularly/;
const half =
  /(?<![\p{L}\d])(1|i|перв\p{L}+|2|ii|втор\p{L}+)\s*-?\s*(?:е|ое|го|м)?\s*(?:полугод|п\/г|semester)/u;

/** The time without days that a cell of dates names («I четверть», «2 полугодие», «в течение года», «ежемесячно»); else null. */
export function readVagueTime(text: string, lexicon: Lexicon): VagueTime | null {
  const term = findTerm(text, lexicon.programme);
  if (term !== null) return { kind: 'term', term };
  const folded = foldText(text);
  const found = half.exec(folded);
  if (found)
    return {
      kind: 'half',
      half: /^(?:1|i|перв)/.test(found[1] ?? '') && found[1] !== 'ii' ? 1 : 2,
    };
  return wholeYear.test(folded) ? { kind: 'year' } : null;
}

/** Days of a half of a school year as «YYYY-MM-DD»: September to December, or January to May. */
export function daysOfHalf(schoolYear: number, which: 1 | 2): readonly [string, string] {
  return which === 1
    ? [`${schoolYear}-09-01`, `${schoolYear}-12-31`]
    : [`${schoolYear + 1}-01-01`, `${schoolYear + 1}-05-31`];
}
