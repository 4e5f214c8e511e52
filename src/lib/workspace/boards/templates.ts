import { defaultChoices } from '../choices.ts';
import { defaultBy } from '../views.ts';
import {
  panelChoicesOf,
  type Board,
  type Panel,
  type PanelChoices,
  type PanelWidth,
} from './board.ts';

type Shown = Pick<PanelChoices, 'measure' | 'chart'> & Partial<PanelChoices>;

function panel(id: string, width: PanelWidth, shown: Shown): Panel {
  const by = shown.by === undefined ? defaultBy(shown.measure, shown.chart) : shown.by;
  return { id, width, choices: { ...panelChoicesOf(defaultChoices), ...shown, by } };
}

function template<K extends string>(id: K, panels: readonly Panel[]): Board & { readonly id: K } {
  return { id, name: '', panels };
}

/** Boards to begin with, in the order in which they are offered; the catalogue names them by their ids. */
export const templates = [
  template('blocks', [
    panel('reach', 4, { measure: 'M01', chart: 'trend', by: 'block' }),
    panel('grades', 2, { measure: 'M01', chart: 'bars', by: 'grade' }),
    panel('directions', 3, { measure: 'M01', chart: 'bars', by: 'direction' }),
    panel('count', 3, { measure: 'M04', chart: 'stacked', by: 'block', compare: 'none' }),
    panel('intensity', 3, { measure: 'M05', chart: 'trend', by: 'block' }),
    panel('awards', 3, { measure: 'M19', chart: 'bars', by: 'block' }),
  ]),
  template('matrix', [
    panel('matrix', 6, { measure: 'M01', chart: 'matrix', by: 'direction' }),
    panel('trend', 3, { measure: 'M01', chart: 'trend', by: 'block' }),
    panel('classes', 3, { measure: 'M01', chart: 'bars', by: 'grade' }),
  ]),
  template('unreached', [
    panel('trend', 3, { measure: 'M03', chart: 'trend', by: null }),
    panel('grades', 3, { measure: 'M03', chart: 'bars', by: 'grade' }),
    panel('classes', 3, { measure: 'M03', chart: 'bars', by: 'class' }),
    panel('beyond', 3, { measure: 'M03', chart: 'funnel', by: 'class' }),
    panel('sex', 3, { measure: 'M03', chart: 'trend', by: 'sex' }),
    panel('gaps', 3, { measure: 'M37', chart: 'trend', by: null }),
  ]),
  template('creativity', [
    panel('gain', 3, { measure: 'M26', chart: 'trend', by: null }),
    panel('grades', 3, { measure: 'M26', chart: 'bars', by: 'grade' }),
    panel('reliable', 3, { measure: 'M27', chart: 'bars', by: 'grade' }),
    panel('base', 3, { measure: 'M28', chart: 'trend', by: null }),
    panel('index', 6, { measure: 'M42', chart: 'trend', by: null, grain: 'year' }),
  ]),
  template('civic', [
    panel('reach', 3, { measure: 'M29', chart: 'trend', by: null }),
    panel('hours', 3, { measure: 'M30', chart: 'bars', by: 'grade' }),
    panel('grades', 3, { measure: 'M29', chart: 'bars', by: 'grade' }),
    panel('belonging', 3, { measure: 'M32', chart: 'trend', by: null }),
    panel('index', 6, { measure: 'M31', chart: 'trend', by: null, grain: 'year' }),
  ]),
  template('partners', [
    panel('active', 3, { measure: 'M21', chart: 'trend', by: 'block' }),
    panel('events', 3, { measure: 'M22', chart: 'trend', by: 'block' }),
    panel('concentration', 3, { measure: 'M23', chart: 'trend', by: null }),
    panel('silent', 3, { measure: 'M24', chart: 'trend', by: null }),
    panel('largest', 3, { measure: 'M04', chart: 'bars', by: 'partner', compare: 'none' }),
    panel('plan', 3, { measure: 'M25', chart: 'bars', by: 'direction' }),
  ]),
  template('wellbeing', [
    panel('score', 3, { measure: 'M33', chart: 'trend', by: null }),
    panel('risk', 3, { measure: 'M44', chart: 'bars', by: 'grade' }),
    panel('overload', 3, { measure: 'M34', chart: 'bars', by: 'grade' }),
    panel('load', 3, { measure: 'M07', chart: 'trend', by: null }),
  ]),
] as const;

/** Id of a template. */
export type TemplateId = (typeof templates)[number]['id'];
