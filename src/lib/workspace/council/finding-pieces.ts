import type { Finding } from '#lib/analysis/findings/finding.ts';
import { choicesOf } from '../choices.ts';
import { fitChoices, refuseChoices } from '../fitting.ts';
import type { NewPiece } from './arranging.ts';
import { isAskable, writeNumber, type LiveNumber } from './live-number.ts';
import { nameNumber, type LiveSetting } from './live-words.ts';
import { refusePlacing } from './placing.ts';

/**
 * A finding as pieces of a page: its numbers as live ones, which are checked before they are shared as those of its sentence
 * would not be, and the picture that shows it; without what cannot stand in a snapshot.
 */
export function findingPieces(
  { measure, slice, period, link, view }: Finding,
  setting: LiveSetting,
): readonly NewPiece[] {
  const id = setting.programme.periods[period]?.id ?? null;
  const value: LiveNumber = {
    measure,
    members: [],
    selection: slice,
    time: id === null ? 'this' : { period: id },
    grain: link.grain,
    form: 'value',
  };
  const words = setting.locale.t.council.toSnapshot;
  const text: NewPiece = {
    kind: 'text',
    role: 'paragraph',
    text: words.finding(
      nameNumber(value, setting),
      writeNumber(value),
      writeNumber({ ...value, form: 'change' }),
    ),
  };
  const shown = fitChoices(choicesOf(link, id, view));
  // A change that is split into parts is more than cells; the same groups stand side by side in bars.
  const choices = refusePlacing(shown) === 'kind' ? { ...shown, chart: 'bars' as const } : shown;
  const isShown = refuseChoices(choices) === null && refusePlacing(choices) === null;
  return [
    ...(isAskable(value) ? [text] : []),
    ...(isShown ? [{ kind: 'figure' as const, choices }] : []),
  ];
}
