import { askMembers, type Member } from '#lib/analysis/members.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import type { Dimension } from '#lib/model/dimension.ts';
import type { Clause, Selection } from '#lib/model/selection.ts';
import { Latest } from './latest.svelte.ts';
import { nameMember } from './naming.ts';
import type { Workspace } from './workspace.svelte.ts';

/** The names of the members that some clauses hold, of which only the data tell some. Made while a component initialises. */
export class MemberNames {
  readonly #workspace: Workspace;
  readonly #members: Latest<ReadonlyMap<Dimension, readonly Member[]>>;

  /** `clauses` tells which clauses are to be named. */
  constructor(workspace: Workspace, clauses: () => Selection) {
    this.#workspace = workspace;
    this.#members = new Latest(async () => {
      void workspace.version;
      const wanted = [...new Set(clauses().map(({ dimension }) => dimension))];
      const engine = await workspace.engine();
      const lists = await Promise.all(
        wanted.map(
          async (one) => [one, await askMembers(engine, one, workspace.programme)] as const,
        ),
      );
      return new Map<Dimension, readonly Member[]>(lists);
    });
  }

  /** The members of a clause in words: «5А и 5Б», «кроме: 5А». */
  clause({ dimension, values, excluded }: Clause, locale: Locale): string {
    const members = this.#members.value?.get(dimension);
    const names = values.map((key) => {
      const member = members?.find((one) => one.key === key) ?? { key, name: null };
      return nameMember(dimension, member, this.#workspace.programme, locale);
    });
    const text = locale.format.list(names);
    return excluded ? locale.t.screens.explore.excluded(text) : text;
  }
}
