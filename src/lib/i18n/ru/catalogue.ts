import { app } from './app.ts';
import { backup } from './backup.ts';
import { boards } from './boards.ts';
import { charts } from './charts.ts';
import { console } from './console.ts';
import { contrasting } from './contrasting.ts';
import { council } from './council.ts';
import { councilCheck } from './council-check.ts';
import { councilPresent } from './council-present.ts';
import { councilShare } from './council-share.ts';
import { explaining } from './explaining.ts';
import { findings } from './findings.ts';
import { importing } from './importing.ts';
import { indices } from './indices.ts';
import { issues } from './issues.ts';
import { matching } from './matching.ts';
import { measures } from './measures.ts';
import { methods } from './methods.ts';
import { offline } from './offline.ts';
import { palette } from './palette.ts';
import { pivot } from './pivot.ts';
import { programme } from './programme.ts';
import { repairing } from './repairing.ts';
import { reporting } from './reporting.ts';
import { saving } from './saving.ts';
import { screens } from './screens.ts';
import { snapshotFile } from './snapshot-file.ts';
import { snapshotOffice } from './snapshot-office.ts';
import { status } from './status.ts';
import { storage } from './storage.ts';

/** All sentences of the app in Russian. */
export const ru = {
  app,
  backup,
  boards,
  charts,
  console,
  contrasting,
  council,
  councilCheck,
  councilPresent,
  councilShare,
  explaining,
  findings,
  importing,
  indices,
  issues,
  matching,
  measures,
  methods,
  offline,
  pivot,
  palette,
  programme,
  repairing,
  reporting,
  saving,
  screens,
  snapshotFile,
  snapshotOffice,
  status,
  storage,
};

/** Shape of a catalogue: a language that misses a sentence does not compile. */
export type Catalogue = typeof ru;
