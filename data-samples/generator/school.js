/** @import { School } from './types.js' */
import { createJohnson, createTorrance } from './assessments.js';
import { findQuarter } from './calendar.js';
import { correctedQuarter, createCorrections } from './corrections.js';
import { createEvents, createPlan } from './events.js';
import { createHeadcounts } from './headcounts.js';
import { createParticipations, listPlaces } from './participation.js';
import { createPartners } from './partners.js';
import { createPupils } from './people.js';
import { createRandom } from './random.js';
import { createCivic, createWellbeing } from './surveys.js';

/** The kind of event whose rows the volunteer files hold. */
export const volunteering = 'волонтёрская акция';

/**
 * The microdata of the whole sample, all of it drawn from one seed.
 * @param {number} seed
 * @returns {School}
 */
export function createSchool(seed) {
  const random = createRandom(seed);
  const pupils = createPupils(random);
  const partners = createPartners(random);
  const drafts = createEvents(partners, random);
  const participations = createParticipations(pupils, drafts, random);
  const held = new Set(participations.map(({ event }) => event));
  const events = drafts.filter((event) => held.has(event));
  const headcounts = createHeadcounts(pupils, partners, participations, random);
  const quarter = findQuarter(correctedQuarter);
  const correctable = participations.filter(
    ({ event }) => event.quarter === quarter && event.kind !== volunteering,
  );
  return {
    pupils,
    partners,
    events,
    participations,
    headcounts,
    plan: [2024, 2025].flatMap((year) => createPlan(events, year, random)),
    corrections: createCorrections(correctable, listPlaces(pupils, quarter), random),
    torrance: createTorrance(pupils, random),
    johnson: createJohnson(pupils, random),
    civic: createCivic(pupils, random),
    wellbeing: createWellbeing(pupils, random),
  };
}
