import {
  prepareRelease,
  type ReleaseWish,
  type WishedResult,
} from '#lib/analysis/release/prepare-release.ts';
import type { Result } from '#lib/analysis/result.ts';
import type { Audited, Passed } from '#lib/disclosure/passed.ts';
import type { Rules } from '#lib/disclosure/few.ts';
import { publishCells, publishedOf, type Published } from '#lib/disclosure/published.ts';
import type { Register } from '#lib/disclosure/register.ts';
import type { Engine } from '#lib/engine/engine.ts';
import type { Programme } from '#lib/model/programme.ts';
import type { SharedRelease, SharedStatement } from '#lib/model/shared-release.ts';
import type { Certificate } from '#lib/snapshot/document.ts';

/** What wishes are audited with. */
export interface WishAuditing {
  readonly engine: Engine;
  readonly programme: Programme;
  /** What left the school before. */
  readonly earlier: readonly SharedRelease[];
  readonly audit: (register: Register, rules: Rules) => Promise<Audited>;
  readonly signal?: AbortSignal;
}

/**
 * What may be told of wishes, in their order, with null where a number is no sum over pupils; or that somebody would be given
 * away whatever else is withheld.
 */
export type AuditedWishes =
  | {
      readonly kind: 'passed';
      readonly results: Published<readonly (Result | null)[]>;
      /** What is told by the numbers that are not withheld. */
      readonly statements: readonly SharedStatement[];
      readonly certificate: Certificate;
    }
  | { readonly kind: 'exposed' };

/** The results of wishes with the cells of all of them that may be told, one wish after the other. */
function resultsOf(
  wishes: readonly WishedResult[],
  passed: Passed,
): Published<readonly (Result | null)[]> {
  const cells = wishes.flatMap((wished) => (wished.kind === 'cells' ? wished.cells : []));
  return publishedOf(publishCells(cells, passed), (said) => {
    let from = 0;
    return wishes.map((wished): Result | null => {
      if (wished.kind === 'no-sum') return null;
      const own = said.slice(from, (from += wished.cells.length));
      const times = new Set(own.map(({ time }) => time));
      const shown = wished.result.times.filter((time) => times.has(time));
      return { ...wished.result, cells: own, times: shown };
    });
  });
}

/** Asks what is wished for and has it audited together with what left before. Rejects as `prepareRelease` and the audit do. */
export async function auditWishes(
  wishes: readonly ReleaseWish[],
  { engine, programme, earlier, audit, signal }: WishAuditing,
): Promise<AuditedWishes> {
  const { privacy } = programme;
  const known = earlier.flatMap(({ statements }) => statements);
  const prepared = await prepareRelease(engine, wishes, programme, known, privacy, signal);
  const { register, told } = prepared;
  const audited = await audit(register, privacy);
  signal?.throwIfAborted();
  if (audited.kind === 'refused') return { kind: 'exposed' };
  const { hidden, primary } = audited;
  const said = new Set(register.numbers.flatMap((own, number) => (hidden.has(number) ? [] : own)));
  const { least, leastAssessed, width, zeros } = privacy;
  return {
    kind: 'passed',
    results: resultsOf(prepared.wishes, audited),
    statements: told.filter((_, statement) => said.has(statement)),
    certificate: {
      statements: register.statements.length,
      sensitive: audited.sensitive,
      narrowest: audited.narrowest,
      numbers: register.numbers.length,
      primary: primary.size,
      secondary: hidden.size - primary.size,
      rules: { least, leastAssessed, width, zeros },
      worlds: audited.worlds,
      earlier: earlier.map(({ id }) => id),
    },
  };
}
