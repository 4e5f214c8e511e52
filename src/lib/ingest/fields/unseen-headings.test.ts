import { describe, expect, test } from 'vitest';
import { canonicalField } from './canonical.ts';
import { conceptNames } from './concepts.ts';
import { foldHeading } from './heading.ts';
import { headingScorer, knownNames } from './likeness.ts';
import { rules } from './phrases.ts';
import { rankFields } from './rank.ts';
import { heldOutHeadings, pairsOf, studiedHeadings } from './unseen-headings.fixture.ts';

type Pair = readonly [field: string, heading: string];

/** Shares of headings whose field comes first, and among the first three, by their words alone. */
function measure(pairs: readonly Pair[], rank: (heading: string) => readonly string[]) {
  const places = pairs.map(([field, heading]) => rank(heading).indexOf(field));
  return {
    first: places.filter((place) => place === 0).length / pairs.length,
    among: places.filter((place) => place >= 0).length / pairs.length,
  };
}

const named = (heading: string) =>
  rankFields(heading, null).map(({ field }) => canonicalField(field));

test('every word of a phrase is a concept', () => {
  const known = new Set<string>(conceptNames);
  const strange = rules.flatMap(({ due, without }) =>
    [...due, ...without].filter((word) => !known.has(word)),
  );
  expect(strange).toEqual([]);
});

describe('headings that no list of names holds', () => {
  const listed = new Set(knownNames.map(({ name }) => foldHeading(name)));
  test.each([
    ['studied', studiedHeadings, 0.97, 0.99],
    ['held out', heldOutHeadings, 0.92, 0.98],
  ])('%s ones are found', (_which, list, first, among) => {
    const pairs = pairsOf(list).filter(([, heading]) => !listed.has(foldHeading(heading)));
    expect(pairs.length).toBeGreaterThan(200);
    const shares = measure(pairs, named);
    expect(shares.first).toBeGreaterThan(first);
    expect(shares.among).toBeGreaterThan(among);
  });

  test('known names are found by the others when they are taken away', () => {
    const taken = knownNames.filter((_name, at) => at % 7 === 3);
    const left = headingScorer(
      knownNames.filter(
        ({ name }) => !taken.some((one) => foldHeading(one.name) === foldHeading(name)),
      ),
    );
    const shares = measure(
      taken.map(({ field, name }) => [canonicalField(field), name] as const),
      (heading) => rankFields(heading, null, left).map(({ field }) => canonicalField(field)),
    );
    expect(shares.first).toBeGreaterThan(0.8);
    expect(shares.among).toBeGreaterThan(0.88);
  });
});

test('an identifier that a heading hides is known by its look', () => {
  expect(named('Серия и номер паспорта')[0]).toBe('student_id');
  expect(named('Страница в соцсети ВК')).toContain('student_id');
});
