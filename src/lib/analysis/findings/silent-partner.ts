import { clause, type Finder } from './ground.ts';

/** All contracts silent would weigh as much as a change of reach by five points. */
const weight = 0.05;

/** Partners with a contract in force that have held nothing since the school year began; those once active are named first. */
export const findSilentPartners: Finder = ({ evidence }) => {
  const { partners, period, yearAgo } = evidence;
  const silent = partners
    .filter(({ thisYear }) => thisYear === 0)
    .sort((a, b) => b.earlier - a.earlier);
  if (silent.length === 0) return [];
  const someActive = partners.length > silent.length;
  if (!someActive) return [];
  return [
    {
      kind: 'silent-partner',
      strength: weight * (silent.length / partners.length),
      measure: 'M24',
      slice: [
        clause(
          'partner',
          silent.map(({ partner }) => partner),
        ),
      ],
      period,
      yearAgo,
      params: {
        silent: silent.length,
        inForce: partners.length,
        onceActive: silent.filter(({ earlier }) => earlier > 0).length,
      },
      estimate: null,
      q: null,
      n: partners.length,
      names: silent.map(({ name }) => name),
      view: 'trend',
      link: {
        measure: 'M24',
        by: ['block'],
        grain: 'term',
        times: [period],
        selection: [],
        compare: 'none',
      },
    },
  ];
};
