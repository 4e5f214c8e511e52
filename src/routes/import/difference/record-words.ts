import { isoOf } from '#lib/ingest/day.ts';
import type { Difference } from '#lib/ingest/difference.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import type { Programme } from '#lib/model/programme.ts';
import { nameOfId } from '#lib/workspace/naming.ts';

type Cell = Difference['cells'][number];
type Stored = Cell['before'];

/** One cell of a record that is not the same, in words; null stands for an empty side. */
export interface CellWords {
  readonly name: string;
  readonly before: string | null;
  readonly after: string | null;
}

const fieldOf = {
  name: 'student_name',
  patronymic: 'patronymic',
  class: 'class',
  grade: 'grade',
  sex: 'sex',
  title: 'event_name',
  starts: 'date_start',
  ends: 'date_end',
  school_year: 'school_year',
  term: 'term',
  direction: 'direction',
  block: 'block',
  partner: 'partner',
  short: 'partner_short',
  partner_kind: 'partner_kind',
  contract: 'partner_contract',
  level: 'event_level',
  event_kind: 'event_kind',
  hours: 'hours',
  hours_source: 'hours_source',
  role: 'role',
  result: 'result',
  team: 'team',
  n: 'n_participants',
  n_winners: 'n_winners',
  n_prizes: 'n_prize',
  instrument: 'instrument',
  version: 'version',
  wave: 'wave',
  scale: 'scale',
  score: 'score',
} as const;

/** Columns that only serve the machine; nobody reads a change of theirs. */
const silent: ReadonlySet<string> = new Set(['key']);
/** Columns of which a label or another column says enough. */
const implied: ReadonlySet<string> = new Set([
  'key',
  'patronymic',
  'grade',
  'birth_year',
  'exact',
  'starts',
  'ends',
]);
const dates: ReadonlySet<string> = new Set(['starts', 'ends', 'birth', 'entered', 'left', 'date']);

const isKeyOf = <T extends object>(key: PropertyKey, among: T): key is keyof T =>
  Object.hasOwn(among, key);

/** A text with a capital letter at its start. */
function capitalise(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

function nameColumn(column: string, { t }: Locale): string {
  if (isKeyOf(column, fieldOf)) return t.issues.fields[fieldOf[column]];
  return isKeyOf(column, t.matching.columns) ? t.matching.columns[column] : column;
}

function showText(column: string, value: string, programme: Programme, locale: Locale): string {
  const { t, language } = locale;
  const named = (list: readonly { id: string; name: { ru: string; en: string } }[]) =>
    list.find(({ id }) => id === value)?.name[language] ?? value;
  switch (column) {
    case 'level':
      return named(programme.levels);
    case 'result':
      return named(programme.results);
    case 'role':
      return named(programme.roles);
    case 'direction':
      return named(programme.directions);
    case 'patronymic':
      return capitalise(value);
    case 'block':
      return t.screens.block(value);
    case 'sex':
      return value === 'm' || value === 'f' ? t.screens.records.sexes[value] : value;
    case 'instrument':
      return nameOfId(t.screens.instruments, value);
    case 'scale':
      return nameOfId(t.screens.scales, value);
    case 'wave':
      return nameOfId(t.screens.records.waves, value);
    default:
      return value;
  }
}

/** A stored value of a record's column as a person reads it; null where there is none. */
export function showStored(
  column: string,
  value: Stored,
  programme: Programme,
  locale: Locale,
): string | null {
  const { t, format } = locale;
  if (value === null || value === '') return null;
  if (typeof value === 'boolean') return value ? t.screens.records.yes : t.screens.records.no;
  if (typeof value === 'string') return showText(column, value, programme, locale);
  if (dates.has(column)) return format.date(isoOf(value));
  if (column === 'school_year') return format.schoolYear(value);
  if (column === 'term') return format.roman(value);
  return column === 'birth_year' ? String(value) : format.number(value, 2, false);
}

function readOwn(text: Stored): Readonly<Record<string, string>> {
  if (typeof text !== 'string' || text === '') return {};
  const read: unknown = JSON.parse(text);
  return typeof read === 'object' && read !== null
    ? Object.fromEntries(Object.entries(read).map(([name, value]) => [name, String(value)]))
    : {};
}

/** A school's own columns, each a cell of its own. */
function* showOwn({ before, after }: Cell): Generator<CellWords> {
  const [was, is] = [readOwn(before), readOwn(after)];
  for (const name of new Set([...Object.keys(was), ...Object.keys(is)]))
    if (was[name] !== is[name]) yield { name, before: was[name] ?? null, after: is[name] ?? null };
}

/** The cells of a changed record in words. */
export function describeChanges(
  { cells }: Difference,
  programme: Programme,
  locale: Locale,
): CellWords[] {
  return cells.flatMap((cell): CellWords[] => {
    if (silent.has(cell.column)) return [];
    if (cell.column === 'own') return [...showOwn(cell)];
    const show = (value: Stored) => showStored(cell.column, value, programme, locale);
    return [
      {
        name: capitalise(nameColumn(cell.column, locale)),
        before: show(cell.before),
        after: show(cell.after),
      },
    ];
  });
}

/** What else there is to a record that is new or gone, beside its label: texts as they are, numbers with their names. */
export function describeRecord(
  { cells, label }: Difference,
  programme: Programme,
  locale: Locale,
): string[] {
  const values = new Map(cells.map(({ column, before, after }) => [column, after ?? before]));
  const [starts, ends] = [values.get('starts') ?? null, values.get('ends') ?? null];
  const said = new Set<Stored>(label);
  const days = [starts, ends === starts ? null : ends].flatMap(
    (day) => showStored('starts', day, programme, locale) ?? [],
  );
  const texts = days.length > 0 ? [days.join('–')] : [];
  for (const [column, value] of values) {
    if (implied.has(column) || said.has(value)) continue;
    if (starts !== null && (column === 'school_year' || column === 'term')) continue;
    const shown = showStored(column, value, programme, locale);
    if (column === 'own')
      texts.push(...Object.entries(readOwn(value)).map(([name, own]) => `${name}: ${own}`));
    else if (shown === null || value === false) continue;
    else if (value === true) texts.push(nameColumn(column, locale));
    else if (typeof value === 'string') texts.push(shown);
    else texts.push(`${nameColumn(column, locale)}: ${shown}`);
  }
  return texts;
}

/** Who and what a difference is about: the first text names it, the others tell more. */
export function labelOf({ kind, label }: Difference, { t }: Locale): readonly string[] {
  if (kind !== 'assessment') return label;
  return label.map((text, at) =>
    at === 0
      ? text
      : ((t.screens.instruments as Readonly<Record<string, string>>)[text] ??
        (t.screens.scales as Readonly<Record<string, string>>)[text] ??
        nameOfId(t.screens.records.waves, text)),
  );
}
