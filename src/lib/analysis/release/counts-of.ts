import { measures, type MeasureId } from '#lib/measures/registry.ts';
import type { CellCounts } from '#lib/measures/counts.ts';
import type { Programme } from '#lib/model/programme.ts';
import type { Selection } from '#lib/model/selection.ts';
import { pupilSideDimensions } from '#lib/model/dimension.ts';
import { spanTimes } from '#lib/measures/facts.ts';
import { periodsOf } from '#lib/programme/time.ts';
import { timesOf } from '../times.ts';
import type { CountedCell, MemberKey } from '../counts.ts';
import type { Question } from '../question.ts';
import { nameValues, valueSources, type ValueName } from './value-sources.ts';
import type {
  AtomSpec,
  Condition,
  DeedMark,
  DeedSpec,
  FeatureSpec,
  GroupSpec,
  SaidCount,
} from './spec.ts';

/** A cell of which the counts are to be told: what was asked, where the cell lies, and what was counted in it. */
interface Asked {
  readonly question: Question;
  readonly programme: Programme;
  readonly cell: CountedCell;
}

function conditions(selection: Selection, { question, cell }: Pick<Asked, 'question' | 'cell'>) {
  const members = question.by.map((dimension, at): Condition => ({
    dimension,
    keys: [cell.members[at] ?? null],
    excluded: false,
  }));
  const clauses = selection.map(({ dimension, values, excluded }): Condition => {
    const isNumber = dimension === 'grade' || dimension === 'partner';
    const keys: MemberKey[] = values.map((value) => (isNumber ? Number(value) : String(value)));
    return { dimension, keys, excluded };
  });
  return [...members, ...clauses];
}

const isOfPupils = ({ dimension }: Condition) => pupilSideDimensions.includes(dimension);

/** The counts of one cell, put together from what its measure counts. */
class Telling {
  readonly counts: CellCounts;
  readonly #asked: Asked;
  readonly #events: readonly Condition[];
  readonly #pupils: readonly Condition[];

  constructor(asked: Asked) {
    this.#asked = asked;
    this.counts = asked.cell.counts;
    const all = conditions(asked.question.selection, asked);
    this.#events = all.filter((one) => !isOfPupils(one));
    this.#pupils = all.filter(isOfPupils);
  }

  get programme(): Programme {
    return this.#asked.programme;
  }

  /** The periods of a time. */
  periodsOf(time: number): readonly number[] {
    const { question, programme } = this.#asked;
    if (question.span) {
      const spans = spanTimes(question.span, programme);
      return spans.find((span) => span.time === time)?.periods ?? [];
    }
    return periodsOf(programme, question.grain, time);
  }

  /** The time just before that of the cell, and all before it. */
  get earlier(): readonly number[] {
    const { question, programme, cell } = this.#asked;
    return timesOf(programme, question.grain).filter((time) => time < cell.time);
  }

  get time(): number {
    return this.#asked.cell.time;
  }

