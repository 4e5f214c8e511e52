import {
  isAdditive,
  keysOfCell,
  levelName,
  levelsOf,
  questionsOfLevel,
} from '#lib/analysis/pivot.ts';
import {
  answerLevel,
  pathName,
  wantedTimes,
  type AnsweredLevel,
} from '#lib/analysis/pivot-table.ts';
import type { ReleaseWish } from '#lib/analysis/release/prepare-release.ts';
import type { AnsweredCell } from '#lib/analysis/result.ts';
import { schoolYearOf } from '#lib/programme/time.ts';
import { publishedOf } from '#lib/disclosure/published.ts';
import { PivotLines } from '#lib/tables/pivot-lines.ts';
import { isOpen, type PivotChoices } from '../pivot-choices.ts';
import { toPicture, type PivotPicture } from '../pivot-picture.ts';
import { writePivotRows, type WrittenPivot } from '../pivot-writing.ts';
import { auditWishes, type WishAuditing } from './audited-wishes.ts';
import type { FrozenForKeeping } from './frozen-for-keeping.ts';

type Shown = Pick<PivotPicture, 'table' | 'parts' | 'paths' | 'sheet'>;

/** The lines of a pivot that are in its open part, in their order. */
export function openLines({ sheet }: Pick<PivotPicture, 'sheet'>, choices: PivotChoices) {
  return new PivotLines(sheet).shown(choices.order, (line) => isOpen(choices.openRows, line));
}

/** How many numbers of the open part of a pivot would have to be audited, before anything is asked. */
export function countNumbers(picture: PivotPicture, choices: PivotChoices): number {
  const columns = picture.parts.filter(({ part }) => part === 'value');
  return openLines(picture, choices).length * columns.length;
}

/** The places of a pivot whose numbers it shows: a measure by its number, and the keys of the row before those of the column. */
function shownPlaces({ parts, paths }: Shown, lines: ReturnType<typeof openLines>): Set<string> {
  return new Set(
    lines.flatMap(({ line }) => {
      const row = paths.get(line.id);
      return row
        ? parts.map(({ measure, path }) => placeOf(measure, row.length, [...row, ...path]))
        : [];
    }),
  );
}

function placeOf(measure: number, rows: number, path: readonly (string | number | null)[]): string {
  return `${measure} ${rows} ${pathName(path)}`;
}

/**
 * Freezes the open part of a pivot: has all its numbers audited at once, of all measures and with their totals, together with
 * what left the school before. Rejects as `auditWishes` does.
 */
export async function freezePivot(
  picture: PivotPicture,
  choices: PivotChoices,
  auditing: WishAuditing,
): Promise<FrozenForKeeping<WrittenPivot>> {
  const { table, naming } = picture;
  const { spec } = table;
  const { programme } = auditing;
  const places = shownPlaces(picture, openLines(picture, choices));
  const levels = levelsOf(spec).map((level) => {
    const asked = questionsOfLevel(spec, level);
    const wishes = asked.questions.map((question, measure): ReleaseWish => {
      const id = spec.measures[measure];
      const isOverYears = asked.isTotalOfTimes && (id === undefined || !isAdditive(id));
      const nameOf = ({ time, members }: AnsweredCell): string =>
        placeOf(
          measure,
          level.rows,
          keysOfCell(asked.fields, time, members, schoolYearOf(time, question.grain, programme)),
        );
      return {
        question,
        shownOf: (result) => {
          const wanted = wantedTimes(spec, question.grain, result.times, programme);
          const told = result.cells.filter((cell) => wanted(cell.time) && places.has(nameOf(cell)));
          // Of several years together such a measure says nothing.
          return isOverYears && new Set(told.map(({ time }) => time)).size > 1 ? [] : told;
        },
      };
    });
    return { level, asked, wishes };
  });
  const audited = await auditWishes(
    levels.flatMap(({ wishes }) => wishes),
    auditing,
  );
  if (audited.kind === 'exposed') return audited;
  const { results, statements, certificate } = audited;
  if (results.some((one) => one === null)) return { kind: 'nothing' };
  const content = publishedOf(results, (all) => {
    const told = all.filter((one) => one !== null);
    let from = 0;
    const answered = levels.map(({ level, asked, wishes }): [string, AnsweredLevel] => {
      const own = told.slice(from, (from += wishes.length));
      return [levelName(level), answerLevel(spec, asked, own, programme)];
    });
    const published = toPicture({ ...table, levels: new Map(answered) }, choices, naming);
    return writePivotRows(published, openLines(published, choices));
  });
  return { kind: 'frozen', content, statements, certificate, leftOut: [] };
}
