import type { ProgrammeVersion } from '#lib/journal/ledger.ts';
import type { Aggregation, Goalpost, Programme } from '#lib/model/programme.ts';

/** Name of an index of the programme. */
export type IndexName = keyof Programme['indices'];

/** The part of a programme that its indices are made by. */
export type IndexSettings = Pick<Programme, 'indices' | 'aggregation'>;

/** One field of an index that was changed; a part that came or went has nothing on the other side. */
export type IndexChange =
  | {
      readonly field: keyof Goalpost;
      readonly index: IndexName;
      readonly part: string;
      readonly before: number;
      readonly after: number;
    }
  | {
      readonly field: 'part';
      readonly index: IndexName;
      readonly part: string;
      readonly before: Goalpost | null;
      readonly after: Goalpost | null;
    }
  | {
      readonly field: 'aggregation';
      readonly index: IndexName;
      readonly before: Aggregation;
      readonly after: Aggregation;
    };

/** One saving of the programme that changed its indices: its moment (ms), what it changed, and how they stood then. */
export interface IndexEdit {
  readonly seq: number;
  readonly at: number;
  readonly changes: readonly IndexChange[];
  readonly settings: IndexSettings;
}

/** The indices in the order in which they are shown. */
export const indexNames = ['creative', 'civic'] as const satisfies readonly IndexName[];
const fields = ['weight', 'low', 'high'] as const satisfies readonly (keyof Goalpost)[];

/** The index settings of a programme without the rest. */
export function indexSettings({ indices, aggregation }: IndexSettings): IndexSettings {
  return { indices, aggregation };
}

function changesOfPart(
  index: IndexName,
  part: string,
  before: Goalpost | undefined,
  after: Goalpost | undefined,
): IndexChange[] {
  if (!before || !after) {
    return [{ field: 'part', index, part, before: before ?? null, after: after ?? null }];
  }
  return fields.flatMap((field) =>
    before[field] === after[field]
      ? []
      : [{ field, index, part, before: before[field], after: after[field] }],
  );
}

/** What changed from one setting of the indices to another, field by field. */
export function indexChanges(before: IndexSettings, after: IndexSettings): IndexChange[] {
  return indexNames.flatMap((index): IndexChange[] => {
    const [from, to] = [before.indices[index], after.indices[index]];
    const mean = { before: before.aggregation[index], after: after.aggregation[index] };
    const parts = new Set([...Object.keys(from), ...Object.keys(to)]);
    return [
      ...(mean.before === mean.after ? [] : [{ field: 'aggregation', index, ...mean } as const]),
      ...[...parts].flatMap((part) => changesOfPart(index, part, from[part], to[part])),
    ];
  });
}

/**
 * The savings that changed the indices, in order; each is compared with the saving before it, the first with the
 * programme that the app starts from.
 */
export function indexHistory(
  saved: readonly ProgrammeVersion[],
  origin: Programme,
): readonly IndexEdit[] {
  let former = indexSettings(origin);
  return saved.flatMap(({ seq, at, programme }) => {
    const settings = indexSettings(programme ?? origin);
    const changes = indexChanges(former, settings);
    former = settings;
    return changes.length === 0 ? [] : [{ seq, at, changes, settings }];
  });
}
