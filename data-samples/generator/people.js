/** @import { Pupil, Sex, Spell } from './types.js' */
/** @import { Random } from './random.js' */
import { boundYear, countDay, schoolYears, skipSunday } from './calendar.js';
import { foldYo, inflectSurname, listFirstNames, listPatronymics, surnames } from './names.js';

const letters = ['А', 'Б', 'В', 'Г', 'Д', 'Е', 'Ж', 'З'];
/** @type {Record<number, Record<number, number>>} */
const classCounts = {
  2023: { 5: 7, 6: 7, 7: 7, 8: 6, 9: 6, 10: 5, 11: 5 },
  2024: { 5: 7, 6: 7, 7: 7, 8: 7, 9: 6, 10: 5, 11: 5 },
  2025: { 5: 4, 6: 7, 7: 7, 8: 7, 9: 7, 10: 8, 11: 5 },
};
const stayAfterNinth = 0.76;
const leaveInSummer = 0.025;
const outlyingClass = '8Б';

/**
 * The classes of a grade in a school year.
 * @param {number} year
 * @param {number} grade
 */
export function listClasses(year, grade) {
  const count = classCounts[year]?.[grade] ?? 0;
  return letters.slice(0, count).map((letter) => `${grade}${letter}`);
}

/**
 * All pupils of three school years with their spells in classes.
 * @param {Random} random
 */
export function createPupils(random) {
  /** @type {Pupil[]} */
  const pupils = [];
  const taken = new Set();

  /** @param {number} year @param {number} grade @returns {Pupil} */
  function createPupil(year, grade) {
    /** @type {Sex} */
    const sex = random.chance(0.52) ? 'Ж' : 'М';
    let last;
    let first;
    do {
      last = inflectSurname(random.pick(surnames), sex);
      first = random.pick(listFirstNames(sex));
    } while (taken.has(foldYo(`${last} ${first}`)));
    taken.add(foldYo(`${last} ${first}`));
    const pupil = {
      id: pupils.length + 1,
      last,
      first,
      patronymic: random.pick(listPatronymics(sex)),
      sex,
      birth: countDay(`${year - grade - 7}-10-01`) + random.drawInteger(0, 364),
      spells: [],
      activity: Math.exp(0.75 * random.drawNormal()) * (sex === 'Ж' ? 1.15 : 1),
      affinity: [1, 2, 3].map(() => Math.exp(0.5 * random.drawNormal())),
      namesake: false,
    };
    pupils.push(pupil);
    return pupil;
  }

  /** @param {Pupil} pupil @param {number} year @param {string} className @param {boolean} arrived */
  function enrol(pupil, year, className, arrived) {
    const { first, last } = boundYear(year);
    pupil.spells.push({
      year,
      grade: Number.parseInt(className, 10),
      className,
      from: first,
      to: last,
      arrived,
      left: false,
    });
  }

  /** @param {number} year @param {string} className @param {number} size */
  function fillClass(year, className, size) {
    const grade = Number.parseInt(className, 10);
    const present = pupils.filter((pupil) =>
      pupil.spells.some((spell) => spell.year === year && spell.className === className),
    ).length;
    for (let count = present; count < size; count += 1) {
      enrol(createPupil(year, grade), year, className, year > 2023);
    }
  }

  for (const year of schoolYears) {
    if (year > 2023) moveUp(pupils, year, random, enrol);
    for (let grade = 5; grade <= 11; grade += 1) {
      for (const className of listClasses(year, grade)) {
        const extra = year === 2025 ? 0 : 1;
        fillClass(year, className, random.drawInteger(23 + extra, 25 + extra));
      }
    }
    if (year === 2023) planNamesakes(pupils, random);
    moveWithinYear(pupils, year, random, createPupil);
  }
  return pupils;
}

/**
 * @param {Pupil[]} pupils
 * @param {number} year
 * @param {Random} random
 * @param {(pupil: Pupil, year: number, className: string, arrived: boolean) => void} enrol
 */
