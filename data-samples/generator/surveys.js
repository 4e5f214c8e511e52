/** @import { Answer, Pupil } from './types.js' */
/** @import { Random } from './random.js' */
import { findQuarter } from './calendar.js';
import { listPlaces } from './participation.js';

/** @typedef {{ topic: string, text: string, mean: number, top: number, since: number }} Item */

/** @type {Item[]} */
const civicItems = [
  {
    topic: 'лицей',
    text: 'Мне нравится учиться в нашем лицее, я чувствую себя здесь своим',
    mean: 3.9,
    top: 5,
    since: 2024,
  },
  {
    topic: 'лицей',
    text: 'Я могу повлиять на то, что происходит в лицее',
    mean: 3.2,
    top: 5,
    since: 2024,
  },
  {
    topic: 'лицей',
    text: 'Я горжусь успехами лицея и хочу в них участвовать',
    mean: 3.7,
    top: 5,
    since: 2024,
  },
  {
    topic: 'город',
    text: 'Я хорошо знаю историю и культуру своего города',
    mean: 3.3,
    top: 5,
    since: 2024,
  },
  {
    topic: 'город',
    text: 'В музеях, театрах и библиотеках города мне интересно',
    mean: 3.4,
    top: 5,
    since: 2025,
  },
  {
    topic: 'город',
    text: 'Я готов(а) тратить своё время, чтобы город становился лучше',
    mean: 3.3,
    top: 5,
    since: 2024,
  },
  {
    topic: 'город',
    text: 'Я хотел(а) бы жить и работать в нашем городе',
    mean: 3.0,
    top: 5,
    since: 2024,
  },
  {
    topic: 'малая родина',
    text: 'Мне важно, что я вырос(ла) в этом краю',
    mean: 3.8,
    top: 5,
    since: 2024,
  },
  {
    topic: 'малая родина',
    text: 'Судьба моей малой родины мне небезразлична',
    mean: 3.9,
    top: 5,
    since: 2024,
  },
  {
    topic: 'малая родина',
    text: 'Я чувствую ответственность за будущее нашего края',
    mean: 3.4,
    top: 5,
    since: 2024,
  },
];
/** @type {Item[]} */
const wellbeingItems = [
  {
    topic: 'самочувствие',
    text: 'Оцените своё самочувствие (1 — очень плохое, 7 — очень хорошее)',
    mean: 4.9,
    top: 7,
    since: 2024,
  },
  {
    topic: 'активность',
    text: 'Оцените свою активность (1 — вялый, 7 — полный сил)',
    mean: 4.7,
    top: 7,
    since: 2024,
  },
  {
    topic: 'настроение',
    text: 'Оцените своё настроение (1 — подавленное, 7 — приподнятое)',
    mean: 5.1,
    top: 7,
    since: 2024,
  },
  { topic: 'тревожность', text: 'Мне страшно отвечать у доски', mean: 2.6, top: 5, since: 2024 },
  {
    topic: 'тревожность',
    text: 'Я переживаю перед контрольными так, что не могу сосредоточиться',
    mean: 2.8,
    top: 5,
    since: 2024,
  },
  {
    topic: 'тревожность',
    text: 'Я боюсь, что надо мной будут смеяться',
    mean: 2.2,
    top: 5,
    since: 2024,
  },
  {
    topic: 'тревожность',
    text: 'После школы я чувствую себя очень уставшим(ей)',
    mean: 3.1,
    top: 5,
    since: 2024,
  },
];

/** Words for one to five in the first civic form. */
export const agreementWords = [
  'совсем не согласен',
  'скорее не согласен',
  'затрудняюсь ответить',
  'скорее согласен',
  'полностью согласен',
];

/**
 * The questions of a survey in a school year.
 * @param {'civic' | 'wellbeing'} survey
 * @param {number} year
 */
export function listItems(survey, year) {
  const items = survey === 'civic' ? civicItems : wellbeingItems;
  return items.filter(({ since }) => since <= year);
}

/**
 * @param {Pupil[]} pupils
 * @param {'civic' | 'wellbeing'} survey
 * @param {string[]} keys
 * @param {number} share
 * @param {Random} random
 */
function createAnswers(pupils, survey, keys, share, random) {
  return keys.flatMap((key) => {
    const quarter = findQuarter(key);
    const items = listItems(survey, quarter.year);
    const later = survey === 'civic' ? 0.12 * (quarter.year - 2024) + 0.03 * quarter.number : 0;
    /** @type {Answer[]} */
    const answers = [];
    for (const { spell } of listPlaces(pupils, quarter)) {
      if (!random.chance(share)) continue;
      const mood = 0.5 * random.drawNormal();
      answers.push({
        quarter,
        day: quarter.end - random.drawInteger(3, 16),
        second: random.drawInteger(8 * 3600, 20 * 3600),
        className: spell.className,
        values: items.map(({ mean, top, topic }) => {
          if (random.chance(0.012)) return null;
          const sign = topic === 'тревожность' ? -1 : 1;
          const raw = mean + later + sign * mood + 0.9 * random.drawNormal();
          return Math.min(top, Math.max(1, Math.round(raw)));
        }),
      });
    }
    return answers.sort((left, right) => left.day - right.day || left.second - right.second);
  });
}

/**
 * Anonymous answers to the civic identity form.
 * @param {Pupil[]} pupils
 * @param {Random} random
 */
export function createCivic(pupils, random) {
  const keys = ['2024/25-2', '2024/25-4', '2025/26-2', '2025/26-4'];
  return createAnswers(pupils, 'civic', keys, 0.36, random);
}

/**
 * Anonymous answers to the wellbeing form.
 * @param {Pupil[]} pupils
 * @param {Random} random
 */
export function createWellbeing(pupils, random) {
  const keys = ['2024/25-1', '2024/25-3', '2025/26-1', '2025/26-3'];
  return createAnswers(pupils, 'wellbeing', keys, 0.32, random);
}
