import { clause, type Finder } from './ground.ts';

/** An empty direction weighs as much as a change of reach by one point; twice that where it had events a year ago. */
const weight = 0.01;

/** With fewer events in all the other directions an empty one says nothing. */
const enoughEvents = 20;

/** Directions without any event in the period while the others have enough of them. */
export const findWhiteSpots: Finder = ({ evidence }) => {
  const { directions, period, yearAgo } = evidence;
  const events = directions.reduce((sum, { now }) => sum + now, 0);
  if (events < enoughEvents) return [];
  return directions
    .filter(({ now }) => now === 0)
    .map((each) => ({
      kind: 'white-spot' as const,
      strength: each.yearAgo > 0 ? 2 * weight : weight,
      measure: 'M04',
      slice: [clause('direction', [each.direction])],
      period,
      yearAgo,
      params: { events, yearAgo: each.yearAgo },
      estimate: null,
      q: null,
      n: null,
      names: [],
      view: 'matrix' as const,
      link: {
        measure: 'M04',
        by: ['direction' as const],
        grain: 'term' as const,
        times: [period],
        selection: [],
        compare: 'year-ago' as const,
      },
    }));
};
