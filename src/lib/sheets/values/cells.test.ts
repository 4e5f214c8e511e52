import { describe, expect, it } from 'vitest';
import { readAbsence } from './absence.ts';
import { isCode } from './code.ts';
import { readDuration } from './duration.ts';
import { readHeadcount } from './headcount.ts';
import { readText } from './text.ts';
import { readYesNo } from './yes-no.ts';

describe('readAbsence', () => {
  it.each(['-', '–', '—', ' н/д ', 'Нет данных', '…', '...', 'x', 'Х', { error: '#N/A' }])(
    '%j is a missing value',
    (cell) => {
      expect(readAbsence(cell)).toBe('missing');
    },
  );
  it.each(['н/п', 'Не проводилось', 'не предусмотрено', 'not applicable'])(
    '%j was not asked',
    (cell) => {
      expect(readAbsence(cell)).toBe('not-asked');
    },
  );
  it.each(['s', '*', '<5', '≤ 3', 'конф.'])('%j was suppressed at source', (cell) => {
    expect(readAbsence(cell)).toBe('suppressed');
  });
  it.each([0, '0', 'нет', '5', 'Иванов', null, '', '- 5', { error: '#REF!' }])(
    '%j is neither',
    (cell) => {
      expect(readAbsence(cell)).toBeNull();
    },
  );
});

describe('readText', () => {
  it.each([
    ['  Иванова \u00a0 Анна\n', 'Иванова Анна'],
    ['а\tб', 'а б'],
    [123456789012345, '123456789012345'],
    [1e21, '1000000000000000000000'],
    [0.1 + 0.2, '0.3'],
    [0.0000001, '0.0000001'],
    [{ date: '2025-09-01' }, '01.09.2025'],
    [{ date: '2025-09-01T12:30:00' }, '01.09.2025 12:30:00'],
    [{ error: '#N/A' }, '#N/A'],
    [true, 'true'],
    ['\u00a0', null],
    [null, null],
  ])('shows %j as %j', (cell, text) => {
    expect(readText(cell)).toBe(text);
  });
});

describe('readYesNo', () => {
  it.each(['да', 'ДА', ' Да. ', 'yes', '+', true, 1, '1', '✓', 'х', 'X', 'v'])(
    '%j is a yes',
    (cell) => {
      expect(readYesNo(cell)).toBe(true);
    },
  );
  it.each(['нет', 'Нет.', 'no', '-', '–', false, 0])('%j is a no', (cell) => {
    expect(readYesNo(cell)).toBe(false);
  });
  it.each(['может быть', '', null, 2])('%j is neither', (cell) => {
    expect(readYesNo(cell)).toBeNull();
  });
});

describe('readHeadcount', () => {
  it.each([
    ['25 чел.', 25],
    [25, 25],
    ['Учащиеся 5А (25 чел.)', 25],
    ['100: 25 35 15 25', 100],
    ['60 = 20, 40', 60],
    ['12 + 13', 25],
    ['5А, 5Б – 48 учащихся', 48],
    ['около 30 человек', 30],
  ])('counts %j as %d', (cell, n) => {
    expect(readHeadcount(cell)).toBe(n);
  });
  it.each(['100: 25 35', '5А (25 чел.), 5Б (23 чел.)', '5А', 'все', '45 %', null])(
    'finds no one count in %j',
    (cell) => {
      expect(readHeadcount(cell)).toBeNull();
    },
  );
});

describe('readDuration', () => {
  it.each([
    [2, 2],
    ['2,5 ч', 2.5],
    ['1 ч 30 мин', 1.5],
    ['1 час 15 минут', 1.25],
    ['30 мин', 0.5],
    ['1:30', 1.5],
    ['2 ак. ч.', 2],
  ])('%j is %d hours', (cell, hours) => {
    expect(readDuration(cell)).toBe(hours);
  });
  it('counts plain numbers as minutes where the column does', () => {
    expect(readDuration(90, true)).toBe(1.5);
    expect(readDuration('2 ч', true)).toBe(2);
  });
  it.each(['весь день', '50 %', null, '1:75'])('finds no hours in %j', (cell) => {
    expect(readDuration(cell)).toBeNull();
  });
});

describe('isCode', () => {
  it.each(['007', '0012-3', '1234567890'])('%j is a name', (cell) => {
    expect(isCode(cell)).toBe(true);
  });
  it.each(['0', '0,5', '0.75', '120', 7, '5А', null])('%j is none', (cell) => {
    expect(isCode(cell)).toBe(false);
  });
});
