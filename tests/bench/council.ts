import type { Feature } from '#lib/disclosure/feature.ts';
import type { Pupil, Register, Statement } from '#lib/disclosure/register.ts';
import { seeded } from '#lib/statistics/seeded.ts';

const classes = 30;
const pupilsOfClass = 25;
const directions = 10;
const terms = 4;

/**
 * What a council could be told of a school: who took part in each direction and term, by class and in all, and in each term by
 * class, grade and in all. The deeds are drawn: each pupil likes some directions, each class goes to some more than others.
 */
export function councilRegister(): Register {
  const random = seeded(17);
  const pupils: Pupil[] = [];
  for (let group = 0; group < classes; group += 1) {
    const liking = Array.from({ length: directions }, () => random() * 0.3);
    for (let number = 0; number < pupilsOfClass; number += 1) {
      const zeal = 0.4 + random();
      const deeds = Array.from({ length: directions * terms }, (_, kind) => kind).filter(
        (kind) => random() < zeal * (liking[kind % directions] ?? 0),
      );
      pupils.push({ group, deeds });
    }
  }
  const features: Feature[] = [];
  const statements: Statement[] = [];
  const all = [...Array(classes).keys()];
  const say = (feature: number, groups: readonly number[], cost: number): void => {
    statements.push({
      feature,
      groups,
      cost,
      about: feature,
      among: null,
      least: 5,
      barred: false,
    });
  };
  const met = (kinds: readonly number[]): number =>
    features.push({ kind: 'met', least: 1, often: 1, of: [new Set(kinds)] }) - 1;
  for (let term = 0; term < terms; term += 1) {
    const kinds = Array.from({ length: directions }, (_, one) => term * directions + one);
    for (const kind of [...kinds.map((one) => [one]), kinds]) {
      const feature = met(kind);
      for (const group of all) say(feature, [group], 1);
      for (let grade = 0; grade < classes / 5; grade += 1) {
        if (kind.length > 1) say(feature, all.slice(grade * 5, grade * 5 + 5), 2);
      }
      say(feature, all, 4);
    }
  }
  return { pupils, features, statements, numbers: statements.map((_, at) => [at]) };
}
