import type { Programme } from '#lib/model/programme.ts';
import type { ProgrammeIssue } from '#lib/programme/issue.ts';
import { parseProgramme, type ParsedProgramme } from '#lib/programme/schema.ts';

type Changeable<T> = T extends readonly (infer E)[]
  ? Changeable<E>[]
  : T extends object
    ? { -readonly [K in keyof T]: Changeable<T[K]> }
    : T;

/** A programme while it is being edited: it may be wrong, and only a right one can be saved. */
export class Draft {
  programme = $state<Changeable<Programme>>() as Changeable<Programme>;
  #saved = $state.raw('');

  readonly parsed = $derived<ParsedProgramme>(parseProgramme($state.snapshot(this.programme)));
  readonly isChanged = $derived(JSON.stringify(this.programme) !== this.#saved);
  readonly issues = $derived<readonly ProgrammeIssue[]>(this.parsed.ok ? [] : this.parsed.issues);

  constructor(programme: Programme) {
    this.begin(programme);
  }

  /** Starts from a programme that is in force. */
  begin(programme: Programme): void {
    this.#saved = JSON.stringify(programme);
    this.show(programme);
  }

  /** Shows another programme as a change that is not saved yet. */
  show(programme: Programme): void {
    this.programme = structuredClone(programme) as Changeable<Programme>;
  }

  /** Shows the outcome of an edit, when it stands. */
  take(edited: ParsedProgramme): void {
    if (edited.ok) this.show(edited.programme);
  }

  /** What is wrong at a place of the programme. */
  issueAt(...path: (string | number)[]): ProgrammeIssue | undefined {
    const wanted = path.join('/');
    return this.issues.find((issue) => issue.path.join('/') === wanted);
  }
}
