import type { Engine } from '#lib/engine/engine.ts';
import type { Updates } from '../updates.svelte.ts';
import type { Workspace } from '../workspace.svelte.ts';
import type { FaultLog } from './fault-log.svelte.ts';
import type { Status } from './status-lines.ts';

/** What the engine says of itself. */
export interface EngineStatus {
  readonly version: string;
  readonly rows: number;
}

const versionSql = 'SELECT version() AS version';
const rowsSql = 'SELECT sum(estimated_size)::DOUBLE AS "rows" FROM duckdb_tables()';

/** Asks the engine for its version and how many rows it holds. Rejects as the engine does. */
export async function askEngineStatus(engine: Engine): Promise<EngineStatus> {
  const [version, rows] = [await engine.ask(versionSql), await engine.ask(rowsSql)];
  return {
    version: String(version.columns['version']?.[0] ?? ''),
    rows: Number(rows.columns['rows']?.[0] ?? 0),
  };
}

function engineState({ standing, engineFault, extent }: Workspace): Status['engine']['state'] {
  if (engineFault !== null || standing.state === 'failed') return 'failed';
  if (standing.state === 'working') return 'working';
  return extent === null ? 'idle' : 'ready';
}

/** The status as it is now. */
export function statusOf(
  workspace: Workspace,
  updates: Updates,
  { faults }: FaultLog,
  engine: EngineStatus | null,
): Status {
  const { ledger, safekeeping, activeImports, countedImports } = workspace;
  const { made, unsaved } = ledger.backup;
  const { memory } = deviceOf(navigator);
  return {
    app: {
      version: updates.version,
      newer: updates.newer,
      isKept: updates.isKept,
      isIsolated: crossOriginIsolated,
    },
    browser: {
      name: navigator.userAgent,
      languages: navigator.languages,
      cores: navigator.hardwareConcurrency,
      memory,
      width: innerWidth,
      height: innerHeight,
      density: devicePixelRatio,
    },
    storage: {
      isLasting: safekeeping.isLasting,
      room: safekeeping.room,
      backup: made,
      changes: unsaved.length,
    },
    journal: {
      entries: ledger.seq,
      counted: countedImports.length,
      files: ledger.imports.length,
      records: activeImports
        .flatMap(({ entry }) => entry.tables)
        .reduce((sum, { counts }) => sum + counts.accepted, 0),
      last: unsaved.at(-1) ?? made,
      damage: safekeeping.damage.length,
      checked: safekeeping.checked,
    },
    engine: {
      state: engineState(workspace),
      version: engine?.version ?? null,
      rows: engine?.rows ?? null,
    },
    faults,
  };
}

function deviceOf(browser: Navigator): { readonly memory: number | null } {
  const { deviceMemory } = browser as Navigator & { readonly deviceMemory?: number };
  return { memory: deviceMemory ?? null };
}
