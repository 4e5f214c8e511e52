import {
  prepareRelease,
  type PreparedRelease,
  type ReleaseWish,
  type WishedResult,
} from '#lib/analysis/release/prepare-release.ts';
import type { AnsweredCell, Result } from '#lib/analysis/result.ts';
import type { Audited, Passed } from '#lib/disclosure/passed.ts';
import type { Rules } from '#lib/disclosure/few.ts';
import { publishCells, publishedOf, type Published } from '#lib/disclosure/published.ts';
import type { Register } from '#lib/disclosure/register.ts';
import type { Engine } from '#lib/engine/engine.ts';
import type { Programme } from '#lib/model/programme.ts';
import type { SharedRelease, SharedStatement } from '#lib/model/shared-release.ts';
import type { SnapshotDocument } from '#lib/snapshot/document.ts';
import type { Choices } from '../choices.ts';
import { isOfSamePupils } from '../fitting.ts';
import { endOf, questionOf as questionAbout, type ViewAnswer } from '../view-answer.ts';
import { showsLastOnly } from '../views.ts';
import { composeDocument, type DocumentContext } from './compose-document.ts';
import { choicesIn, type Draft } from './draft.ts';
import { refuseFigure } from './figure.ts';
import { cellOf, timeIn, type NumberCell } from './live-answer.ts';
import { numbersIn, questionOf, type LiveNumber } from './live-number.ts';
import { writtenText } from './prompts.ts';
import type { PieceRefusal, PiecePlace, RefusedPiece } from './refused-piece.ts';
import { locales } from '#lib/i18n/locale.ts';

/** A snapshot that may be shared, with what it tells everybody; or why none can be made of the draft. */
export type Frozen =
  | {
      readonly kind: 'frozen';
      readonly document: Published<SnapshotDocument>;
      readonly statements: readonly SharedStatement[];
      /** What its figures are drawn of, by the place of each: «page piece». */
      readonly answers: ReadonlyMap<string, Published<ViewAnswer>>;
      /** Figures that are left out. */
      readonly refused: readonly RefusedPiece[];
      /** Live numbers that are withheld. */
      readonly withheldNumbers: readonly WithheldNumber[];
    }
  | { readonly kind: 'exposed'; readonly pieces: readonly PiecePlace[] };

/** A live number that is withheld, as it is written, and where it stands. */
export interface WithheldNumber {
  readonly token: string;
  readonly number: LiveNumber;
  readonly places: readonly PiecePlace[];
}

/** What a draft is frozen with. */
export interface Freezing extends DocumentContext {
  readonly engine: Engine;
  readonly earlier: readonly SharedRelease[];
  readonly audit: (register: Register, rules: Rules) => Promise<Audited>;
  readonly signal?: AbortSignal;
}

/** What is asked for a figure, and what comes of it. */
interface FigureWish extends PiecePlace {
  readonly choices: Choices;
  readonly wish: ReleaseWish;
}

interface NumberWish extends WithheldNumber {
  readonly wish: ReleaseWish;
}

function isWithheld({ form }: LiveNumber, { outcome, before }: NumberCell): boolean {
  const said = form === 'change' ? [outcome, before] : [outcome];
  return said.some((one) => one?.kind === 'absent' && one.reason === 'withheld');
}

function refusalOf(choices: Choices): PieceRefusal | null {
  return refuseFigure(choices.chart) ?? (isOfSamePupils(choices) ? 'same-pupils' : null);
}

/** The cells of a result that a view shows: of its last time alone, or of all times up to it. */
function shownBy(choices: Choices, programme: Programme) {
  return (result: Result): readonly AnsweredCell[] => {
    const { until, last } = endOf(choices, result, programme);
    return result.cells.filter(({ time }) =>
      showsLastOnly(choices.chart) ? time === last : until === null || time <= until,
    );
  };
}

function figureWishes(draft: Draft, programme: Programme) {
  const wishes: FigureWish[] = [];
  const refused: RefusedPiece[] = [];
  for (const page of draft.pages) {
    for (const piece of page.pieces) {
      if (piece.kind !== 'figure') continue;
      const place = { page: page.id, piece: piece.id };
      const choices = choicesIn(piece, draft.period);
      const reason = refusalOf(choices);
      if (reason) {
        refused.push({ ...place, reason });
        continue;
      }
      const wish = { question: questionAbout(choices, null), shownOf: shownBy(choices, programme) };
      wishes.push({ ...place, choices, wish });
    }
  }
  return { wishes, refused };
}

/** Every number in the texts of a draft, in both languages, each once. */
function numberWishes(draft: Draft, period: number | null, programme: Programme): NumberWish[] {
  const found = new Map<string, { number: LiveNumber; places: PiecePlace[] }>();
  for (const page of draft.pages) {
    for (const piece of page.pieces) {
      if (piece.kind !== 'text') continue;
      const texts = Object.values(locales).map(({ t }) => writtenText(piece, t));
      for (const [token, number] of numbersIn(texts)) {
        const own = found.get(token) ?? { number, places: [] };
        found.set(token, own);
        own.places.push({ page: page.id, piece: piece.id });
      }
    }
  }
  return [...found].map(([token, { number, places }]) => {
    const shownOf = (result: Result) => {
      const time = timeIn(number, result, period, programme);
      return result.cells.filter(
        (cell) =>
          cell.time === time && number.members.every(({ key }, at) => cell.members[at] === key),
      );
    };
    return { token, number, places, wish: { question: questionOf(number), shownOf } };
  });
}

