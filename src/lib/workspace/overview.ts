import { askMeasures } from '#lib/analysis/answer.ts';
import { calmOf, type Calm } from '#lib/analysis/findings/calm.ts';
import { askEvidence } from '#lib/analysis/findings/ask-evidence.ts';
import type { Finding } from '#lib/analysis/findings/finding.ts';
import { findAll, headline } from '#lib/analysis/findings/findings.ts';
import { askHoldings, type Holdings } from '#lib/analysis/holdings.ts';
import { askOverview as askMeasured, type Overview as Measured } from '#lib/analysis/overview.ts';
import type { Result } from '#lib/analysis/result.ts';
import type { Engine } from '#lib/engine/engine.ts';
import type { Programme } from '#lib/model/programme.ts';
import { yearAgo } from '#lib/programme/calendar.ts';

/** What the overview of a period is asked about. */
interface OverviewSubject {
  readonly programme: Programme;
  readonly period: number;
}

/** What the overview shows of one period beside its findings. */
export interface Overview extends Measured {
  readonly period: number;
  /** The headline measures in their order, each compared with the period before. */
  readonly sincePrevious: readonly Result[];
  /** The same term a year ago, null where nothing is recorded of it. */
  readonly yearAgo: number | null;
  /** Pupils on the roll of the period. */
  readonly roll: number;
  readonly holdings: Holdings;
}

/** What is found in one period. */
export interface Discovery {
  readonly findings: readonly Finding[];
  readonly lead: Finding | null;
  /** What can be said when nothing stands out. */
  readonly calm: Calm | null;
}

/** Asks the numbers that the overview of a period shows. */
export async function askOverview(
  engine: Engine,
  { programme, period }: OverviewSubject,
  signal?: AbortSignal,
): Promise<Overview> {
  const [measured, holdings] = await Promise.all([
    askMeasured(engine, programme, [], signal),
    askHoldings(engine, signal),
  ]);
  const previous = Object.values(measured.headline).map(({ question }) => ({
    ...question,
    compare: 'previous' as const,
  }));
  const sincePrevious = await askMeasures(engine, previous, programme, signal);
  const before = yearAgo(programme, period);
  const isKnown = [...holdings.counts.values()].some((counts) => counts.has(before ?? -1));
  return {
    ...measured,
    period,
    sincePrevious,
    yearAgo: isKnown ? before : null,
    roll: holdings.counts.get('roll')?.get(period) ?? 0,
    holdings,
  };
}

/** Asks what is worth saying of a period; it takes longer than the numbers. */
export async function askDiscovery(
  engine: Engine,
  { programme, period }: OverviewSubject,
  signal?: AbortSignal,
): Promise<Discovery> {
  const evidence = await askEvidence(engine, programme, period, signal);
  const findings = findAll(evidence);
  return { findings, lead: headline(findings), calm: calmOf(evidence) };
}
