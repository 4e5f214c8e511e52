import { askEvidence } from '#lib/analysis/findings/ask-evidence.ts';
import { calmOf, type Calm } from '#lib/analysis/findings/calm.ts';
import type { Finding } from '#lib/analysis/findings/finding.ts';
import { findAll, headline } from '#lib/analysis/findings/findings.ts';
import { askHoldings, type Holdings } from '#lib/analysis/holdings.ts';
import { askOverview as askMeasures, type Overview as Measured } from '#lib/analysis/overview.ts';
import type { Engine } from '#lib/engine/engine.ts';
import type { Programme } from '#lib/model/programme.ts';

/** Everything that the overview shows of one period. */
export interface Overview extends Measured {
  readonly period: number;
  readonly yearAgo: number | null;
  /** Pupils on the roll of the period. */
  readonly roll: number;
  readonly findings: readonly Finding[];
  readonly lead: Finding | null;
  /** What can be said when nothing stands out. */
  readonly calm: Calm | null;
  readonly holdings: Holdings;
}

/** Asks everything that the overview of a period shows. */
export async function askOverview(
  engine: Engine,
  { programme, period }: { readonly programme: Programme; readonly period: number },
  signal?: AbortSignal,
): Promise<Overview> {
  const [measured, evidence, holdings] = await Promise.all([
    askMeasures(engine, programme, [], signal),
    askEvidence(engine, programme, period, signal),
    askHoldings(engine, signal),
  ]);
  const findings = findAll(evidence);
  return {
    ...measured,
    period,
    yearAgo: evidence.yearAgo,
    roll: holdings.counts.get('roll')?.get(period) ?? 0,
    findings,
    lead: headline(findings),
    calm: calmOf(evidence),
    holdings,
  };
}
