import type { Damage } from '#lib/journal/damage.ts';
import type { LedgerImport } from '#lib/journal/ledger.ts';
import type { Locale } from '#lib/i18n/locale.ts';

/** What is damaged, where it is, what that means and what can be done, in one sentence or two. */
export function describeDamage(
  damage: Damage,
  imports: readonly LedgerImport[],
  { t, format }: Locale,
): string {
  const words = t.storage.damage;
  switch (damage.what) {
    case 'entry': {
      const { kind, name, at } = damage;
      const named = words.entryNames[kind ?? ''] ?? words.unknownKind;
      const moment = at === null ? words.unknownTime : format.moment(at);
      const said = words.entry(named, name, moment);
      const sentence = said.charAt(0).toUpperCase() + said.slice(1);
      return kind === 'import' && name ? `${sentence} ${words.importHint}` : sentence;
    }
    case 'gap':
      if (damage.before === null) return words.gapAtEnd(format.number(damage.after));
      return damage.after === 0
        ? words.gapAtStart
        : words.gap(format.number(damage.after), format.number(damage.before));
    case 'end':
      return words.end;
    case 'source':
      return words.source(nameOf(imports, ({ entry }) => entry.source.sha256 === damage.sha256));
    case 'columns': {
      const name = nameOf(imports, ({ importId }) => importId === damage.importId);
      return damage.mended ? words.columns(name) : words.lost(name);
    }
  }
}

function nameOf(imports: readonly LedgerImport[], matches: (one: LedgerImport) => boolean): string {
  return imports.find(matches)?.entry.source.name ?? '—';
}
