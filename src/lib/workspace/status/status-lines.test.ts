import { expect, it } from 'vitest';
import { locales } from '#lib/i18n/locale.ts';
import { statusParts, writeReport, type Status } from './status-lines.ts';

const status: Status = {
  app: { version: 'a1b2c3', newer: 'waiting', isKept: true, isIsolated: false },
  browser: {
    name: 'Chrome/150',
    languages: ['ru-RU', 'en'],
    cores: 2,
    memory: 8,
    width: 1440,
    height: 900,
    density: 1.25,
  },
  storage: {
    isLasting: true,
    room: { used: 3 * 1024 ** 2, quota: 2 * 1024 ** 3, isPersistent: false },
    backup: null,
    changes: 41,
  },
  journal: {
    entries: 44,
    counted: 32,
    files: 33,
    records: 41_037,
    last: Date.UTC(2026, 10, 24, 9),
    damage: 0,
    checked: 33,
  },
  engine: { state: 'ready', version: 'v1.3.2', rows: 120_345 },
  faults: [
    {
      at: Date.UTC(2026, 10, 24, 8),
      code: 'journal-quota',
      places: ['Bx3.js:3:411'],
      screen: 'data/',
      times: 2,
    },
  ],
};

it.each(['ru', 'en'] as const)(
  'writes all that the screen shows into the report: %s',
  (language) => {
    const locale = locales[language];
    const report = writeReport(status, locale, Date.UTC(2026, 10, 24, 10));
    const parts = statusParts(status, locale);
    for (const [name, value] of parts.flatMap(({ lines }) => lines)) {
      expect(report).toContain(`${name}: ${value}`);
    }
    expect(report).toMatch(/journal-quota · ×2\n {4}Bx3\.js:3:411/);
    expect(report).not.toMatch(/undefined|null|NaN|\[object/);
  },
);

it('says plainly what is not known', () => {
  const unknown: Status = {
    ...status,
    browser: { ...status.browser, memory: null },
    storage: { ...status.storage, room: null },
    engine: { state: 'idle', version: null, rows: null },
    faults: [],
  };
  const report = writeReport(unknown, locales.ru, 0);
  expect(report).toContain('Занято: неизвестно');
  expect(report).toContain('Ошибок не было.');
});
