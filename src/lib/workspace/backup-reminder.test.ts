import { describe, expect, it } from 'vitest';
import { isBackupDue } from './backup-reminder.ts';

const day = 24 * 60 * 60 * 1000;
const now = 100 * day;
const many = Array.from({ length: 60 }, () => now);

describe('the reminder of a backup', () => {
  it.each([
    ['nothing is unsaved', { made: null, unsaved: [] }, null, false],
    ['the first work is of today', { made: null, unsaved: [now] }, null, false],
    ['the first work is of yesterday', { made: null, unsaved: [now - day, now] }, null, true],
    [
      'the last backup was followed by little of late',
      { made: 1, unsaved: [now - 6 * day] },
      null,
      false,
    ],
    [
      'something has stood for a week since the last backup',
      { made: 1, unsaved: [now - 7 * day] },
      null,
      true,
    ],
    ['much has changed at once', { made: 1, unsaved: many }, null, true],
    ['somebody said «later» of late', { made: 1, unsaved: many }, now - 6 * day, false],
    ['somebody said «later» long ago', { made: 1, unsaved: many }, now - 7 * day, true],
    [
      '«later» was said by a clock that has been set back',
      { made: 1, unsaved: many },
      now + 1,
      true,
    ],
  ])('when %s', (_when, backup, postponed, expected) => {
    expect(isBackupDue(backup, postponed, now)).toBe(expected);
  });
});
