import type { TokenLabel } from '#lib/ui/live-text.ts';
import type { NumberCell } from './live-answer.ts';
import { readText } from './live-number.ts';
import { nameNumber, sayNumber, sayWord, type LiveSetting } from './live-words.ts';

/**
 * How a live number or word stands in a text that is edited: what it says now, and what it is. Without an answer it says that
 * it is being counted, or that it waits for data.
 */
export function labelToken(
  token: string,
  cells: ReadonlyMap<string, NumberCell> | null,
  setting: LiveSetting,
  hasData: boolean,
): TokenLabel {
  const { t } = setting.locale;
  const words = t.council.numbers;
  const [part] = readText(token);
  if (part?.kind === 'word') {
    const lines = sayWord(part.word, setting).split('\n');
    return { lines, title: t.council.live[part.word], state: 'known' };
  }
  if (part?.kind !== 'number') {
    return { lines: [words.unknown], title: words.unknown, state: 'unknown' };
  }
  const name = nameNumber(part.number, setting);
  const cell = cells?.get(token);
  const said = cell ? sayNumber(part.number, cell, setting) : hasData ? words.asking : words.noData;
  return { lines: [said], title: words.chip(name, said), state: cell ? 'known' : 'waiting' };
}