/** The answer to a figure's choices with the cells that may be told. */
function answerOf(
  choices: Choices,
  { result, cells }: Extract<WishedResult, { kind: 'cells' }>,
  programme: Programme,
  passed: Passed,
): Published<ViewAnswer> {
  const end = endOf(choices, result, programme);
  return publishedOf(publishCells(cells, passed), (said) => {
    const times = new Set(said.map(({ time }) => time));
    const shown = { ...result, cells: said, times: result.times.filter((time) => times.has(time)) };
    return { choices, result: shown, ...end, beside: null };
  });
}

/** Where the numbers stand that speak of somebody who would be given away. */
function exposedPlaces(
  { register, wishes }: PreparedRelease,
  few: Extract<Audited, { kind: 'refused' }>['few'],
  placesOf: (wish: number) => readonly PiecePlace[],
): PiecePlace[] {
  const features = new Set([...few.within, ...few.without]);
  const numbers = new Set(
    register.numbers.flatMap((own, number) =>
      own.some((one) => features.has(register.statements[one]?.about ?? -1)) ? [number] : [],
    ),
  );
  const places = wishes.flatMap((wished, at) =>
    wished.kind === 'cells' && wished.cells.some(({ now }) => now !== null && numbers.has(now))
      ? placesOf(at)
      : [],
  );
  return [...new Map(places.map((place) => [`${place.page} ${place.piece}`, place])).values()];
}

/** What is told by the numbers that are not withheld. */
function toldBy({ register, told }: PreparedRelease, { hidden }: Passed): SharedStatement[] {
  const said = new Set(register.numbers.flatMap((own, number) => (hidden.has(number) ? [] : own)));
  return told.filter((_, statement) => said.has(statement));
}

/**
 * Freezes a draft: asks all that it shows, has it audited together with what earlier snapshots told, and puts together what
 * may be shared. Rejects as `prepareRelease` and the audit do; then nothing may be shared.
 */
export async function freeze(draft: Draft, freezing: Freezing): Promise<Frozen> {
  const { engine, programme, period, earlier, audit, signal } = freezing;
  const { privacy } = programme;
  const figures = figureWishes(draft, programme);
  const numbers = numberWishes(draft, period, programme);
  const known = earlier.flatMap(({ statements }) => statements);
  const prepared = await prepareRelease(
    engine,
    [...figures.wishes, ...numbers].map(({ wish }) => wish),
    programme,
    known,
    privacy,
    signal,
  );
  const audited = await audit(prepared.register, privacy);
  signal?.throwIfAborted();
  if (audited.kind === 'refused') {
    const placesOf = (at: number): readonly PiecePlace[] => {
      const figure = figures.wishes[at];
      return figure ? [figure] : (numbers[at - figures.wishes.length]?.places ?? []);
    };
    const pieces = exposedPlaces(prepared, audited.few, placesOf);
    return { kind: 'exposed', pieces: pieces.map(({ page, piece }) => ({ page, piece })) };
  }
  const refused = [...figures.refused];
  const answers = new Map<string, Published<ViewAnswer>>();
  for (const [at, { page, piece, choices }] of figures.wishes.entries()) {
    const wished = prepared.wishes[at];
    if (wished?.kind === 'cells') {
      answers.set(`${page} ${piece}`, answerOf(choices, wished, programme, audited));
    } else refused.push({ page, piece, reason: 'no-sum' });
  }
  const cells = new Map<string, NumberCell>();
  for (const [at, { token, number }] of numbers.entries()) {
    const wished = prepared.wishes[figures.wishes.length + at];
    if (wished?.kind !== 'cells') continue;
    const said = publishCells(wished.cells, audited);
    const time = timeIn(number, wished.result, period, programme);
    cells.set(token, cellOf(number, { ...wished.result, cells: said }, time));
  }
  const statements = toldBy(prepared, audited);
  const certificate = {
    statements: prepared.register.statements.length,
    sensitive: audited.sensitive,
    narrowest: audited.narrowest,
    numbers: prepared.register.numbers.length,
    primary: audited.primary.size,
    secondary: audited.hidden.size - audited.primary.size,
    rules: {
      least: privacy.least,
      leastAssessed: privacy.leastAssessed,
      width: privacy.width,
      zeros: privacy.zeros,
    },
    worlds: audited.worlds,
    earlier: earlier.map(({ id }) => id),
  };
  const { document, empty } = composeDocument(draft, answers, cells, certificate, freezing);
  return {
    kind: 'frozen',
    document,
    statements,
    answers,
    refused: [...refused, ...empty],
    withheldNumbers: numbers.flatMap(({ token, number, places }) => {
      const cell = cells.get(token);
      return cell && isWithheld(number, cell) ? [{ token, number, places }] : [];
    }),
  };
}
