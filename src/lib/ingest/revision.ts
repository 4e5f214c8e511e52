import { foldText } from '#lib/i18n/fold.ts';
import { partnerKey } from './star/partners.ts';
import { titleKey } from './star/events.ts';
import { recordKinds, records, type RecordKind, type RecordSet } from './record.ts';

/** An import, stored or about to be, as far as revisions are told by it; `modified` is in milliseconds. */
export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly modified: number;
  readonly records: RecordSet;
}

/** A file that is a newer version of another, with how many records it adds, changes, drops and leaves as they are. */
export interface Revision {
  /** The import that it replaces. */
  readonly of: string;
  /** That import's file. */
  readonly name: string;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly same: number;
}

const leastShare = 0.6;
const newerWords =
  /исправ|испр(?![а-я])|уточн|коррект|обновл|дополн|нов(?:ый|ая|ое)(?![а-я])|оконч|финал|верси[яи] ?[2-9]|(?<![a-zа-я])[vв][._ ]?[2-9](?!\d)|\((?:[2-9])\)|correct|updat|fixed|final|revis/;

/** Whether a file's name says that it is a newer version. */
export function soundsNewer(name: string): boolean {
  return newerWords.test(foldText(name.replace(/\.[a-z0-9]{2,4}$/i, '')));
}

/** The name of a file without what marks versions. */
function plainName(name: string): string {
  return foldText(name.replace(/\.[a-z0-9]{2,4}$/i, ''))
    .replace(/[([][^)\]]*(?:исправ|испр|уточн|нов|верс|v\d|correct|updat|^\d)[^)\]]*[)\]]/g, ' ')
    .replace(new RegExp(newerWords.source, 'g'), ' ')
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();
}

type Cells = Readonly<Record<string, readonly unknown[]>>;

const identities: Readonly<Record<RecordKind, (cells: Cells, at: number) => unknown[]>> = {
  roll: (cells, at) => [
    cells['school_year']?.[at],
    cells['key']?.[at],
    cells['birth']?.[at] ?? cells['class']?.[at],
    cells['entered']?.[at],
  ],
  event: (cells, at) => [
    titleKey(String(cells['title']?.[at])),
    cells['starts']?.[at],
    cells['term']?.[at],
  ],
  participation: (cells, at) => [
    cells['key']?.[at],
    cells['grade']?.[at],
    titleKey(String(cells['title']?.[at])),
    cells['starts']?.[at],
    cells['term']?.[at],
  ],
  headcount: (cells, at) => [
    titleKey(String(cells['title']?.[at])),
    cells['starts']?.[at],
    cells['term']?.[at],
    cells['class']?.[at],
    cells['level']?.[at],
  ],
  assessment: (cells, at) =>
    ['school_year', 'key', 'grade', 'instrument', 'version', 'wave', 'scale'].map(
      (name) => cells[name]?.[at],
    ),
  survey: (cells, at) => ['date', 'class', 'item', 'value', 'row'].map((name) => cells[name]?.[at]),
  partner: (cells, at) => [partnerKey(String(cells['partner']?.[at]))],
  volunteering: (cells, at) =>
    ['school_year', 'term', 'key', 'class'].map((name) => cells[name]?.[at]),
};
const places: readonly string[] = ['sheet', 'row', 'col', 'answer'];

/** Records of a set by their identity, each with a print of its whole content; equal identities are counted apart. */
function printRecords(set: RecordSet): Map<string, string> {
  const prints = new Map<string, string>();
  for (const kind of recordKinds) {
    const cells = set[kind] as Cells | undefined;
    if (!cells) continue;
    const names = Object.keys(records[kind]).filter((name) => !places.includes(name));
    const count = cells['row']?.length ?? 0;
    for (let at = 0; at < count; at += 1) {
      const identity = `${kind}|${identities[kind](cells, at).join('|')}`;
      let key = identity;
      for (let twin = 2; prints.has(key); twin += 1) key = `${identity}#${twin}`;
      prints.set(key, names.map((name) => String(cells[name]?.[at] ?? '')).join('\u0001'));
    }
  }
  return prints;
}

