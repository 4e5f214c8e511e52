import type { ReleaseWish } from '#lib/analysis/release/prepare-release.ts';
import { refuseQuestion } from '#lib/analysis/result.ts';
import { publishedOf } from '#lib/disclosure/published.ts';
import { periodsOf } from '#lib/programme/time.ts';
import type { SnapshotDocument } from '#lib/snapshot/document.ts';
import { composeDocument, type DocumentContext } from '../council/compose-document.ts';
import type { Draft } from '../council/draft.ts';
import type { ViewAnswer } from '../view-answer.ts';
import { showsLastOnly } from '../views.ts';
import { auditWishes, type WishAuditing } from './audited-wishes.ts';
import type { FrozenForKeeping } from './frozen-for-keeping.ts';

/** What a figure is frozen with. */
export interface FigureFreezing extends Omit<DocumentContext, 'programme'>, WishAuditing {
  /** Notes and targets of the picture that stay behind since they name somebody. */
  readonly leftOut?: readonly string[];
}

const place = { page: 's1', piece: 'p1' } as const;

/** A draft of the figure of an answer and nothing else. */
export function draftOfFigure({ choices }: Pick<ViewAnswer, 'choices'>, name: string): Draft {
  const piece = { kind: 'figure', id: place.piece, choices } as const;
  const page = { id: place.page, title: name, pieces: [piece] };
  return { id: 'figure', name, form: 'slides', period: choices.period, pages: [page] };
}

/** What an answer asks, and the cells of it that its picture shows. */
export function wishOfAnswer({ choices, result, until, last }: ViewAnswer): ReleaseWish {
  const times = new Set(result.times);
  return {
    question: result.question,
    shownOf: ({ cells }) =>
      cells.filter(({ time }) =>
        showsLastOnly(choices.chart)
          ? time === last
          : times.has(time) && (until === null || time <= until),
      ),
  };
}

/** The last period of which a picture speaks, and nothing is told of a later one. */
function periodOf(
  { result: { question }, last }: ViewAnswer,
  { programme, period }: FigureFreezing,
): number | null {
  const { span, grain } = question;
  const own = span ?? (last === null ? [] : periodsOf(programme, grain, last));
  const end = own.length === 0 ? null : Math.max(...own);
  return end === null || period === null ? period : Math.min(end, period);
}

/**
 * Freezes what a picture shows as a snapshot of one figure: asks it anew, has it audited together with what left the school
 * before, and leaves nothing in it that may not be told. Rejects as `auditWishes` does.
 */
export async function freezeFigure(
  answer: ViewAnswer,
  name: string,
  freezing: FigureFreezing,
): Promise<FrozenForKeeping<SnapshotDocument>> {
  const audited = await auditWishes([wishOfAnswer(answer)], freezing);
  if (audited.kind === 'exposed') return audited;
  const { results, statements, certificate } = audited;
  if (!results[0]) return { kind: 'nothing' };
  const { choices, until, last } = answer;
  const said = publishedOf(results, ([result]): ViewAnswer => ({
    choices,
    result: result ?? refuseQuestion(answer.result.question),
    until,
    last,
    beside: null,
  }));
  const { document } = composeDocument(
    draftOfFigure(answer, name),
    new Map([[`${place.page} ${place.piece}`, said]]),
    new Map(),
    certificate,
    { ...freezing, period: periodOf(answer, freezing) },
  );
  if (document.pages.length === 0) return { kind: 'nothing' };
  return {
    kind: 'frozen',
    content: document,
    statements,
    certificate,
    leftOut: freezing.leftOut ?? [],
  };
}