function moveUp(pupils, year, random, enrol) {
  let seat = 0;
  for (const pupil of pupils) {
    const spell = pupil.spells.at(-1);
    if (!spell || spell.year !== year - 1 || spell.left || spell.grade === 11) continue;
    const grade = spell.grade + 1;
    if (grade === 10) {
      if (!random.chance(stayAfterNinth)) continue;
      const classes = listClasses(year, 10);
      enrol(pupil, year, classes[seat % classes.length] ?? '10А', false);
      seat += 1;
      continue;
    }
    if (!pupil.namesake && random.chance(leaveInSummer)) continue;
    enrol(pupil, year, `${grade}${spell.className.slice(-1)}`, false);
  }
}

/** @param {Pupil[]} pupils @param {Random} random */
function planNamesakes(pupils, random) {
  const free = random.shuffle(pupils.filter((pupil) => (pupil.spells[0]?.grade ?? 11) <= 7));
  for (let pair = 0; pair < 12; pair += 1) {
    const sameGrade = pair < 6;
    const model = free.pop();
    const from = model?.spells[0];
    if (!model || !from) throw new Error('No pupil left for a namesake');
    const index = free.findIndex((pupil) => {
      const spell = pupil.spells[0];
      if (!spell || pupil.sex !== model.sex) return false;
      if (sameGrade) return spell.grade === from.grade && spell.className !== from.className;
      return spell.grade !== from.grade;
    });
    const twin = free.splice(index, 1)[0];
    if (!twin) throw new Error('No second pupil for a namesake');
    twin.last = model.last;
    twin.first = model.first;
    if (pair % 6 === 0) twin.patronymic = model.patronymic;
    model.namesake = true;
    twin.namesake = true;
  }
}

/**
 * @param {Pupil[]} pupils
 * @param {number} year
 * @param {Random} random
 * @param {(year: number, grade: number) => Pupil} createPupil
 */
function moveWithinYear(pupils, year, random, createPupil) {
  const { first, last } = boundYear(year);
  const movable = random.shuffle(
    pupils.filter((pupil) => {
      const spell = pupil.spells.at(-1);
      return spell?.year === year && !pupil.namesake && spell.className !== outlyingClass;
    }),
  );
  const changeDays = ['11-05', '12-01', '01-15', '02-10', '04-07']
    .map((part) => countDay(`${part < '06' ? year + 1 : year}-${part}`))
    .filter((day) => day > first);

  for (const pupil of movable.slice(0, 14)) {
    const spell = /** @type {Spell} */ (pupil.spells.at(-1));
    const others = listClasses(year, spell.grade).filter(
      (name) => name !== spell.className && name !== outlyingClass,
    );
    const day = skipSunday(random.pick(changeDays));
    pupil.spells.push({ ...spell, className: random.pick(others), from: day, arrived: true });
    spell.to = day - 1;
    spell.left = true;
  }
  for (const pupil of movable.slice(14, 28)) {
    const spell = /** @type {Spell} */ (pupil.spells.at(-1));
    spell.to = skipSunday(random.drawInteger(first + 20, last - 20));
    spell.left = true;
  }
  for (let count = 0; count < 14; count += 1) {
    const grade = random.drawInteger(5, 10);
    const classes = listClasses(year, grade).filter((name) => name !== outlyingClass);
    createPupil(year, grade).spells.push({
      year,
      grade,
      className: random.pick(classes),
      from: skipSunday(random.drawInteger(first + 15, last - 40)),
      to: last,
      arrived: true,
      left: false,
    });
  }
}

/**
 * The spell that says in which class a pupil was on a day.
 * @param {Pupil} pupil
 * @param {number} day
 */
export function findSpell(pupil, day) {
  const exact = pupil.spells.find((spell) => spell.from <= day && day <= spell.to);
  if (exact) return exact;
  return pupil.spells.find(
    (spell) => !spell.left && spell.from <= day && day <= countDay(`${spell.year + 1}-08-31`),
  );
}

/**
 * The last spell of a pupil in a stretch of days, when there is one.
 * @param {Pupil} pupil
 * @param {{ year: number, start: number, end: number }} period
 */
export function findLastSpell(pupil, period) {
  return pupil.spells.findLast(
    (spell) => spell.year === period.year && spell.from <= period.end && spell.to >= period.start,
  );
}