interface Printed {
  readonly candidate: Candidate;
  readonly kinds: string;
  readonly periods: ReadonlySet<string>;
  readonly prints: ReadonlyMap<string, string>;
}

function printCandidate(candidate: Candidate): Printed {
  const kinds = recordKinds.filter((kind) => (candidate.records[kind]?.row.length ?? 0) > 0);
  const periods = new Set<string>();
  for (const kind of kinds) {
    const cells = candidate.records[kind] as Cells | undefined;
    const years = cells?.['school_year'];
    const terms = cells?.['term'];
    for (const [at, year] of (years ?? []).entries())
      periods.add(`${String(year)}|${String(terms?.[at] ?? '')}`);
  }
  return { candidate, kinds: kinds.join('|'), periods, prints: printRecords(candidate.records) };
}

function overlap(a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const key of small.keys()) if (large.has(key)) shared += 1;
  return shared;
}

function samePeriods(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  if (a.size === 0 && b.size === 0) return true;
  const shared = [...a].filter((period) => b.has(period)).length;
  return shared >= 0.5 * Math.max(a.size, b.size);
}

/** Whether a is the newer of two versions: by a word in its name, else by the time of modification, else by coming later. */
function isNewer(a: Candidate, b: Candidate): boolean {
  const spokenA = soundsNewer(a.name);
  if (spokenA !== soundsNewer(b.name)) return spokenA;
  return a.modified >= b.modified;
}

function compareTwo(newer: Printed, older: Printed): Revision | null {
  if (
    newer.kinds === '' ||
    newer.kinds !== older.kinds ||
    !samePeriods(newer.periods, older.periods)
  )
    return null;
  const shared = overlap(newer.prints, older.prints);
  const smaller = Math.min(newer.prints.size, older.prints.size);
  const larger = Math.max(newer.prints.size, older.prints.size);
  if (smaller === 0 || shared < leastShare * smaller) return null;
  const namedAlike = plainName(newer.candidate.name) === plainName(older.candidate.name);
  if (!namedAlike && shared < leastShare * larger) return null;
  let changed = 0;
  for (const [key, print] of newer.prints) {
    const before = older.prints.get(key);
    if (before !== undefined && before !== print) changed += 1;
  }
  return {
    of: older.candidate.id,
    name: older.candidate.name,
    added: newer.prints.size - shared,
    changed,
    removed: older.prints.size - shared,
    same: shared - changed,
  };
}

/**
 * Tells which of the files in hand are newer versions of a stored import or of one another. Two files are versions of one
 * another when they hold the same kinds of record for the same periods and share at least 60 % of the records of the
 * smaller (and of the larger too, unless their names agree but for marks of versions). A file in hand is taken as newer
 * than a stored import unless only the stored one's name says that it is a correction.
 */
export function findRevisions(
  inHand: readonly Candidate[],
  stored: readonly Candidate[],
): Map<string, Revision> {
  const found = new Map<string, Revision>();
  const files = inHand.map(printCandidate);
  const imports = stored
    .filter(({ id }) => !inHand.some((own) => own.id === id))
    .map(printCandidate);
  for (const [place, file] of files.entries()) {
    let best: Revision | null = null;
    const offer = (revision: Revision | null) => {
      if (
        revision &&
        (best === null || revision.same + revision.changed > best.same + best.changed)
      )
        best = revision;
    };
    for (const older of imports) {
      if (soundsNewer(older.candidate.name) && !soundsNewer(file.candidate.name)) continue;
      offer(compareTwo(file, older));
    }
    for (const [other, older] of files.entries()) {
      if (other === place) continue;
      const newer = isNewer(file.candidate, older.candidate);
      if (newer && (!isNewer(older.candidate, file.candidate) || place > other))
        offer(compareTwo(file, older));
    }
    if (best !== null) found.set(file.candidate.id, best);
  }
  return found;
}
