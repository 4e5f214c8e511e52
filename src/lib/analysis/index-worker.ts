import { expose } from 'comlink';
import { indexRobustness, type IndexRobustness } from './index-robustness.ts';
import type { IndexSample } from './index-sample.ts';

/** What the worker gives: the robustness of an index, or what broke, as plain data. */
export type IndexAnswer =
  | { readonly ok: true; readonly value: IndexRobustness | null }
  | { readonly ok: false; readonly message: string };

const api = {
  appraise(sample: IndexSample): IndexAnswer {
    try {
      return { ok: true, value: indexRobustness(sample) };
    } catch (thrown) {
      return { ok: false, message: thrown instanceof Error ? thrown.message : String(thrown) };
    }
  },
};

/** The calls that the worker answers. */
export type IndexWorkerApi = typeof api;

expose(api);
