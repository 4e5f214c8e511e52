import { readdirSync } from 'node:fs';
import { audit, type Audited } from '#lib/disclosure/passed.ts';
import type { Published } from '#lib/disclosure/published.ts';
import { decodeColumns, encodeColumns } from '#lib/engine/arrow.ts';
import { star, type StarTable } from '#lib/engine/schema.ts';
import { locales } from '#lib/i18n/locale.ts';
import { derive, encodeRecords } from '#lib/ingest/derivation.ts';
import type { SharedRelease } from '#lib/model/shared-release.ts';
import { defaultProgramme as programme } from '#lib/programme/default.ts';
import type { SnapshotDocument } from '#lib/snapshot/document.ts';
import type { Draft } from '#lib/workspace/council/draft.ts';
import { freeze } from '#lib/workspace/council/freeze.ts';
import { nameTime } from '#lib/workspace/naming.ts';
import { gatherFiles } from '../../src/commands/report/gather-files.ts';
import { choosePeriod } from '../../src/commands/report/load-programme.ts';
import { makeSnapshot, type Loaded } from '../../src/commands/report/make-snapshot.ts';
import { readWish, type Wish } from '../../src/commands/report/wish.ts';
import { writeFormats } from '../../src/commands/report/write-formats.ts';
import { openNodeDuckDB } from '../engine/node-duckdb.ts';
import type { Rolls } from './council-facts.ts';
import { shortTime } from './slide-statements.ts';

const folder = 'data-samples';

/** The files of a snapshot as their bytes. */
export interface CouncilFiles {
  readonly html: string;
  readonly pptx: Uint8Array;
  readonly xlsx: Uint8Array;
}

/** A snapshot of the sample data, made as the command makes it. */
export interface SampleSnapshot {
  readonly files: CouncilFiles;
  readonly draft: Draft;
  readonly document: Published<SnapshotDocument>;
  readonly release: SharedRelease;
}

/** What everybody knows of the school, and what nobody may find in a file. */
export interface SampleSchool {
  readonly rolls: Rolls;
  /** Every name that stands on a roll, as it is written there. */
  readonly names: readonly string[];
  readonly fileNames: readonly string[];
  /** The term that a snapshot is about without being told. */
  readonly period: number;
}

type Tables = Record<StarTable, Uint8Array>;

async function filesOf(document: Published<SnapshotDocument>): Promise<CouncilFiles> {
  // The letters of the file say nothing of anybody.
  const { files } = await writeFormats(document, 'ru', '');
  const bytes = new Map(files);
  const read = (ending: string) => bytes.get(ending) ?? new Uint8Array();
  return {
    html: new TextDecoder().decode(read('html')),
    pptx: read('pptx'),
    xlsx: read('xlsx'),
  };
}

/** The sample data in an engine, as the command loads them. */
export class SampleCouncil {
  readonly school: SampleSchool;
  readonly #loaded: Omit<Loaded, 'earlier'>;
  readonly #tables: Tables;

  private constructor(school: SampleSchool, loaded: Omit<Loaded, 'earlier'>, tables: Tables) {
    this.school = school;
    this.#loaded = loaded;
    this.#tables = tables;
  }

