import { foldText } from '#lib/i18n/fold.ts';
import { recordKinds, type RecordKind, type RecordSet } from './record.ts';
import { contentColumns, identifyRecords, type Cells } from './revision-identity.ts';

/** An import, stored or about to be, as far as revisions are told by it; `modified` is in milliseconds. */
export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly modified: number;
  readonly records: RecordSet;
}

/**
 * A file that tells what another tells too, with how many records it adds, changes, lacks and leaves as they are. A
 * `version` takes the other's place; an `overlap` stands beside it, and what both tell counts once.
 */
export interface Revision {
  readonly mode: 'version' | 'overlap';
  /** The import that it is compared with. */
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

/** Records of a set by their identity, each with a print of its whole content. */
function printRecords(set: RecordSet): Map<RecordKind, Map<string, string>> {
  const prints = new Map<RecordKind, Map<string, string>>();
  for (const kind of recordKinds) {
    const columns = set[kind];
    if (!columns || columns.row.length === 0) continue;
    const cells = contentColumns[kind].map((name) => (columns as unknown as Cells)[name] ?? []);
    prints.set(
      kind,
      new Map(
        identifyRecords(kind, columns).map((id, at) => [
          id,
          cells.map((column) => String(column[at] ?? '')).join('\u0001'),
        ]),
      ),
    );
  }
  return prints;
}

type Prints = ReadonlyMap<RecordKind, ReadonlyMap<string, string>>;

interface Printed {
  readonly candidate: Candidate;
  readonly kinds: string;
  readonly periods: ReadonlySet<string>;
  readonly prints: Prints;
}

function printCandidate(candidate: Candidate): Printed {
  const prints = printRecords(candidate.records);
  const periods = new Set<string>();
  for (const kind of prints.keys()) {
    const cells = candidate.records[kind] as Cells | undefined;
    const years = cells?.['school_year'];
    const terms = cells?.['term'];
    for (const [at, year] of (years ?? []).entries())
      periods.add(`${String(year)}|${String(terms?.[at] ?? '')}`);
  }
  return { candidate, kinds: [...prints.keys()].join('|'), periods, prints };
}

interface Count {
  readonly newer: number;
  readonly older: number;
  readonly shared: number;
  readonly changed: number;
}

/** How many records of these kinds there are, stand in both under one identity, and of those differ. */
function countShared(newer: Prints, older: Prints, kinds: readonly RecordKind[]): Count {
  const count = { newer: 0, older: 0, shared: 0, changed: 0 };
  for (const kind of kinds) {
    const before = older.get(kind) ?? new Map<string, string>();
    const after = newer.get(kind) ?? new Map<string, string>();
    count.newer += after.size;
    count.older += before.size;
    for (const [id, print] of after) {
      const old = before.get(id);
      if (old === undefined) continue;
      count.shared += 1;
      if (old !== print) count.changed += 1;
    }
  }
  return count;
}

function revisionOf(mode: Revision['mode'], of: Candidate, count: Count): Revision {
  return {
    mode,
    of: of.id,
    name: of.name,
    added: count.newer - count.shared,
    changed: count.changed,
    removed: mode === 'version' ? count.older - count.shared : 0,
    same: count.shared - count.changed,
  };
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

/** Kinds whose facts count once however many files tell them. */
const countedKinds: readonly RecordKind[] = [
  'roll',
  'participation',
  'headcount',
  'assessment',
  'volunteering',
];

function compareTwo(newer: Printed, older: Printed): Revision | null {
  if (newer.kinds === '') return null;
  const of = older.candidate;
  if (newer.kinds === older.kinds && samePeriods(newer.periods, older.periods)) {
    const count = countShared(newer.prints, older.prints, recordKinds);
    const enough = (all: number) => count.shared > 0 && count.shared >= leastShare * all;
    const namedAlike = plainName(newer.candidate.name) === plainName(of.name);
    if (
      enough(Math.min(count.newer, count.older)) &&
      (namedAlike || enough(Math.max(count.newer, count.older)))
    )
      return revisionOf('version', of, count);
  }
  const count = countShared(newer.prints, older.prints, countedKinds);
  return count.shared > 0 ? revisionOf('overlap', of, count) : null;
}

const closeness = ({ mode, same, changed }: Revision): number =>
  (mode === 'version' ? 1e9 : 0) + same + changed;

/**
 * Tells which of the files in hand are newer versions of a stored import or of one another, and which others share facts
 * with one; of several the closest is named, a version before an overlap. Two files are versions of one
 * another when they hold the same kinds of record for the same periods and share at least 60 % of the records of the
 * smaller (and of the larger too, unless their names agree but for marks of versions). A file in hand is taken as newer
 * than a stored import unless only the stored one's name says that it is a correction.
 */
export function findRevisions(
  inHand: readonly Candidate[],
  stored: readonly Candidate[],
): Map<string, Revision> {
  const found = new Map<string, Revision>();
  // A first file is compared with nothing, so that nothing of it needs to be printed.
  if (inHand.length + stored.length < 2) return found;
  const files = inHand.map(printCandidate);
  const imports = stored
    .filter(({ id }) => !inHand.some((own) => own.id === id))
    .map(printCandidate);
  for (const [place, file] of files.entries()) {
    let best: Revision | null = null;
    const offer = (revision: Revision | null) => {
      if (revision && (best === null || closeness(revision) > closeness(best))) best = revision;
    };
    for (const older of imports) {
      const revision = compareTwo(file, older);
      const corrects = soundsNewer(older.candidate.name) && !soundsNewer(file.candidate.name);
      if (revision?.mode === 'overlap' || !corrects) offer(revision);
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
