import { describe, expect, it } from 'vitest';
import { readAbsence } from './absence.ts';
import { readText } from './text.ts';
import { readYesNo } from './yes-no.ts';

describe('readAbsence', () => {
  it.each(['-', '–', '—', ' н/д ', 'Нет данных', '…', '...', 'x', 'Х', { error: '#N/A' }])(
    '%j is a missing value',
    (cell) => {
      expect(readAbsence(cell)).toBe('missing');
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
  it.each(['да', 'ДА', ' Да. ', 'yes', '+', true, 1, '1', '✓'])('%j is a yes', (cell) => {
    expect(readYesNo(cell)).toBe(true);
  });
  it.each(['нет', 'Нет.', 'no', '-', '–', false, 0])('%j is a no', (cell) => {
    expect(readYesNo(cell)).toBe(false);
  });
  it.each(['может быть', '', null, 2])('%j is neither', (cell) => {
    expect(readYesNo(cell)).toBeNull();
  });
});
