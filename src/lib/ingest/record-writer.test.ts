import { describe, expect, it } from 'vitest';
import { addRecord, type AnyRecord, type RecordSet } from './record.ts';
import { RecordWriter } from './record-writer.ts';

const hours = (row: number): AnyRecord => ({
  kind: 'volunteering',
  record: {
    name: `Имя ${row}`,
    key: 'имя',
    patronymic: null,
    class: '5А',
    grade: 5,
    school_year: 2025,
    term: 1,
    hours: row / 2,
    hours_source: null,
    sheet: 0,
    row,
    col: null,
  },
});

describe('RecordWriter', () => {
  it.each([0, 5, 20_000])('leaves what adding one by one leaves, with %i expected', (expected) => {
    const one: RecordSet = {};
    const many: RecordSet = {};
    for (const count of [3, 9000]) {
      const writer = new RecordWriter(many, expected);
      for (let row = 0; row < count; row += 1) {
        addRecord(one, hours(row));
        writer.add(hours(row));
      }
      writer.finish();
      expect(many).toEqual(one);
    }
  });
});
