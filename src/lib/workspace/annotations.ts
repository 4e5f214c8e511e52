import type { Question } from '#lib/analysis/question.ts';
import type { Annotating } from '#lib/charts/annotating.ts';
import type { ChartAnnotation, ChartInput } from '#lib/charts/chart-input.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import type { Annotation } from '#lib/model/annotation.ts';
import type { Grain } from '#lib/model/dimension.ts';
import type { Programme } from '#lib/model/programme.ts';
import { nameTime } from './naming.ts';
import type { Workspace } from './workspace.svelte.ts';

/** What a picture must say of itself to be annotated. */
type Annotated = Pick<Question, 'measure' | 'grain' | 'by' | 'span'>;

function timeOf(period: string, grain: Grain, { periods }: Programme): number | null {
  const index = periods.findIndex(({ id }) => id === period);
  const found = periods[index];
  if (!found) return null;
  return grain === 'year' ? found.schoolYear : index;
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
    const time = hasTimes ? timeOf(one.period, grain, programme) : null;
    return time === null ? [] : [{ kind: 'note', time, text: one.text }];
  });
  return shown.length === 0 ? input : { ...input, annotations: shown };
}

function labelOf(one: Annotation, input: ChartInput, programme: Programme, locale: Locale): string {
  const words = locale.t.saving.annotations;
  if (one.kind === 'target') {
    return words.labelOfTarget(one.text || words.target, input.values.text(one.value));
  }
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
  const latest =
    grain === 'term' ? last : programme.periods.findLastIndex((one) => one.schoolYear === last);
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
    save: (annotation) => workspace.saveAnnotation(annotation.id, annotation),
    remove: (id) => workspace.saveAnnotation(id, null),
  };
}
