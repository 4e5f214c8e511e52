import { auditInWorker } from '#lib/disclosure/auditor.ts';
import type { LanguageTag } from '#lib/i18n/format.ts';
import type { Workspace } from '../workspace.svelte.ts';
import type { WishAuditing } from './audited-wishes.ts';
import type { FrozenForKeeping } from './frozen-for-keeping.ts';
import { releaseSetting, type ReleaseSetting } from './release-setting.svelte.ts';

/** How far the check of a picture or a table has come; `version` is that of the data that were checked. */
export type KeepStage<T> =
  | { readonly kind: 'idle' }
  | { readonly kind: 'checking'; readonly done: number; readonly all: number | null }
  | {
      readonly kind: 'ready';
      readonly frozen: Extract<FrozenForKeeping<T>, { kind: 'frozen' }>;
      readonly version: number;
    }
  | { readonly kind: 'exposed' }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'failed'; readonly cause: unknown };

/** Freezes something with what is loaded, and has it audited. */
export type Freeze<T> = (
  setting: ReleaseSetting & Pick<WishAuditing, 'audit'>,
) => Promise<FrozenForKeeping<T>>;

/** How long an audit may take before nothing may leave, in milliseconds. */
const patience = 180_000;

/** The check of one picture or table before it leaves the school; a new check ends the one before. */
export class Keeping<T> {
  stage = $state.raw<KeepStage<T>>({ kind: 'idle' });
  readonly #workspace: Workspace;
  readonly #language: LanguageTag;
  readonly #freeze: Freeze<T>;
  #controller: AbortController | null = null;

  constructor(workspace: Workspace, language: LanguageTag, freeze: Freeze<T>) {
    this.#workspace = workspace;
    this.#language = language;
    this.#freeze = freeze;
  }

  /** Freezes and audits; how it went is left in `stage`. */
  async check(): Promise<void> {
    this.#controller?.abort();
    const controller = new AbortController();
    this.#controller = controller;
    const { signal } = controller;
    const tell = (stage: KeepStage<T>): void => {
      if (!signal.aborted) this.stage = stage;
    };
    tell({ kind: 'checking', done: 0, all: null });
    try {
      const { version } = this.#workspace;
      const setting = await releaseSetting(this.#workspace, this.#language);
      signal.throwIfAborted();
      const frozen = await this.#freeze({
        ...setting,
        signal,
        audit: (register, rules) =>
          auditInWorker(register, rules, {
            signal,
            patience,
            onProtecting: (done, all) => tell({ kind: 'checking', done, all }),
          }),
      });
      tell(frozen.kind === 'frozen' ? { kind: 'ready', frozen, version } : frozen);
    } catch (cause) {
      tell({ kind: 'failed', cause });
    }
  }

  /** Gives the check up. */
  cancel(): void {
    this.#controller?.abort();
    this.stage = { kind: 'idle' };
  }
}
