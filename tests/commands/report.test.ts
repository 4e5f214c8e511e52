import { existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { defaultProgramme } from '#lib/programme/default.ts';
import { writeProgramme } from '#lib/programme/exchange.ts';
import { readSnapshotFile } from '#lib/snapshot/seal/read-snapshot-file.ts';
import { readWish } from '../../src/commands/report/wish.ts';
import { makeFolder, runCommand } from './run-command.ts';

// The first command of a changed source bundles it.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 });

const surnames = [
  ...['Кузнецов', 'Соколов', 'Лебедев', 'Козлов', 'Новиков', 'Морозов', 'Волков', 'Зайцев'],
  ...['Павлов', 'Семёнов', 'Голубев', 'Виноградов'],
];
const names = ['Артём', 'Борис', 'Виктор', 'Глеб', 'Денис'];
const classes = ['5А', '5Б', '6А'];
const pupils = surnames
  .flatMap((surname) => names.map((name) => `${surname} ${name}`))
  .map((name, at) => ({ name, group: classes[at % 3] ?? '' }));
const taking: Readonly<Record<string, number>> = { '5А': 13, '5Б': 2, '6А': 11 };
const taken = classes.flatMap((group) =>
  pupils.filter((pupil) => pupil.group === group).slice(0, taking[group]),
);

const roll = [
  'Списки классов на 2025/2026 учебный год;',
  'ФИО ученика;Класс',
  ...pupils.map(({ name, group }) => `${name};${group}`),
].join('\n');
const participation = [
  'Участие в мероприятиях за III четверть 2025/2026 учебного года;;;;',
  'ФИО ученика;Класс;Мероприятие;Дата;Направление',
  ...taken.map(({ name, group }) => `${name};${group};Конкурс «Родник»;15.01.2026;эстетическое`),
].join('\n');
const named = {
  ...defaultProgramme,
  tasks: [{ id: 'T1', name: { ru: 'Поддержать Бориса Соколова', en: 'Support Boris' } }],
};
const made = makeFolder({
  'Списки классов.csv': roll,
  'III четверть, участие.csv': participation,
  'readme.md': '# Не таблица',
  'второй/участие.csv': participation,
  'второй/списки.csv': roll,
  'второй/снимок.png': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  'второй/пусто.csv': '',
  'программа.json': writeProgramme(named),
  'строгая.json': writeProgramme({
    ...defaultProgramme,
    privacy: { ...defaultProgramme.privacy, least: 30, leastAssessed: 30, width: 20 },
  }),
  'чужое.json': '{"version":1,"name":7}',
  'готово/заметка.txt': 'моё',
});
afterAll(made.remove);
const path = (name: string) => join(made.folder, name);
const files = ['Списки классов.csv', 'III четверть, участие.csv'].map(path);
const day = new Date('2026-01-20T10:00:00');
for (const file of files) utimesSync(file, day, day);
const madeOn = ['--made-on', '2026-03-20'];
const endings = ['html', 'pptx', 'xlsx'];
const written = (folder: string, name: string) =>
  endings.map((ending) => readFileSync(path(`${folder}/${name}.${ending}`)));

/** All texts of an office file, inside its charts' workbooks too. */
function textsIn(bytes: Uint8Array): string {
  return Object.entries(unzipSync(bytes))
    .map(([name, part]) =>
      name.endsWith('.xlsx')
        ? textsIn(part)
        : `${name}\n${strFromU8(part, !/xml|rels/.test(name))}`,
    )
    .join('\n');
}

describe('a snapshot of a small school', () => {
  const first = runCommand('report', ...files, '--out', path('готово'), ...madeOn);
  const [html = '', ...office] = written('готово', 'council-2025-3').map(String);

  test('is written in three formats beside what stood there, and its certificate is printed', async () => {
    expect(first).toMatchObject({ status: 0, stderr: '' });
    expect(readdirSync(path('готово')).sort()).toEqual([
      'council-2025-3.html',
      'council-2025-3.pptx',
      'council-2025-3.xlsx',
      'заметка.txt',
    ]);
    expect(readFileSync(path('готово/заметка.txt'), 'utf8')).toBe('моё');
    expect(office).toHaveLength(2);
    const reading = await readSnapshotFile(html);
    if (!reading.ok) throw new Error(reading.issue);
    const { certificate, dataDay } = reading.document;
    expect(dataDay).toBe('2026-01-20');
    expect(first.stdout).toContain(reading.seal.content);
    expect(first.stdout).toContain(certificate.worlds);
    expect(first.stdout).toContain(`Учтено утверждений: ${certificate.statements}\n`);
    expect(first.stdout).toContain(`Самый узкий промежуток: ${certificate.narrowest}\n`);
    expect(first.stdout).toContain('2 файла, 86 записей\n');
  });

  test('says how many took part and keeps back the class of which two did', async () => {
    const reading = await readSnapshotFile(html);
    if (!reading.ok) throw new Error(reading.issue);
    const { pages, certificate } = reading.document;
    expect(pages[1]?.pieces[0]).toMatchObject({
      text: { ru: expect.stringContaining('Участвовали 26 из 60') as string },
    });
    const figures = pages.flatMap(({ pieces }) =>
      pieces.filter((piece) => piece.kind === 'figure'),
    );
    const byClass = figures.find(({ table }) => table.ru.rows.some(([name]) => name === '5Б'));
    const row = byClass?.table.ru.rows.find(([name]) => name === '5Б');
    expect(row?.filter((cell) => typeof cell === 'number')).toEqual([]);
    expect(certificate.primary).toBeGreaterThan(0);
    expect(certificate.secondary).toBeGreaterThan(0);
    expect(certificate.narrowest).toBeGreaterThan(defaultProgramme.privacy.width);
  });

  test('names nobody, no file and no folder', () => {
    const [, pptx, xlsx] = written('готово', 'council-2025-3');
    const said = [html, ...[pptx, xlsx].map((bytes) => textsIn(new Uint8Array(bytes ?? [])))];
    const secret = [...surnames, 'Родник', '.csv', made.folder, process.cwd(), homedir()];
    for (const text of said) expect(secret.filter((word) => text.includes(word))).toEqual([]);
  });

  test('is the same to the byte when it is made again of files given otherwise', () => {
    const again = runCommand(
      'report',
      ...[...files].reverse(),
      '--out',
      path('ещё/раз'),
      ...madeOn,
    );
    expect(again.status).toBe(0);
    expect(written('ещё/раз', 'council-2025-3')).toEqual(written('готово', 'council-2025-3'));
  });
});

test('is reckoned with by the next snapshot where somebody keeps a ledger', async () => {
  const ledger = path('реестр.json');
  const share = (template: string, ...more: readonly string[]) =>
    runCommand(
      ...(['report', ...files, '--template', template, '--ledger', ledger] as const),
      ...['--out', path('реестр'), ...madeOn, ...more],
    );
  expect(share('council').status).toBe(0);
  const { status, stdout } = share('note');
  expect(status).toBe(0);
  expect(stdout).toMatch(/Прежние снимки: 1$/m);
  const readings = await Promise.all(
    ['council', 'note'].map((name) =>
      readSnapshotFile(readFileSync(path(`реестр/${name}-2025-3.html`), 'utf8')),
    ),
  );
  const [former, latter] = readings;
  if (!former?.ok || !latter?.ok) throw new Error('a snapshot is not whole');
  expect(latter.document.certificate.earlier).toEqual([former.seal.content]);
  const kept = JSON.parse(readFileSync(ledger, 'utf8')) as { releases: { id: string }[] };
  expect(kept.releases.map(({ id }) => id)).toEqual([former.seal.content, latter.seal.content]);
  writeFileSync(ledger, '{"releases":[]}');
  expect(share('note')).toMatchObject({ status: 1, stdout: '' });
  expect(readFileSync(ledger, 'utf8')).toBe('{"releases":[]}');
});

describe('what a careful administrator is told', () => {
  const folder = path('второй');

  test('stops before a snapshot that lacks files, and names them', () => {
    const { status, stdout, stderr } = runCommand('report', folder, '--out', path('нет'));
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain('снимок.png');
    expect(stderr).toMatch(/пусто\.csv: Файл пустой/);
    expect(stderr).toContain('--skip-unreadable');
    expect(existsSync(path('нет'))).toBe(false);
  });

  test('goes on without them when told to, and warns of a name in a text', () => {
    const { status, stdout, stderr } = runCommand(
      ...(['report', folder, '--skip-unreadable', '--programme', path('программа.json')] as const),
      ...['--lang', 'en', '--sources', 'names', '--out', path('назван')],
    );
    expect(stderr).toContain('снимок.png');
    expect(stderr).toContain('пусто.csv');
    expect(stderr).toContain('Бориса Соколова');
    expect(status).toBe(0);
    expect(stdout).toContain('quarter III of 2025/26');
    expect(readFileSync(path('назван/council-2025-3.html'), 'utf8')).toContain('участие.csv');
  });

  test('refuses to share where somebody would be given away, and says by what', () => {
    const { status, stdout, stderr } = runCommand(
      ...(['report', ...files, '--programme', path('строгая.json'), '--out', path('нет')] as const),
    );
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/^Делиться нельзя/);
    expect(stderr).toMatch(/^ {2}6\. Гражданская активность — /m);
    expect(existsSync(path('нет'))).toBe(false);
  });

  test('refuses a programme that the app would refuse', () => {
    const wrong = runCommand(
      ...(['report', ...files, '--programme', path('чужое.json'), '--out', path('нет')] as const),
    );
    expect(wrong).toMatchObject({ status: 1, stdout: '' });
    expect(wrong.stderr).toContain('Программа не принята');
    expect(wrong.stderr.split('\n').length).toBeGreaterThan(2);
  });

  test('refuses a period of which nothing is known', () => {
    const { status, stderr } = runCommand(
      ...(['report', ...files, '--period', '2024-1', '--out', path('нет')] as const),
    );
    expect(status).toBe(1);
    expect(stderr).toMatch(/2024-1.*2025-3/);
  });

  test('refuses a period that the programme does not have, as a wrong command line', () => {
    const { status, stderr } = runCommand(
      ...(['report', ...files, '--period', '1999-1', '--out', path('нет')] as const),
    );
    expect(status).toBe(2);
    expect(stderr).toContain('2025-3');
  });

  test('says so when the folder cannot be written', () => {
    const file = path('занято');
    writeFileSync(file, '');
    const { status, stderr } = runCommand('report', ...files, '--out', file);
    expect(status).toBe(1);
    expect(stderr).toContain('Не записано');
  });

  test.each([
    [['--out', 'x']],
    [['a.csv']],
    [['a.csv', '--out', 'x', '--template', 'poster']],
    [['a.csv', '--out', 'x', '--made-on', '2026-02-30']],
    [['a.csv', '--out', 'x', '--lang', 'de']],
    [['a.csv', '--out', 'x', '--sources', 'all']],
    [['a.csv', '--out', 'x', '--unknown']],
  ])('takes %j for a wrong command line', (words) => {
    expect(readWish(words)).toBeNull();
  });
});

test('counts the sample data as their truth does', () => {
  const samples = [
    'Ученики 2025-2026.csv',
    'Участие II четверть 2025-2026.csv',
    'Волонтёрские часы 2025-2026.xlsx',
    'План мероприятий 2025-2026.xlsx',
  ].map((name) => join('data-samples', name));
  const { quarters } = JSON.parse(readFileSync('data-samples/expected.json', 'utf8')) as {
    quarters: Record<string, { reach: { x: number; n: number } }>;
  };
  const { x, n } = quarters['2025/26-2']?.reach ?? { x: 0, n: 0 };
  const { status } = runCommand(
    ...(['report', ...samples, '--period', '2025-2', '--template', 'note'] as const),
    ...['--out', path('образец')],
  );
  expect(status).toBe(0);
  const html = readFileSync(path('образец/note-2025-2.html'), 'utf8').replaceAll('\u00a0', '');
  expect(html).toContain(`участвовали ${x} из ${n} учеников`);
});