  static async open(): Promise<SampleCouncil> {
    const files = await gatherFiles(SampleCouncil.#wish('council'), programme, locales.ru);
    const imports = files.counted.map(({ sha256, records }) => ({
      id: sha256.slice(0, 16),
      records: encodeRecords(records),
    }));
    const { tables, extent, report } = derive(imports, { programme });
    const engine = await openNodeDuckDB();
    await engine.load(tables);
    const period = choosePeriod(null, extent, programme, locales.ru);
    const named = await engine.ask('SELECT name FROM participant WHERE matched');
    const sizes = await engine.ask(
      'SELECT period, class, count(*)::INTEGER AS size FROM roll GROUP BY period, class',
    );
    const rolls = new Map<string, Map<string, number>>();
    for (let row = 0; row < sizes.length; row += 1) {
      const [at, name, size] = ['period', 'class', 'size'].map((one) => sizes.columns[one]?.[row]);
      const time = shortTime(nameTime(Number(at), 'term', programme, locales.ru));
      rolls.set(
        time,
        (rolls.get(time) ?? new Map<string, number>()).set(String(name), Number(size)),
      );
    }
    const names = Array.from({ length: named.length }, (_, row) =>
      String(named.columns['name']?.[row]),
    );
    const fileNames = readdirSync(folder).filter((name) =>
      /\.(?:csv|txt|xlsx|xls|ods)$/.test(name),
    );
    const own = report.ownDimensions;
    return new SampleCouncil(
      { rolls, names, fileNames, period },
      { engine, programme, own, period, files: files.counted },
      tables,
    );
  }

  /** A snapshot made from a template of the command, audited together with what was shared before. */
  async share(
    template: Wish['template'],
    earlier: readonly SharedRelease[],
  ): Promise<SampleSnapshot> {
    const made = await makeSnapshot(
      SampleCouncil.#wish(template),
      { ...this.#loaded, earlier },
      () => undefined,
    );
    if (made.frozen.kind === 'exposed') throw new Error('Nothing could be shared');
    const { document, statements } = made.frozen;
    const release = { id: template, draft: 'd', title: '', formats: [], statements };
    return { files: await filesOf(document), draft: made.draft, document, release };
  }

  /** Files of the same draft where other numbers are withheld by themselves; what is withheld is given, or heard first. */
  async again({ draft, document }: SampleSnapshot, audited: Audited | null) {
    const { engine, own, period } = this.#loaded;
    const heard: Audited[] = [];
    const figure = document.pages
      .flatMap(({ pieces }) => pieces)
      .find((one) => one.kind === 'figure');
    const frozen = await freeze(draft, {
      engine,
      programme,
      own,
      period,
      language: document.language,
      source: figure?.kind === 'figure' ? figure.source : { ru: '', en: '' },
      sources: document.sources,
      dataDay: document.dataDay,
      madeOn: document.madeOn,
      earlier: [],
      audit(register, rules) {
        const own = audited ?? audit(register, rules);
        heard.push(own);
        return Promise.resolve(own);
      },
    });
    if (frozen.kind === 'exposed') throw new Error('Nothing could be shared');
    return { files: await filesOf(frozen.document), audited: heard[0] ?? null };
  }

  /**
   * Loads the school as it could be, too: in the last term somebody else of the same grade took part in the place of a pupil,
   * from one of these classes to another, and all scores and answers are a little higher. Answers in how many classes fewer
   * or more took part.
   */
  async exchange(classes: readonly string[]): Promise<number> {
    const { period } = this.school;
    const changed = new Set<string>();
    const roll = this.#columns('roll');
    const here = roll['period']?.flatMap((at, row) =>
      at === period && classes.includes(String(roll['class']?.[row])) ? [row] : [],
    );
    const pupils = (here ?? []).map((row) => ({
      person: Number(roll['person']?.[row]),
      class: String(roll['class']?.[row]),
      grade: Number(roll['grade']?.[row]),
    }));
    const deeds = this.#columns('participation');
    const rowsOf = (person: number) =>
      (deeds['person'] ?? []).flatMap((who, row) =>
        who === person && deeds['period']?.[row] === period ? [row] : [],
      );
    const active = pupils.filter(({ person }) => rowsOf(person).length > 0);
    const idle = new Set(pupils.filter(({ person }) => rowsOf(person).length === 0));
    for (const from of active) {
      const to = [...idle].find((one) => one.grade === from.grade && one.class !== from.class);
      if (!to || changed.has(from.class) || changed.has(to.class)) continue;
      for (const row of rowsOf(from.person)) {
        for (const [column, value] of [
          ['person', to.person],
          ['class', to.class],
        ] as const) {
          const values = deeds[column];
          if (values) values[row] = value;
        }
      }
      idle.delete(to);
      changed.add(from.class).add(to.class);
    }
    const raised = (table: StarTable, column: string, by: number) => {
      const columns = this.#columns(table);
      const values = columns[column]?.map((value) => Number(value) + by) ?? [];
      return encodeColumns(star[table], { ...columns, [column]: values } as never);
    };
    await this.#loaded.engine.load({
      ...this.#tables,
      participation: encodeColumns(star.participation, deeds as never),
      survey: raised('survey', 'value', -0.0001),
    });
    return changed.size;
  }

  #columns(table: StarTable): Record<string, unknown[]> {
    return decodeColumns(star[table], this.#tables[table]) as Record<string, unknown[]>;
  }

  close(): Promise<void> {
    return this.#loaded.engine.close();
  }

  static #wish(template: Wish['template']): Wish {
    const words = [folder, '--out', folder, '--template', template, '--made-on', '2026-06-10'];
    const wish = readWish(words);
    if (!wish) throw new Error('Nobody could wish so');
    return wish;
  }
}