  deed(mark: DeedMark, time: number = this.time, more: readonly Condition[] = []): DeedSpec {
    return { kind: 'deed', periods: this.periodsOf(time), mark, only: [...this.#events, ...more] };
  }

  valuesNamed(name: ValueName): string {
    const { grain, score } = this.#asked.question;
    return nameValues({ name, grain, score: score ?? null });
  }

  where(change: Partial<GroupSpec> = {}, more: readonly Condition[] = []): GroupSpec {
    const { question } = this.#asked;
    return {
      of: null,
      grain: question.grain,
      time: this.time,
      span: question.span ? this.periodsOf(this.time) : null,
      only: [...this.#pupils, ...more],
      listed: true,
      alsoListed: null,
      ...change,
    };
  }
}

function met(...of: AtomSpec[]): FeatureSpec {
  return { kind: 'met', least: 1, often: 1, of };
}

/** Pupils who meet something, of all or of some. */
function people(
  telling: Telling,
  feature: FeatureSpec,
  among: FeatureSpec | null,
  expected: number | null,
  where: GroupSpec = telling.where(),
): SaidCount {
  return { feature, about: feature, among, where, assessed: false, expected };
}

type Tell = (telling: Telling) => readonly SaidCount[];

function ofRoll(mark: DeedMark): Tell {
  return (telling) => [people(telling, met(telling.deed(mark)), null, telling.counts.x)];
}

/** n, Σ and Σ² of what each participant did. */
function meanOf(mark: DeedMark, root: (telling: Telling) => FeatureSpec): Tell {
  return (telling) => {
    const { counts } = telling;
    const about = met(telling.deed(mark));
    const feature = root(telling);
    const rest = { about, among: null, where: telling.where(), assessed: false };
    return [
      people(telling, about, null, counts.n),
      { ...rest, feature, expected: counts.total },
      { ...rest, feature: { kind: 'square', root: feature }, expected: counts.squares },
    ];
  };
}

/** Deeds of whoever did them, on the roll or not. */
function deedsOf(
  mark: DeedMark,
  weight: 'one' | 'hours' | 'points',
  count: 'x' | 'n',
  more: readonly Condition[] | null = [],
): (telling: Telling) => SaidCount {
  return (telling) => {
    const of = telling.deed(mark, telling.time, more ?? []);
    return {
      feature: { kind: 'sum', of, weight },
      about: met(of),
      among: null,
      where: telling.where({ listed: false }),
      assessed: false,
      expected: more === null || more.length > 0 ? null : telling.counts[count],
    };
  };
}

const shareOfParticipants =
  (part: (telling: Telling) => FeatureSpec): Tell =>
  (telling) => {
    const all = met(telling.deed('any'));
    return [
      people(telling, all, null, telling.counts.n),
      people(telling, part(telling), all, telling.counts.x),
    ];
  };

const kept: Tell = (telling) => {
  const before = telling.earlier.at(-1);
  if (before === undefined) return [];
  const where = telling.where({ alsoListed: before });
  const then = telling.deed('any', before);
  const both: FeatureSpec = {
    kind: 'met',
    least: 2,
    often: 1,
    of: [then, telling.deed('any')],
  };
  return [
    people(telling, met(then), null, telling.counts.n, where),
    people(telling, both, met(then), telling.counts.x, where),
  ];
};

const entering: Tell = (telling) => {
  const { counts } = telling;
  const now = telling.deed('any');
  const periods = telling.earlier.flatMap((time) => telling.periodsOf(time));
  const old: FeatureSpec = {
    kind: 'met',
    least: 2,
    often: 1,
    of: [{ ...now, periods }, now],
  };
  const n = counts.n;
  return [
    people(telling, met(now), null, n),
    people(telling, old, met(now), n === null ? null : n - (counts.x ?? 0)),
  ];
};

const bySex: Tell = (telling) =>
  (['f', 'm'] as const).map((sex) => {
    const only: Condition = { dimension: 'sex', keys: [sex], excluded: false };
    const expected = sex === 'f' ? telling.counts.x : telling.counts.x2;
    return people(telling, met(telling.deed('any')), null, expected, telling.where({}, [only]));
  });

const diverse: Tell = (telling) => [
  deedsOf('direction', 'one', 'n')(telling),
  ...telling.programme.directions.map(({ id }) =>
    deedsOf('direction', 'one', 'n', [{ dimension: 'direction', keys: [id], excluded: false }])(
      telling,
    ),
  ),
];

const broad = meanOf('direction', (telling) => ({
  kind: 'sets',
  of: telling.programme.directions.map(({ id }) =>
    telling.deed('direction', telling.time, [
      { dimension: 'direction', keys: [id], excluded: false },
    ]),
  ),
}));

const manyBlocks = shareOfParticipants((telling) => ({
  kind: 'met',
  least: 2,
  often: 1,
  of: telling.programme.blocks.map(({ id }) =>
    telling.deed('block', telling.time, [{ dimension: 'block', keys: [id], excluded: false }]),
  ),
}));

/** What was found out about pupils at a time: how many have a value, their sum and that of squares, or those from a value to another. */
function valuesOf(
  name: ValueName,
  counted: 'moments' | 'share',
  part?: (programme: Programme) => Pick<AtomSpec & { kind: 'value' }, 'from' | 'to'>,
): Tell {
  return (telling) => {
    const { counts, time } = telling;
    const of = telling.valuesNamed(name);
    const all: AtomSpec = { kind: 'value', of, time, from: null, to: null };
    const about = met(all);
    const where = telling.where({ of, span: null });
    const rest = { about, among: null, where, assessed: valueSources[name].assessed };
    const n = { ...rest, feature: about, expected: counts.n };
    if (counted === 'share') {
      const bounds = part?.(telling.programme) ?? { from: 1, to: 1 };
      return [n, { ...rest, feature: met({ ...all, ...bounds }), expected: counts.x }];
    }
    const sum: FeatureSpec = { kind: 'sum', of: all, weight: 'value' };
    return [
      n,
      { ...rest, feature: sum, expected: counts.total },
      { ...rest, feature: { kind: 'square', root: sum }, expected: counts.squares },
    ];
  };
}

/** Deeds of whoever did them, and those of pupils of the roll of which every part is known. */
const complete: Tell = (telling) => {
  const whole = telling.deed('whole');
  const known: SaidCount = {
    feature: { kind: 'sum', of: whole, weight: 'one' },
    about: met(whole),
    among: null,
    where: telling.where(),
    assessed: false,
    expected: telling.counts.x,
  };
  return [deedsOf('any', 'one', 'n')(telling), known];
};

const nothing: Tell = () => [];

/**
 * What each measure, or part of an index, says of pupils, as counts that add up; nothing where it speaks of events and
 * partners alone, and null where its number is no sum over pupils, so that nobody could prove what it gives away.
 */
const tellings: Readonly<Record<MeasureId | 'self-government' | 'partners', Tell | null>> = {
  M01: ofRoll('any'),
  M02: ofRoll('block'),
  M03: ofRoll('any'),
  M04: (telling) => [deedsOf('any', 'one', 'x')(telling)],
  M05: meanOf('any', (telling) => ({ kind: 'sum', of: telling.deed('any'), weight: 'one' })),
  M06: meanOf('any', (telling) => ({ kind: 'sum', of: telling.deed('any'), weight: 'hours' })),
  M07: meanOf('any', (telling) => ({ kind: 'sum', of: telling.deed('any'), weight: 'one' })),
  M08: shareOfParticipants((telling) => ({
    kind: 'met',
    least: 1,
    often: 2,
    of: [telling.deed('any')],
  })),
  M09: kept,
  M10: entering,
  M11: kept,
  M12: broad,
  M13: diverse,
  M14: manyBlocks,
  M15: null,
  M16: (telling) => [deedsOf('any', 'points', 'x')(telling)],
  M17: meanOf('any', (telling) => ({ kind: 'sum', of: telling.deed('any'), weight: 'points' })),
  M18: (telling) => [
    deedsOf('competitive', 'one', 'n')(telling),
    deedsOf('competitive-award', 'one', 'x')(telling),
  ],
  M19: ofRoll('award'),
  M20: (telling) => [deedsOf('level', 'one', 'n')(telling), deedsOf('high', 'one', 'x')(telling)],
  M21: nothing,
  M22: nothing,
  M23: nothing,
  M24: nothing,
  M25: nothing,
  M26: valuesOf('gain', 'moments'),
  M27: valuesOf('growth', 'share'),
  M28: valuesOf('level', 'share'),
  M29: ofRoll('civic'),
  M30: valuesOf('volunteering', 'moments'),
  M31: null,
  M32: valuesOf('belonging', 'moments'),
  M33: valuesOf('wellbeing', 'moments'),
  M34: null,
  M35: bySex,
  M36: null,
  M37: null,
  M38: null,
  M39: null,
  M40: complete,
  M41: null,
  M42: null,
  M43: null,
  M44: valuesOf('wellbeing', 'share', ({ wellbeing }) => ({
    from: null,
    to: wellbeing.risk + 1e-9,
  })),
  'self-government': ofRoll('governed'),
  partners: nothing,
};

/** Names of the measures that make up a measure: itself, or the parts of an index. */
export function partsOf(measure: MeasureId, { indices }: Programme): readonly string[] {
  const found = measures[measure];
  return found.kind === 'composite' ? Object.keys(indices[found.index]) : [measure];
}

/** Whether what a measure says of pupils can be put as counts that add up. */
export function canBeTold(measure: MeasureId, programme: Programme): boolean {
  return partsOf(measure, programme).every(
    (part) => Object.hasOwn(tellings, part) && tellings[part as MeasureId] !== null,
  );
}

/** The counts of pupils that a cell of a measure, or of a part of an index, says or lets be worked out. */
export function countsOf(
  part: string,
  question: Question,
  programme: Programme,
  cell: CountedCell,
): readonly SaidCount[] {
  const tell = Object.hasOwn(tellings, part) ? tellings[part as MeasureId] : null;
  return tell?.(new Telling({ question, programme, cell })) ?? [];
}
