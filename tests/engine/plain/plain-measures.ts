import type { MeasureId } from '#lib/measures/registry.ts';
import type { Grain } from '#lib/model/dimension.ts';
import type { Programme } from '#lib/model/programme.ts';
import type { Selection } from '#lib/model/selection.ts';
import type { School } from '../small-school.ts';
import { answerOutcome, headcounts, volunteering } from './answers.ts';
import { PlainCell } from './cell.ts';
import { participationOutcome } from './participation.ts';
import { partnerOutcome, planOutcome } from './partners.ts';
import { PlainSchool, type Members, type PlainOutcome } from './plain-school.ts';
import { scoreOutcome } from './scores.ts';
import { spreadOutcome } from './spread.ts';
import { successionOutcome } from './succession.ts';

/** Measures counted by hand over the rows of a school, without a database; minimum n is not applied. */
export class PlainMeasures {
  readonly #plain: PlainSchool;

  /** `times` are the times of periods where they are neither terms nor years. */
  constructor(
    school: School,
    programme: Programme,
    grain: Grain,
    selection: Selection,
    times: ReadonlyMap<number, number> | null = null,
  ) {
    this.#plain = new PlainSchool(school, programme, grain, selection, times);
  }

  /** A measure in one cell, or undefined for a measure that is not counted here. */
  outcome(measure: MeasureId, time: number, members: Members): PlainOutcome | undefined {
    const plain = this.#plain;
    switch (measure) {
      case 'M21':
      case 'M22':
      case 'M23':
      case 'M24':
        return partnerOutcome(plain, measure, time, members);
      case 'M25':
        return planOutcome(plain, time, members);
      case 'M26':
      case 'M27':
      case 'M28':
        return scoreOutcome(plain, measure, time, members);
      case 'M32':
      case 'M33':
      case 'M44':
        return answerOutcome(plain, measure, time, members);
      case 'M30':
        return volunteering(plain, time, plain.pupils(time, members));
      case 'M43':
        return headcounts(plain, time, members);
      default: {
        const cell = new PlainCell(plain, time, members);
        return (
          participationOutcome(cell, measure) ??
          successionOutcome(cell, measure) ??
          spreadOutcome(cell, measure)
        );
      }
    }
  }
}
