import type { Question } from '#lib/analysis/question.ts';
import type { Annotating } from '#lib/charts/annotating.ts';
import type { ChartAnnotation, ChartInput } from '#lib/charts/chart-input.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import type { Annotation, NoteAnnotation } from '#lib/model/annotation.ts';
import type { Grain } from '#lib/model/dimension.ts';
import type { Programme } from '#lib/model/programme.ts';
import { periodOf } from '#lib/programme/calendar.ts';
import { periodsOf, timeOf } from '#lib/programme/time.ts';
import { nameTime } from './naming.ts';
import type { Workspace } from './workspace.svelte.ts';

/** What a picture must say of itself to be annotated. */
type Annotated = Pick<Question, 'measure' | 'grain' | 'by' | 'span'>;

function timeOfNote(
  { period, date }: NoteAnnotation,
  grain: Grain,
  programme: Programme,
): number | null {
  const { periods } = programme;
  const index =
    (date === undefined ? null : periodOf(programme, date)) ??
    periods.findIndex(({ id }) => id === period);
  return timeOf(programme, grain, index);
}

/** A picture with the notes of its times and the targets of its measure. */
export function annotate(
  input: ChartInput,
  { measure, grain, by, span }: Annotated,
  annotations: readonly Annotation[],
  programme: Programme,
): ChartInput {
  // A second dimension that makes the columns leaves no time to pin anything to.
  const hasTimes = by.length < 2 || input.series.some(({ within }) => within !== undefined);
  const shown = annotations.flatMap((one): ChartAnnotation[] => {
    if (one.kind === 'target') {
      // Several terms taken together have no target of one term.
      if (span || one.measure !== measure || one.grain !== grain) return [];
      return [{ kind: 'target', value: one.value, text: one.text }];
    }
    const time = hasTimes ? timeOfNote(one, grain, programme) : null;
    const { labelOfNote } = input.locale.t.saving.annotations;
    const text = one.date ? labelOfNote(input.locale.format.date(one.date), one.text) : one.text;
    return time === null ? [] : [{ kind: 'note', time, text }];
  });
  return shown.length === 0 ? input : { ...input, annotations: shown };
}

function labelOf(one: Annotation, input: ChartInput, programme: Programme, locale: Locale): string {
  const words = locale.t.saving.annotations;
  if (one.kind === 'target') {
    return words.labelOfTarget(one.text || words.target, input.values.text(one.value));
  }
  if (one.date) return words.labelOfNote(locale.format.date(one.date), one.text);
  const index = programme.periods.findIndex(({ id }) => id === one.period);
  const name = index < 0 ? words.unknownPeriod : nameTime(index, 'term', programme, locale);
  return words.labelOfNote(name, one.text);
}

/** What can be pinned to a picture and what is: every note, and the targets of its measure. Lists are made when they are read. */
export function annotatingOf(
  input: ChartInput,
  { measure, grain }: Annotated,
  last: number | null,
  workspace: Workspace,
  locale: Locale,
): Annotating {
  const { programme, ledger, extent } = workspace;
  const latest = last === null ? null : (periodsOf(programme, grain, last).at(-1) ?? null);
  const end = Math.max(latest ?? 0, ...(extent?.periods ?? []));
  return {
    get items() {
      return ledger.annotations
        .filter((one) => one.kind === 'note' || (one.measure === measure && one.grain === grain))
        .map((annotation) => ({
          annotation,
          label: labelOf(annotation, input, programme, locale),
        }));
    },
    measure,
    grain,
    get periods() {
      return programme.periods
        .map(({ id }, index) => ({ value: id, label: nameTime(index, 'term', programme, locale) }))
        .slice(0, end + 1)
        .reverse();
    },
    suggested: programme.periods[latest ?? end]?.id ?? '',
    periodAt: (date) => programme.periods[periodOf(programme, date) ?? -1]?.id ?? null,
    save: (annotation) => workspace.saveAnnotation(annotation.id, annotation),
    remove: (id) => workspace.saveAnnotation(id, null),
  };
}
