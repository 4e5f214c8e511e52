import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';
import type * as releaseModule from '../../src/lib/analysis/release/spec.ts';
import type { Published } from '../../src/lib/disclosure/published.ts';
import type { SharedStatement } from '../../src/lib/model/shared-release.ts';
import type * as programmeModule from '../../src/lib/programme/default.ts';
import type { SnapshotDocument, SnapshotPage } from '../../src/lib/snapshot/document.ts';
import type * as exampleModule from '../../src/lib/snapshot/html/example-document.ts';
import type * as jsonModule from '../../src/lib/snapshot/seal/canonical-json.ts';
import type * as hashModule from '../../src/lib/snapshot/seal/hash.ts';
import type * as sealingModule from '../../src/lib/snapshot/seal/seal-document.ts';
import type * as signingModule from '../../src/lib/snapshot/seal/signer.ts';
import type { MadeFile } from './made-file.ts';
import { truth } from './school.ts';

/** Snapshots of the made school as files, and what the first of them told. */
export interface MadeSnapshots {
  /** Nobody signed it; its programme is the default. */
  readonly first: MadeFile;
  /** A later one, signed: a number, a text and the order of its pages differ, a page is gone and another has come. */
  readonly second: MadeFile;
  /** Hash of the first one's content. */
  readonly content: string;
  readonly statements: readonly SharedStatement[];
}

/** How many took part in a term, of all or of a class, as a snapshot tells it. */
function participants(
  tell: (count: releaseModule.CountSpec) => string,
  time: number,
  value: number,
  inClass?: string,
): SharedStatement {
  const told = tell({
    feature: {
      kind: 'met',
      least: 1,
      often: 1,
      of: [{ kind: 'deed', periods: [time], mark: 'any', only: [] }],
    },
    where: {
      of: null,
      grain: 'term',
      time,
      span: null,
      only: inClass ? [{ dimension: 'class', keys: [inClass], excluded: false }] : [],
      listed: true,
      alsoListed: null,
    },
  });
  return { told, value };
}

/** The pages as they are a month later. */
function changedPages(pages: readonly SnapshotPage[]): SnapshotPage[] {
  const [aim, reach, , ...rest] = pages.map((page) => ({
    ...page,
    pieces: page.pieces.map((piece) => {
      if (piece.kind === 'text') {
        return piece.role === 'lead' && page.id === 'p2'
          ? { ...piece, text: { ru: 'Охват вырос.', en: 'Reach rose.' } }
          : piece;
      }
      if (piece.id !== 'f1') return piece;
      const { ru, en } = piece.table;
      const rows = ru.rows.map((row, at) =>
        at === 0 ? [...row.slice(0, 2), 39.5, ...row.slice(3)] : row,
      );
      return { ...piece, table: { ru: { ...ru, rows }, en } };
    }),
  }));
  if (!aim || !reach) throw new Error('the example has too few pages');
  const fresh: SnapshotPage = {
    id: 'fresh',
    title: { ru: 'Планы', en: 'Plans' },
    pieces: [{ kind: 'text', role: 'list', text: { ru: 'Одно\nДругое', en: 'One\nTwo' } }],
  };
  return [reach, aim, ...rest, fresh];
}

/** Makes the files with the app's own code. */
export async function makeSnapshots(): Promise<MadeSnapshots> {
  const server = await createServer({
    root: fileURLToPath(new URL('../..', import.meta.url)),
    configFile: false,
    appType: 'custom',
    logLevel: 'error',
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true, include: [] },
  });
  try {
    const load = async (path: string): Promise<unknown> => server.ssrLoadModule(`/src/lib/${path}`);
    const { exampleSnapshot } = (await load(
      'snapshot/html/example-document.ts',
    )) as typeof exampleModule;
    const { sealDocument } = (await load('snapshot/seal/seal-document.ts')) as typeof sealingModule;
    const { createSigner } = (await load('snapshot/seal/signer.ts')) as typeof signingModule;
    const { canonicalJson } = (await load('snapshot/seal/canonical-json.ts')) as typeof jsonModule;
    const { hashText } = (await load('snapshot/seal/hash.ts')) as typeof hashModule;
    const { defaultProgramme } = (await load('programme/default.ts')) as typeof programmeModule;
    const spec = (await load('analysis/release/spec.ts')) as typeof releaseModule;
    const example = exampleSnapshot();
    const sha256 = hashText(canonicalJson(defaultProgramme));
    const first: SnapshotDocument = { ...example, programme: { ...example.programme, sha256 } };
    const second: SnapshotDocument = {
      ...first,
      madeOn: '2026-07-01',
      dataDay: '2026-06-30',
      pages: changedPages(first.pages),
    };
    const seal = (document: SnapshotDocument, signer: Parameters<typeof sealDocument>[2]) =>
      sealDocument(document as Published<SnapshotDocument>, '', signer);
    const fileOf = (name: string, html: string): MadeFile => ({
      name,
      mimeType: 'text/html',
      buffer: Buffer.from(html),
    });
    const one = await seal(first, null);
    const other = await seal(second, await createSigner('Петрова Е. А.'));
    const time = defaultProgramme.periods.findIndex(
      ({ schoolYear, term }) => schoolYear === 2025 && term === 4,
    );
    const tell = (count: releaseModule.CountSpec) =>
      spec.tellCount(count, defaultProgramme.periods);
    const { reach, classes } = truth;
    return {
      first: fileOf('Снимок IV четверть.html', one.html),
      second: fileOf('Снимок к июлю.html', other.html),
      content: one.seal.content,
      statements: [
        participants(tell, time, reach.x),
        participants(tell, time, classes['6А'].x, '6А'),
        participants(tell, time, classes['6Б'].x, '6Б'),
      ],
    };
  } finally {
    await server.close();
  }
}
