import { foldText } from '#lib/i18n/fold.ts';
import type { Goalpost, LocalName, Programme } from '#lib/model/programme.ts';
import { issue, type ProgrammeIssue } from './issue.ts';

type Path = readonly (string | number)[];

interface Named {
  readonly id: string;
  readonly name: LocalName;
  readonly synonyms: readonly string[];
}

/** What the lists of a well-shaped programme say wrongly of themselves and of each other; the calendar is checked apart. */
export function checkLists(programme: Programme): ProgrammeIssue[] {
  const { tasks, blocks, directions, periods, levels, results, roles, indices } = programme;
  return [
    ...repeatedIds('tasks', tasks),
    ...repeatedIds('blocks', blocks),
    ...repeatedIds('directions', directions),
    ...repeatedIds('periods', periods),
    ...repeatedIds('levels', levels),
    ...repeatedIds('results', results),
    ...repeatedIds('roles', roles),
    ...checkBlocks(programme),
    ...checkContinuity(programme),
    ...checkPrivacy(programme),
    ...repeatedSpellings('levels', levels),
    ...repeatedSpellings('results', results),
    ...repeatedSpellings('roles', roles),
    ...checkWeights(['levels'], levels),
    ...checkWeights(['results'], results),
    ...(roles.some(({ counted }) => counted) ? [] : [issue(['roles'], 'role-uncounted')]),
    ...checkGoalposts(['indices', 'creative'], indices.creative),
    ...checkGoalposts(['indices', 'civic'], indices.civic),
  ];
}

function repeatedIds(list: string, items: readonly { readonly id: string }[]): ProgrammeIssue[] {
  const seen = new Set<string>();
  return items.flatMap(({ id }, index) => {
    if (seen.has(id)) return [issue([list, index, 'id'], 'id-repeated', { id })];
    seen.add(id);
    return [];
  });
}

function checkBlocks({ blocks, directions }: Programme): ProgrammeIssue[] {
  const known = new Set(blocks.map(({ id }) => id));
  const used = new Set(directions.map(({ block }) => block));
  return [
    ...directions.flatMap(({ block }, index) =>
      known.has(block)
        ? []
        : [issue(['directions', index, 'block'], 'block-unknown', { id: block })],
    ),
    ...blocks.flatMap(({ id }, index) =>
      used.has(id) ? [] : [issue(['blocks', index], 'block-empty', { id })],
    ),
  ];
}

function checkContinuity({ blocks, continuity }: Programme): ProgrammeIssue[] {
  const { block, from, to } = continuity;
  const isKnown = blocks.some(({ id }) => id === block);
  return [
    ...(isKnown ? [] : [issue(['continuity', 'block'], 'block-unknown', { id: block })]),
    ...(from <= to ? [] : [issue(['continuity', 'to'], 'grades-order')]),
  ];
}

function checkPrivacy({ privacy: { least, leastAssessed } }: Programme): ProgrammeIssue[] {
  return leastAssessed < least
    ? [issue(['privacy', 'leastAssessed'], 'below-least', { least })]
    : [];
}

function repeatedSpellings(list: string, steps: readonly Named[]): ProgrammeIssue[] {
  const owners = new Map<string, string>();
  const issues: ProgrammeIssue[] = [];
  const claim = (text: string, owner: string, path: Path) => {
    const key = foldText(text);
    const other = owners.get(key);
    if (other === undefined) owners.set(key, owner);
    else if (other !== owner) issues.push(issue(path, 'synonym-repeated', { text, id: other }));
  };
  steps.forEach(({ id, name }, index) => {
    claim(name.ru, id, [list, index, 'name', 'ru']);
    claim(name.en, id, [list, index, 'name', 'en']);
  });
  steps.forEach(({ id, synonyms }, index) => {
    synonyms.forEach((text, place) => claim(text, id, [list, index, 'synonyms', place]));
  });
  return issues;
}

function checkWeights(path: Path, steps: readonly { readonly weight: number }[]): ProgrammeIssue[] {
  return steps.some(({ weight }) => weight > 0) ? [] : [issue(path, 'weights-zero')];
}

function checkGoalposts(
  path: Path,
  goalposts: Readonly<Record<string, Goalpost>>,
): ProgrammeIssue[] {
  const parts = Object.entries(goalposts);
  if (parts.length === 0) return [issue(path, 'list-empty')];
  return [
    ...parts.flatMap(([part, { low, high }]) =>
      low !== high ? [] : [issue([...path, part, 'high'], 'goalposts-same')],
    ),
    ...checkWeights(path, Object.values(goalposts)),
  ];
}
