import type { MenuItem } from '#lib/ui/Menu.svelte';
import type { Catalogue } from '#lib/i18n/ru/catalogue.ts';
import type { LineRole } from '#lib/model/table.ts';
import type { RowRole } from '../row-role.ts';
import type { RowBoundary } from './boundary.ts';

/** What a person can say about one row of a sheet. */
export interface RowAnswers {
  readonly bound: (boundary: RowBoundary) => void;
  readonly call: (role: LineRole) => void;
  readonly dismiss: (dismissed: boolean) => void;
}

const bounds: readonly RowBoundary[] = ['header-start', 'header-end', 'data-start', 'data-end'];
const callable = ['total', 'section', 'note', 'data'] as const;

/** The menu of a row: the table's edges, what the row is, setting it aside. */
export function rowActions(
  words: Catalogue['repairing']['rowMenu'],
  { role, isBody, isDismissed }: { role: RowRole; isBody: boolean; isDismissed: boolean },
  answers: RowAnswers,
): readonly MenuItem[] {
  const items: MenuItem[] = bounds.map((boundary) => ({
    label: words[boundary],
    onselect: () => answers.bound(boundary),
  }));
  if (!isBody) return items;
  for (const [place, called] of callable.filter((one) => one !== role).entries())
    items.push({
      label: words.roles[called],
      parted: place === 0,
      onselect: () => answers.call(called),
    });
  if (role === 'data')
    items.push({
      label: isDismissed ? words.takeBack : words.dismiss,
      parted: true,
      onselect: () => answers.dismiss(!isDismissed),
    });
  return items;
}
