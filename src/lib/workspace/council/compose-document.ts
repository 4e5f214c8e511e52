import { publishedOf, type Published } from '#lib/disclosure/published.ts';
import { locales } from '#lib/i18n/locale.ts';
import type { LanguageTag } from '#lib/i18n/format.ts';
import type { Annotation } from '#lib/model/annotation.ts';
import type { DraftForm, TextRole } from '#lib/model/draft.ts';
import type { Programme } from '#lib/model/programme.ts';
import type {
  Both,
  Certificate,
  SnapshotDocument,
  SnapshotFigure,
  SnapshotPage,
  SnapshotSource,
  SnapshotText,
} from '#lib/snapshot/document.ts';
import { snapshotVersion } from '#lib/snapshot/document.ts';
import { canonicalJson } from '#lib/snapshot/seal/canonical-json.ts';
import { hashText } from '#lib/snapshot/seal/hash.ts';
import { nameTime } from '../naming.ts';
import type { ViewAnswer } from '../view-answer.ts';
import type { Draft, Page } from './draft.ts';
import { nameIn } from './draft-name.ts';
import { toFigure } from './figure.ts';
import type { RefusedPiece } from './refused-piece.ts';
import type { NumberCell } from './live-answer.ts';
import { sayText, type LiveSetting } from './live-words.ts';
import { titleOf, writtenText } from './prompts.ts';

/** What stands on every page of a snapshot, and what its names are found in. */
export interface DocumentContext {
  readonly programme: Programme;
  readonly own: readonly string[];
  /** Names of members that only the data tell, such as partners. */
  readonly nameOf?: (dimension: string, key: string | number) => string | null;
  /** The number of the period that the draft speaks of; null where nothing is told of any. */
  readonly period: number | null;
  readonly language: LanguageTag;
  /** From which files and of which day the numbers are, as a line under each figure. */
  readonly source: Both<string>;
  readonly sources: readonly SnapshotSource[];
  /** «YYYY-MM-DD». */
  readonly dataDay: string;
  readonly madeOn: string;
  /** What people pinned to pictures, in their own words; nothing by default. */
  readonly annotations?: readonly Annotation[];
}

const languages = ['ru', 'en'] as const satisfies readonly LanguageTag[];
/** On A4 the smallest letters of a picture come to about 9 pt at these widths; a sheet that stands holds more rows. */
const frames = { slides: { width: 840, most: 30 }, note: { width: 640, most: 45 } } as const;
/** What a council writes on paper where nobody wrote it before. */
const filledByHand: Readonly<Record<DraftForm, readonly TextRole[]>> = {
  slides: ['decision', 'signature'],
  note: ['judgement', 'list', 'decision', 'signature'],
};

function inBoth(say: (language: LanguageTag) => string): Both<string> {
  const [ru, en] = languages.map(say);
  return { ru: ru ?? '', en: en ?? '' };
}

function settingIn(
  language: LanguageTag,
  { programme, own, period }: DocumentContext,
): LiveSetting {
  return { programme, own, period, locale: locales[language] };
}

/** The id that the figure of a place, «page piece», has in a document: letters, digits and hyphens. */
export function figureIdOf(place: string): string {
  return place.replace(/[^\w-]/g, '-');
}

/** Puts a document together of what may be told, with the figures that have nothing to show. */
export function composeDocument(
  draft: Draft,
  answers: ReadonlyMap<string, Published<ViewAnswer>>,
  numbers: ReadonlyMap<string, NumberCell>,
  certificate: Certificate,
  context: DocumentContext,
): { readonly document: Published<SnapshotDocument>; readonly empty: readonly RefusedPiece[] } {
  const { programme, period, source, sources, dataDay, madeOn, language } = context;
  const empty: RefusedPiece[] = [];
  const textOf = (text: Page['pieces'][number] & { kind: 'text' }): SnapshotText => ({
    kind: 'text',
    role: text.role,
    text: inBoth((each) =>
      sayText(writtenText(text, locales[each].t), numbers, settingIn(each, context)),
    ),
  });
  const pageOf = (page: Page): SnapshotPage => ({
    id: page.id,
    title: inBoth((each) =>
      sayText(titleOf(page, locales[each].t), numbers, settingIn(each, context)),
    ),
    pieces: page.pieces.flatMap((piece): (SnapshotText | SnapshotFigure)[] => {
      if (piece.kind === 'text') {
        const text = textOf(piece);
        const isEmpty = text.text.ru.trim() === '' && text.text.en.trim() === '';
        return isEmpty && !filledByHand[draft.form].includes(text.role) ? [] : [text];
      }
      const answer = answers.get(`${page.id} ${piece.id}`);
      if (!answer) return [];
      const made = toFigure(figureIdOf(`${page.id} ${piece.id}`), answer, {
        programme,
        own: context.own,
        ...(context.nameOf ? { nameOf: context.nameOf } : {}),
        ...(context.annotations ? { annotations: context.annotations } : {}),
        source,
        ...frames[draft.form],
      });
      if (made.kind === 'figure') return [made.figure];
      empty.push({ page: page.id, piece: piece.id, reason: made.reason });
      return [];
    }),
  });
  const document = publishedOf(answers as Published<typeof answers>, (): SnapshotDocument => ({
    format: 'dinamika-snapshot',
    version: snapshotVersion,
    form: draft.form,
    language,
    title: inBoth((each) =>
      sayText(nameIn(draft.name, programme, locales[each]), numbers, settingIn(each, context)),
    ),
    school: programme.school,
    period: inBoth((each) =>
      period === null ? '' : nameTime(period, 'term', programme, locales[each]),
    ),
    dataDay,
    madeOn,
    programme: {
      name: { ru: programme.name.ru, en: programme.name.en },
      sha256: hashText(canonicalJson(programme)),
    },
    sources,
    pages: draft.pages.map(pageOf).filter(({ pieces }) => pieces.length > 0),
    certificate,
  }));
  return { document, empty };
}
