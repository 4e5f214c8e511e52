import type { Decision } from '../../decision.ts';
import type { Partner } from '../partner.ts';
import { Clusters } from './clusters.ts';
import { countRivals, judge, type Candidate } from './judge.ts';
import { Blocking } from './likeness.ts';
import type { Match, Side, Weighed } from './match.ts';
import { comparePartners, partnerKeys } from './partner-likeness.ts';

const prior = -1;
const leastProposed = 0.4;
const leastMade = 0.95;

/** An institution as one side of a match. */
export function partnerSide(partner: Partner): Side {
  const { key, name, block, contract, kind, records, places } = partner;
  const facts = [
    { code: 'kind', text: kind },
    { code: 'block', text: block },
    { code: 'contract', text: contract },
  ] as const;
  return {
    key,
    name,
    facts: facts.flatMap(({ code, text }) => (text === null ? [] : [{ code, text }])),
    records,
    places,
  };
}

function weighPartners(a: Partner, b: Partner): Weighed[] | null {
  const reasons = comparePartners(a.name, b.name);
  if (!reasons) return null;
  if (a.contract !== null && b.contract !== null && a.contract !== b.contract) return null;
  return reasons;
}

/** Whether one list names both, so that they are two unless somebody says otherwise. */
const areListedTogether = (a: Partner, b: Partner) =>
  [...a.lists].some((list) => b.lists.has(list));

/** Tells which names of institutions mean one, by answers and by certain evidence. */
export function judgePartners(
  partners: readonly Partner[],
  decisions: readonly Decision[],
): { clusters: Clusters; matches: Match[] } {
  const clusters = new Clusters(partners.length);
  const byKey = new Map(partners.map(({ key }, index) => [key, index]));
  const at = (index: number): Partner => {
    const partner = partners[index];
    if (!partner) throw new RangeError(`No partner ${index}`);
    return partner;
  };
  const candidates = (isOpen: (a: number, b: number) => boolean): Candidate[] => {
    const blocking = new Blocking();
    for (const [index, { name }] of partners.entries())
      for (const key of partnerKeys(name)) blocking.put(key, index);
    const found = blocking.pairs(isOpen).flatMap(([a, b]): Candidate[] => {
      if (areListedTogether(at(a), at(b))) return [];
      const reasons = weighPartners(at(a), at(b));
      return reasons ? [{ a, b, reasons }] : [];
    });
    return countRivals(
      found,
      (third, other) =>
        areListedTogether(at(third), at(other)) || weighPartners(at(third), at(other)) === null,
    );
  };
  const matches = judge({
    about: 'partner',
    clusters,
    decisions,
    resolve: (key) => byKey.get(key) ?? null,
    keyOf: (index) => at(index).key,
    sideOf: (index) => partnerSide(at(index)),
    prior,
    weigh: (a, b) => weighPartners(at(a), at(b)),
    forbids: () => null,
    passes: () => true,
    candidates,
    verdict: ({ reasons }, likelihood) =>
      likelihood >= leastMade && !reasons.some(({ code }) => code === 'several-candidates')
        ? 'made'
        : likelihood >= leastProposed
          ? 'proposed'
          : null,
    pendingAsOne: false,
  });
  return { clusters, matches };
}
