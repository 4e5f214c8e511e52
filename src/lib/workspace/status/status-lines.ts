import type { Locale } from '#lib/i18n/locale.ts';
import type { Room } from '#lib/journal/room.ts';
import type { LoggedFault } from './fault-log.svelte.ts';

/** How the app, the browser, the storage, the journal and the engine are; nothing of it names anybody. */
export interface Status {
  readonly app: {
    readonly version: string;
    readonly newer: 'none' | 'waiting' | 'taken';
    readonly isKept: boolean | null;
    readonly isIsolated: boolean;
  };
  readonly browser: {
    readonly name: string;
    readonly languages: readonly string[];
    readonly cores: number;
    /** Gigabytes; null where the browser does not say. */
    readonly memory: number | null;
    readonly width: number;
    readonly height: number;
    readonly density: number;
  };
  readonly storage: {
    readonly isLasting: boolean;
    readonly room: Room | null;
    /** When everything was last saved elsewhere (ms), and how many changes came after it. */
    readonly backup: number | null;
    readonly changes: number;
  };
  readonly journal: {
    readonly entries: number;
    readonly counted: number;
    readonly files: number;
    readonly records: number;
    /** The last change (ms). */
    readonly last: number | null;
    readonly damage: number;
    /** Sources whose bytes were looked through since the start. */
    readonly checked: number;
  };
  readonly engine: {
    readonly state: 'ready' | 'working' | 'failed' | 'idle';
    readonly version: string | null;
    readonly rows: number | null;
  };
  readonly faults: readonly LoggedFault[];
}

/** A part of the status: what it is about, and what is said of it, line by line. */
export interface StatusPart {
  readonly id: 'app' | 'storage' | 'journal' | 'engine';
  readonly title: string;
  readonly lines: readonly (readonly [name: string, value: string])[];
}

/** The parts of a status in the order in which they are read. */
export function statusParts(status: Status, { t, format }: Locale): readonly StatusPart[] {
  const { app, storage, journal, engine } = t.status;
  const words = t.status;
  const yesNo = (value: boolean | null) =>
    value === null ? words.unknown : value ? words.yes : words.no;
  const number = (value: number) => format.number(value, 0);
  const moment = (value: number | null, none: string) =>
    value === null ? none : format.moment(value);
  const { browser } = status;
  const { room } = status.storage;
  return [
    {
      id: 'journal',
      title: journal.title,
      lines: [
        [journal.entries, number(status.journal.entries)],
        [journal.files, journal.all(number(status.journal.counted), number(status.journal.files))],
        [journal.records, number(status.journal.records)],
        [journal.last, moment(status.journal.last, '—')],
        [journal.damage, number(status.journal.damage)],
        [
          journal.checkedLabel,
          journal.all(number(status.journal.checked), number(status.journal.files)),
        ],
      ],
    },
    {
      id: 'storage',
      title: storage.title,
      lines: [
        [storage.lasting, yesNo(status.storage.isLasting)],
        [storage.used, room ? format.bytes(room.used) : words.unknown],
        [storage.left, room ? format.bytes(Math.max(0, room.quota - room.used)) : words.unknown],
        [storage.persistent, yesNo(room?.isPersistent ?? null)],
        [storage.backup, moment(status.storage.backup, storage.never)],
        [storage.changes, number(status.storage.changes)],
      ],
    },
    {
      id: 'engine',
      title: engine.title,
      lines: [
        [engine.state, engine.states[status.engine.state]],
        [engine.version, status.engine.version ?? '—'],
        [engine.rows, status.engine.rows === null ? '—' : number(status.engine.rows)],
        [engine.prepared, yesNo(status.app.isIsolated)],
      ],
    },
    {
      id: 'app',
      title: app.title,
      lines: [
        [app.version, status.app.version],
        [app.newer, app.newerIs[status.app.newer]],
        [app.offline, yesNo(status.app.isKept)],
        [app.browser, browser.name],
        [app.languages, browser.languages.join(', ')],
        [app.cores, number(browser.cores)],
        [
          app.memory,
          browser.memory === null ? words.unknown : format.bytes(browser.memory * 1024 ** 3),
        ],
        [
          app.screen,
          app.points(
            number(browser.width),
            number(browser.height),
            format.number(browser.density, 2, false),
          ),
        ],
      ],
    },
  ];
}

/** The status as a text that can be sent to somebody who helps; `now` in ms. */
export function writeReport(status: Status, locale: Locale, now: number): string {
  const { t, format } = locale;
  const words = t.status.faults;
  const parts = statusParts(status, locale).map(({ title, lines }) =>
    [title, ...lines.map(([name, value]) => `  ${name}: ${value}`)].join('\n'),
  );
  const faults = status.faults.map(({ at, code, places, screen, times }) =>
    [
      `  ${format.moment(at)} · ${screen === '' ? words.home : screen} · ${code} · ×${times}`,
      ...places.map((place) => `    ${place}`),
    ].join('\n'),
  );
  return [
    t.status.reportOf(format.moment(now)),
    ...parts,
    [words.title, ...(faults.length > 0 ? faults : [`  ${words.none}`])].join('\n'),
  ].join('\n\n');
}
