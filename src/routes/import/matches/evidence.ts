import type { Locale } from '#lib/i18n/locale.ts';
import type {
  Match,
  MatchEvidence,
  MatchEvidenceCode,
  Side,
} from '#lib/ingest/star/matches/match.ts';

/** A reason in words, and whether it speaks for two things. */
export interface Reason {
  readonly text: string;
  readonly against: boolean;
}

/** Reasons that speak for two things, not one. */
const against: ReadonlySet<MatchEvidenceCode> = new Set<MatchEvidenceCode>([
  'name-other',
  'class-other',
  'year-other',
  'class-unknown',
  'several-candidates',
  'together',
  'one-roll',
  'said-different',
  'one-list',
  'words-left-out',
  'partner-other',
]);

type Params = MatchEvidence['params'];

const capitalWords = (text: string): string =>
  text.replace(/(?<!\p{L})\p{Ll}/gu, (letter) => letter.toLocaleUpperCase());

const factOf = ({ facts }: Side, wanted: string): string | null =>
  facts.find(({ code }) => code === wanted)?.text ?? null;

/** The parameters of a reason as its sentence takes them: names with capitals, years and dates written out. */
function writeOut({ code, params }: MatchEvidence, { a, b }: Match, { format }: Locale): Params {
  switch (code) {
    case 'class-same':
      return { ...params, year: format.schoolYear(Number(params['year'])) };
    case 'birth-same':
    case 'day-same':
      return { date: format.date(String(params['date'])) };
    case 'patronymic-near':
      return [params['from'], params['to']].some((name) => String(name).length === 1)
        ? { initial: 'yes' }
        : {};
    case 'one-roll': {
      const shared = factOf(a, 'class');
      return shared !== null && shared === factOf(b, 'class') ? { class: shared } : {};
    }
    case 'acronym':
      return { short: String(params['short']).toLocaleUpperCase() };
    case 'name-one-letter':
    case 'name-variant':
    case 'name-other':
      return {
        from: capitalWords(String(params['from'])),
        to: capitalWords(String(params['to'])),
      };
    default:
      return params;
  }
}

/** The reasons of a match in words, in their order. */
export function sayEvidence(match: Match, locale: Locale): Reason[] {
  return match.evidence.map((reason) => ({
    text: locale.t.matching.evidence[reason.code](writeOut(reason, match, locale)),
    against: against.has(reason.code),
  }));
}
