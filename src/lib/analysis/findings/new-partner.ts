import { clause, type Finder } from './ground.ts';

/** All partners new would weigh as much as a change of reach by three points. */
const weight = 0.03;

/** Partners with events in this school year and none before, where earlier years have events of partners at all. */
export const findNewPartners: Finder = ({ evidence }) => {
  const { partners, period, yearAgo } = evidence;
  if (!partners.some(({ earlier }) => earlier > 0)) return [];
  const fresh = partners
    .filter(({ thisYear, earlier }) => thisYear > 0 && earlier === 0)
    .sort((a, b) => b.thisYear - a.thisYear);
  if (fresh.length === 0) return [];
  return [
    {
      kind: 'new-partner',
      strength: weight * (fresh.length / partners.length),
      measure: 'M21',
      slice: [
        clause(
          'partner',
          fresh.map(({ partner }) => partner),
        ),
      ],
      period,
      yearAgo,
      params: {
        fresh: fresh.length,
        inForce: partners.length,
        events: fresh.reduce((sum, { thisYear }) => sum + thisYear, 0),
      },
      estimate: null,
      q: null,
      n: partners.length,
      names: fresh.map(({ name }) => name),
      view: 'trend',
      link: {
        measure: 'M21',
        by: ['block'],
        grain: 'term',
        times: [period],
        selection: [],
        compare: 'year-ago',
      },
    },
  ];
};
