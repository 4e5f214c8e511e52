import type { Published } from '#lib/disclosure/published.ts';
import type { SharedStatement } from '#lib/model/shared-release.ts';
import type { Certificate } from '#lib/snapshot/document.ts';

/** What may leave the school as one picture or one table; or why nothing may. */
export type FrozenForKeeping<T> =
  | {
      readonly kind: 'frozen';
      readonly content: Published<T>;
      readonly statements: readonly SharedStatement[];
      readonly certificate: Certificate;
      /** Notes and targets of the picture that stay behind since they name somebody. */
      readonly leftOut: readonly string[];
    }
  | { readonly kind: 'exposed' }
  | { readonly kind: 'nothing' };
