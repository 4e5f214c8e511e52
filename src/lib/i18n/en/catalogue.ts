import type { Catalogue } from '../ru/catalogue.ts';
import { app } from './app.ts';
import { boards } from './boards.ts';
import { charts } from './charts.ts';
import { console } from './console.ts';
import { contrasting } from './contrasting.ts';
import { explaining } from './explaining.ts';
import { findings } from './findings.ts';
import { importing } from './importing.ts';
import { indices } from './indices.ts';
import { issues } from './issues.ts';
import { matching } from './matching.ts';
import { measures } from './measures.ts';
import { methods } from './methods.ts';
import { palette } from './palette.ts';
import { pivot } from './pivot.ts';
import { programme } from './programme.ts';
import { repairing } from './repairing.ts';
import { saving } from './saving.ts';
import { screens } from './screens.ts';

/** All sentences of the app in English. */
export const en: Catalogue = {
  app,
  boards,
  charts,
  console,
  contrasting,
  explaining,
  findings,
  importing,
  indices,
  issues,
  matching,
  measures,
  methods,
  pivot,
  palette,
  programme,
  repairing,
  saving,
  screens,
};
