import { expect, it } from 'vitest';
import { defaultProgramme } from '#lib/programme/default.ts';
import { derive, encodeRecords } from './derivation.ts';
import type { RecordSet } from './record.ts';
import { deedsOf, rollOf } from './star/records.fixture.ts';

function toldOf(...sets: readonly RecordSet[]) {
  const imports = sets.map((set, index) => ({ id: `${index}`, records: encodeRecords(set) }));
  const { extent } = derive(imports, { programme: defaultProgramme });
  const termsOf = (periods: readonly number[]) =>
    periods.map((period) => defaultProgramme.periods[period]?.term);
  return { records: extent.records, periods: termsOf(extent.periods), told: termsOf(extent.told) };
}

const roll = rollOf([{ name: 'Агеева Анна', class: '5А' }]);

it('tells the terms that are still to come, of which there is but the roll of the year, from those that were', () => {
  const deeds = deedsOf([{ who: 'Агеева Анна', at: '5А', on: '2025-12-05' }]);
  expect(toldOf(roll, deeds)).toEqual({ records: 2, periods: [1, 2, 3, 4], told: [1, 2] });
  expect(toldOf(roll)).toEqual({ records: 1, periods: [1, 2, 3, 4], told: [1, 2, 3, 4] });
});
