/** @import { Correction, Participation, Pupil, School, Score } from './types.js' */
import { nameTorranceVersion, torranceScales } from './assessments.js';
import { printIsoDay, printSchoolYear } from './calendar.js';
import { correctedQuarter } from './corrections.js';
import { round } from './intervals.js';
import { foldYo } from './names.js';
import { listItems } from './surveys.js';

/** @param {Pupil} pupil */
function namePupil(pupil) {
  return `${pupil.last} ${pupil.first} ${pupil.patronymic}`;
}

/** @param {Pupil} pupil */
function describePupil(pupil) {
  return {
    name: namePupil(pupil),
    birth: printIsoDay(pupil.birth),
    classes: Object.fromEntries(
      pupil.spells.map(({ year, className }) => [printSchoolYear(year), className]),
    ),
  };
}

/**
 * Groups of pupils with the same surname and first name, each of whom is a person apart.
 * @param {School} school
 */
export function describeNamesakes({ pupils }) {
  /** @type {Map<string, Pupil[]>} */
  const byName = new Map();
  for (const pupil of pupils) {
    const key = foldYo(`${pupil.last} ${pupil.first}`);
    byName.set(key, [...(byName.get(key) ?? []), pupil]);
  }
  return [...byName.values()]
    .filter((group) => group.length > 1)
    .map((group) => ({
      name: `${group[0]?.last} ${group[0]?.first}`,
      people: group.map(describePupil),
    }));
}

/**
 * Pupils with two classes in one school year, each of whom is one person.
 * @param {School} school
 */
export function describeClassChanges({ pupils }) {
  return pupils.flatMap((pupil) =>
    pupil.spells.flatMap((spell, index) => {
      const next = pupil.spells[index + 1];
      if (!next || next.year !== spell.year) return [];
      return [
        {
          name: namePupil(pupil),
          birth: printIsoDay(pupil.birth),
          schoolYear: printSchoolYear(spell.year),
          from: spell.className,
          to: next.className,
          lastDay: printIsoDay(spell.to),
          firstDay: printIsoDay(next.from),
        },
      ];
    }),
  );
}

/** @param {Participation | null} row */
function describeSide(row) {
  return row && { class: row.className, result: row.result };
}

/**
 * What the corrected file changes.
 * @param {Correction[]} corrections
 */
export function describeCorrections(corrections) {
  return {
    quarter: correctedQuarter,
    added: corrections.filter(({ change }) => change === 'added').length,
    changed: corrections.filter(({ change }) => change === 'changed').length,
    removed: corrections.filter(({ change }) => change === 'removed').length,
    rows: corrections.flatMap(({ change, before, after }) => {
      const row = after ?? before;
      if (!row) return [];
      return [
        {
          change,
          pupil: namePupil(row.pupil),
          event: row.event.title,
          date: printIsoDay(row.event.start),
          before: describeSide(before),
          after: describeSide(after),
        },
      ];
    }),
  };
}

/** @param {Score[]} scores @param {number} year @param {(score: Score) => number | null} read */
function matchWaves(scores, year, read) {
  const own = scores.filter((score) => score.year === year);
  /** @type {[number, number][]} */
  const pairs = [];
  for (const before of own.filter(({ wave }) => wave === 'входная')) {
    const after = own.find(({ wave, pupil }) => wave === 'итоговая' && pupil === before.pupil);
    const first = read(before);
    const second = after ? read(after) : null;
    if (first !== null && second !== null) pairs.push([first, second]);
  }
  const gains = pairs.map(([first, second]) => second - first);
  const mean = gains.reduce((sum, gain) => sum + gain, 0) / gains.length;
  const squares = gains.reduce((sum, gain) => sum + (gain - mean) ** 2, 0);
  return {
    pairs: pairs.length,
    meanBefore: round(pairs.reduce((sum, [first]) => sum + first, 0) / pairs.length),
    meanGain: round(mean),
    gainSd: round(Math.sqrt(squares / (gains.length - 1))),
  };
}

/** @param {Score} score */
function sumValues({ values }) {
  return values.reduce(
    (/** @type {number | null} */ total, value) =>
      total === null || value === null ? null : total + value,
    0,
  );
}

/**
 * Matched gains per year, scale and instrument.
 * @param {School} school
 */
export function describeAssessments({ torrance, johnson }) {
  return {
    torrance: Object.fromEntries(
      [2023, 2024, 2025].map((year) => [
        printSchoolYear(year),
        {
          version: nameTorranceVersion(year),
          rows: torrance.filter((score) => score.year === year).length,
          scales: Object.fromEntries(
            torranceScales.map((name, scale) => [
              name,
              matchWaves(torrance, year, ({ values }) => values[scale] ?? null),
            ]),
          ),
          sum: matchWaves(torrance, year, sumValues),
        },
      ]),
    ),
    johnson: Object.fromEntries(
      [2024, 2025].map((year) => [
        printSchoolYear(year),
        {
          rows: johnson.filter((score) => score.year === year).length,
          sum: matchWaves(johnson, year, sumValues),
        },
      ]),
    ),
  };
}

/**
 * Answers, mean and share of agreement per question and quarter.
 * @param {School} school
 */
export function describeSurveys(school) {
  return Object.fromEntries(
    /** @type {const} */ (['civic', 'wellbeing']).map((survey) => {
      const keys = [...new Set(school[survey].map(({ quarter }) => quarter.key))];
      return [
        survey,
        Object.fromEntries(
          keys.map((key) => {
            const answers = school[survey].filter(({ quarter }) => quarter.key === key);
            const year = answers[0]?.quarter.year ?? 0;
            const items = listItems(survey, year).map(({ topic, text, top }, index) => {
              const values = answers.flatMap(({ values: all }) => all[index] ?? []);
              const sum = values.reduce((total, value) => total + value, 0);
              const agree = { x: values.filter((value) => value >= 4).length, n: values.length };
              return {
                topic,
                text,
                mean: round(sum / values.length),
                ...(top === 5 ? { agree } : { n: agree.n }),
              };
            });
            return [key, { answers: answers.length, items }];
          }),
        ),
      ];
    }),
  );
}
