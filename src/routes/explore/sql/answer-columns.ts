import type { SandboxAnswer } from '#lib/engine/sandbox.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import type { GridColumn } from '#lib/tables/grid-source.ts';
import type { ListedRow } from '#lib/tables/listed-rows.ts';
import { isNumeric, kindOf, showValue } from '#lib/workspace/console-values.ts';

const looked = 60;
const pixels = { least: 72, most: 380, letter: 6.9, edge: 24 };

/** The columns of an answer as a grid shows them, with the kind of their values beside the name, as wide as what they begin with. */
export function answerColumns(
  { columns, length }: SandboxAnswer,
  locale: Locale,
): GridColumn<ListedRow>[] {
  return columns.map(({ name, type, values }, index) => {
    const kind = kindOf(type);
    const shown = (at: number): string => showValue(values[at], kind, locale);
    const title = `${name} · ${kind === 'other' ? type.toLowerCase() : locale.t.console.kinds[kind]}`;
    let letters = title.length;
    for (let at = 0; at < Math.min(length, looked); at += 1) {
      letters = Math.max(letters, shown(at).length);
    }
    const width = Math.round(letters * pixels.letter) + pixels.edge;
    return {
      id: String(index),
      title,
      width: Math.max(pixels.least, Math.min(pixels.most, width)),
      align: isNumeric(kind) ? 'end' : 'start',
      sortable: true,
      text: ({ at }) => shown(at),
    };
  });
}
