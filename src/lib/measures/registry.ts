import type { Catalogue } from '#lib/i18n/ru/catalogue.ts';
import { achievementPoints, highLevel, pointsPerParticipant, success } from './achievements.ts';
import { belonging, wellbeing, wellbeingRisk } from './answers.ts';
import { breadth, diversity, multipleBlocks } from './breadth.ts';
import { completeness } from './completeness.ts';
import { civicIndex, creativeIndex, selfGovernment } from './composite.ts';
import { continuity } from './continuity.ts';
import { atLevel, creativeGain, reliableGrowth } from './creativity.ts';
import { blockFlow } from './flow.ts';
import { classGap, sexGap } from './gaps.ts';
import { namelessCount } from './headcounts.ts';
import { hoursPerParticipant, volunteerHours } from './hours.ts';
import { inequality, intensity, load, participationCount } from './intensity.ts';
import type { Measure } from './measure.ts';
import { mix } from './mix.ts';
import { overload } from './overload.ts';
import {
  activePartners,
  eventsPerPartner,
  partnerConcentration,
  planFulfilment,
  silentContracts,
} from './partners.ts';
import { awarded, blockReach, civicReach, reach, unreached } from './reach.ts';
import { dropOut, newEntrants, repeated, retention } from './repeat.ts';
import { whiteSpots } from './white-spots.ts';

/** Every measure of the app by its id; each has its words in the catalogues. */
export const measures = {
  M01: reach,
  M02: blockReach,
  M03: unreached,
  M04: participationCount,
  M05: intensity,
  M06: hoursPerParticipant,
  M07: load,
  M08: repeated,
  M09: retention,
  M10: newEntrants,
  M11: dropOut,
  M12: breadth,
  M13: diversity,
  M14: multipleBlocks,
  M15: blockFlow,
  M16: achievementPoints,
  M17: pointsPerParticipant,
  M18: success,
  M19: awarded,
  M20: highLevel,
  M21: activePartners,
  M22: eventsPerPartner,
  M23: partnerConcentration,
  M24: silentContracts,
  M25: planFulfilment,
  M26: creativeGain,
  M27: reliableGrowth,
  M28: atLevel,
  M29: civicReach,
  M30: volunteerHours,
  M31: civicIndex,
  M32: belonging,
  M33: wellbeing,
  M34: overload,
  M35: sexGap,
  M36: classGap,
  M37: inequality,
  M38: whiteSpots,
  M39: continuity,
  M40: completeness,
  M41: mix,
  M42: creativeIndex,
  M43: namelessCount,
  M44: wellbeingRisk,
} satisfies Record<keyof Catalogue['measures']['words'], Measure>;

/** Id of a measure. */
export type MeasureId = keyof typeof measures;

/** Parts of the indices that are no measures of their own, and measures under the names that programmes give them. */
const partsByName: Readonly<Record<string, Measure>> = {
  'self-government': selfGovernment,
  partners: activePartners,
};

/** The measure that a part of an index stands for, or null where the programme names one that does not exist. */
export function indexPart(name: string): Measure | null {
  if (Object.hasOwn(measures, name)) return measures[name as MeasureId];
  return partsByName[name] ?? null;
}
