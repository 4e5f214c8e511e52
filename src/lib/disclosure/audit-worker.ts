import { expose } from 'comlink';
import type { Rules } from './few.ts';
import { audit, type Audited } from './passed.ts';
import type { OnProtecting } from './protect.ts';
import type { Register } from './register.ts';

/** What the worker gives: what the audit came to, or what broke, as plain data. */
export type AuditAnswer =
  | { readonly ok: true; readonly audited: Audited }
  | { readonly ok: false; readonly message: string };

const pause = 100;

const api = {
  audit(register: Register, rules: Rules, onProtecting: OnProtecting): AuditAnswer {
    let told = 0;
    try {
      const audited = audit(register, rules, (done, all) => {
        const now = performance.now();
        if (now - told < pause) return;
        told = now;
        onProtecting(done, all);
      });
      return { ok: true, audited };
    } catch (thrown) {
      return { ok: false, message: thrown instanceof Error ? thrown.message : String(thrown) };
    }
  },
};

/** The calls that the worker answers. */
export type AuditWorkerApi = typeof api;

expose(api);
