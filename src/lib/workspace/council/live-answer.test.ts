import type { Engine } from '#lib/engine/engine.ts';
import { locales } from '#lib/i18n/locale.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openNodeDuckDB } from '../../../../tests/engine/node-duckdb.ts';
import {
  emptySchool,
  encodeSchool,
  plainEvent,
  plainParticipation,
  pupilsOf,
  smallProgramme,
} from '../../../../tests/engine/small-school.ts';
import { askNumbers } from './live-answer.ts';
import { numbersIn } from './live-number.ts';
import { sayText } from './live-words.ts';

const names = Array.from({ length: 24 }, (_, index) => `Ученик ${index}`);

/** 24 pupils in two years; 6 take part in the first term of 2023, 12 in the first of 2024, all in direction «moral» of block II. */
const growing = {
  ...emptySchool,
  ...pupilsOf(names, [0, 3]),
  event: [
    { ...plainEvent, direction: 2, block: 1 },
    { ...plainEvent, event: 1, period: 3, direction: 2, block: 1 },
  ],
  participation: names.slice(0, 18).map((_, index) => ({
    ...plainParticipation,
    event: index < 6 ? 0 : 1,
    period: index < 6 ? 0 : 3,
    person: index,
  })),
};

describe('live numbers', { timeout: 60_000 }, () => {
  let engine: Engine;

  beforeAll(async () => {
    engine = await openNodeDuckDB();
    await engine.load(encodeSchool(growing));
  }, 60_000);

  afterAll(() => engine.close());

  async function say(text: string, period: number | null): Promise<string> {
    const numbers = await askNumbers(engine, numbersIn([text]), period, smallProgramme);
    const setting = { programme: smallProgramme, own: [], period, locale: locales.ru };
    return sayText(text, numbers, setting).replaceAll('\u00a0', ' ');
  }

  it.each([
    ['{{M01}}, {{M01 as=of}}, за год {{M01 as=change}}', 3, '50,0 %, 12 из 24, за год +25,0 п. п.'],
    ['{{M01 at=year-ago}} и {{M01 at=2023-1 as=n}}', 3, '25,0 % и 24'],
    ['{{M01 of.block=%22II%22}}', 3, '50,0 %'],
    ['{{M01 of.direction=%22moral%22 only.block=%5B%22II%22%5D as=of}}', 3, '12 из 24'],
    ['{{M01 of.block=%22IX%22}}', 3, 'нет записей'],
    ['{{M01 grain=year as=of}}', 3, '12 из 24'],
    ['{{M04}}', 3, '12 участий'],
    ['{{M01}}', null, 'нет записей'],
  ])('say «%s» as of period %s', async (text, period, said) => {
    expect(await say(text, period)).toBe(said);
  });

  it('are asked together, as one question for each way to divide them', async () => {
    let asked = 0;
    const counting = {
      ...engine,
      ask: (...what: Parameters<Engine['ask']>) => {
        asked += 1;
        return engine.ask(...what);
      },
    };
    const one = numbersIn(['{{M01}}']);
    await askNumbers(counting, one, 3, smallProgramme);
    const once = asked;
    asked = 0;
    const same = numbersIn(['{{M01}} {{M01 as=n}} {{M01 as=of}} {{M01 at=2023-1}}']);
    expect(same.size).toBe(4);
    await askNumbers(counting, same, 3, smallProgramme);
    expect(asked).toBe(once);
  });
});
