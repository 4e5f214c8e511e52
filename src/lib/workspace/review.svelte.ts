import type { FileReading } from '#lib/ingest/reading.ts';
import type { Recipe } from '#lib/ingest/recipe.ts';
import type { ReadingProgress } from '#lib/ingest/client.ts';
import { compareReadings, gatherWriting } from './acceptance.ts';
import { acceptedCount, isAcceptable, type ReviewFile } from './review-file.ts';
import type { Workspace } from './workspace.svelte.ts';

/** What the review is doing. */
export type ReviewStage = 'idle' | 'reading' | 'reviewing' | 'revising' | 'accepting';

/** What the last acceptance wrote. */
export interface Acceptance {
  readonly files: number;
  readonly records: number;
}

/** Files on their way in: read, looked at, corrected, then accepted whole or dropped; nothing is written before. */
export class Review {
  stage = $state<ReviewStage>('idle');
  files = $state.raw<readonly ReviewFile[]>([]);
  progress = $state.raw<ReadingProgress | null>(null);
  fault = $state.raw<unknown>(null);
  cancelled = $state(false);
  acceptance = $state.raw<Acceptance | null>(null);

  readonly acceptable = $derived(this.files.filter(isAcceptable));
  readonly records = $derived(
    this.acceptable.reduce((sum, file) => sum + acceptedCount(file.reading), 0),
  );

  readonly #workspace: Workspace;
  #recipes: Recipe[] = [];

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /** Reads files in the background; they replace what was under review. */
  async read(files: readonly File[]): Promise<void> {
    this.stage = 'reading';
    this.cancelled = false;
    this.acceptance = null;
    this.fault = null;
    this.progress = null;
    this.#recipes = [];
    try {
      const readings = await this.#workspace.reader.read(
        [...files],
        this.#setting(),
        (progress) => {
          this.progress = progress;
        },
      );
      this.files = await this.#compare(readings);
      this.stage = 'reviewing';
    } catch (cause) {
      this.stage = 'idle';
      if (isAbort(cause)) this.cancelled = true;
      else this.fault = cause;
    } finally {
      this.progress = null;
    }
  }

  /** Stops the reading; nothing was written. */
  cancel(): void {
    this.#workspace.reader.cancel();
  }

  /** Drops everything under review; nothing was written. */
  discard(): void {
    this.files = [];
    this.stage = 'idle';
    this.fault = null;
  }

  /** Reads one file again as a person explained its layout; the explanation is remembered when the file is accepted. */
  async correct(sha256: string, correction: Recipe): Promise<void> {
    this.stage = 'revising';
    const { fingerprint } = correction;
    const before = this.#setting().recipes.findLast((known) => known.fingerprint === fingerprint);
    const recipe = {
      ...before,
      ...correction,
      fields: { ...before?.fields, ...correction.fields },
    };
    this.#recipes = [...this.#recipes.filter((known) => known.fingerprint !== fingerprint), recipe];
    try {
      const revised = await this.#workspace.reader.revise(sha256, recipe, this.#setting());
      const readings = this.files.map(({ reading }) =>
        reading.source.sha256 === sha256 ? revised : reading,
      );
      this.files = await this.#compare(readings);
    } catch (cause) {
      this.fault = cause;
    } finally {
      this.stage = 'reviewing';
    }
  }

  /** Writes all that can be accepted as one transaction. */
  async accept(): Promise<void> {
    this.stage = 'accepting';
    this.fault = null;
    const accepted = this.acceptable;
    const records = this.records;
    try {
      await this.#workspace.write(
        await gatherWriting(this.#workspace.reader, accepted, this.#recipes),
      );
      this.acceptance = { files: accepted.length, records };
      this.files = [];
      this.stage = 'idle';
    } catch (cause) {
      this.fault = cause;
      this.stage = 'reviewing';
    }
  }

  #setting(): { programme: Workspace['programme']; recipes: Recipe[] } {
    const remembered = [...this.#workspace.ledger.recipes.values()];
    return { programme: this.#workspace.programme, recipes: [...remembered, ...this.#recipes] };
  }

  #compare(readings: readonly FileReading[]): Promise<ReviewFile[]> {
    return compareReadings(this.#workspace, readings);
  }
}

function isAbort(cause: unknown): boolean {
  return cause instanceof DOMException && cause.name === 'AbortError';
}
