import * as v from 'valibot';
import { isIsoDate } from './day.ts';
import { issue, type ProgrammeIssue, type ProgrammeIssueCode } from './issue.ts';

/** A message for valibot that carries one of our codes and its parameters. */
function say(code: ProgrammeIssueCode, params: ProgrammeIssue['params'] = {}): string {
  return JSON.stringify({ code, params });
}

const gapOwners = ['preceding', 'following', 'none'] as const;
const longestText = 300;
const longestList = 500;

const group = <E extends v.ObjectEntries>(entries: E) => v.object(entries, say('not-group'));

const list = <S extends v.GenericSchema>(item: S) =>
  v.pipe(
    v.array(item, say('not-list')),
    v.maxLength(longestList, say('list-long', { most: longestList })),
  );

const filled = <S extends v.GenericSchema>(item: S) =>
  v.pipe(list(item), v.minLength(1, say('list-empty')));

const text = v.pipe(
  v.string(say('not-text')),
  v.maxLength(longestText, say('text-long', { most: longestText })),
);
const words = v.pipe(text, v.trim(), v.minLength(1, say('text-empty')));
const id = v.pipe(words, v.regex(/^[A-Za-z0-9][A-Za-z0-9-]*$/, say('id-shape')));
const name = group({ ru: words, en: words });
const yesNo = v.boolean(say('not-yes-no'));
const number = v.pipe(v.number(say('not-number')), v.finite(say('not-number')));
const between = (least: number, most: number) =>
  v.pipe(
    number,
    v.check((value) => value >= least && value <= most, say('number-range', { least, most })),
  );
const whole = (least: number, most: number) =>
  v.pipe(between(least, most), v.integer(say('not-whole')));
const weight = between(0, 1000);
const factor = v.pipe(
  number,
  v.gtValue(0, say('factor-range')),
  v.maxValue(1, say('factor-range')),
);
const date = v.pipe(v.string(say('not-text')), v.check(isIsoDate, say('date-impossible')));
const synonyms = list(words);

const below = (most: number) =>
  v.pipe(
    number,
    v.check((value) => value >= 0 && value < most, say('number-below', { most })),
  );
const share = between(0, 1);
const choice = <const C extends readonly string[]>(choices: C) =>
  v.picklist(choices, say('not-choice', { choices: choices.join(', ') }));
const overloadRules = ['percentile', 'weekly'] as const;
const means = ['arithmetic', 'geometric'] as const;

const goalposts = v.record(id, group({ low: number, high: number, weight }), say('not-group'));

/** The shape of a programme; the message of each of valibot's issues is a code of ours. */
export const programmeShape = group({
  version: v.literal(1, say('version-unknown')),
  name,
  school: v.pipe(text, v.trim()),
  tasks: filled(group({ id, name })),
  blocks: filled(group({ id, name, aim: name })),
  directions: filled(group({ id, block: id, name, civic: yesNo })),
  periods: filled(
    group({ id, schoolYear: whole(1990, 2100), term: whole(1, 12), starts: date, ends: date }),
  ),
  gapBelongsTo: choice(gapOwners),
  levels: filled(group({ id, name, weight, synonyms })),
  results: filled(group({ id, name, weight, award: yesNo, synonyms })),
  roles: filled(group({ id, name, counted: yesNo, synonyms })),
  remoteFactor: factor,
  teamFactor: factor,
  creativityCut: between(0, 1000),
  reliability: group({ torrance: below(1), johnson: below(1), williams: below(1) }),
  whiteSpotTarget: share,
  overload: group({ rule: choice(overloadRules), percentile: share, weekly: between(0, 100) }),
  continuity: group({ block: id, from: whole(1, 12), to: whole(1, 12) }),
  wellbeing: group({ lessIsBetter: list(words), risk: share }),
  privacy: group({
    least: whole(3, 30),
    leastAssessed: whole(3, 50),
    width: whole(2, 30),
    zeros: yesNo,
    classCorrelation: share,
  }),
  aggregation: group({ creative: choice(means), civic: choice(means) }),
  indices: group({ creative: goalposts, civic: goalposts }),
});

/** One of valibot's issues about the shape as one of ours. */
export function translate(found: v.BaseIssue<unknown>): ProgrammeIssue {
  const path = (found.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
  if (found.kind === 'schema' && found.input === undefined) return issue(path, 'missing');
  const said: Pick<ProgrammeIssue, 'code' | 'params'> = JSON.parse(found.message);
  return issue(path, said.code, said.params);
}
