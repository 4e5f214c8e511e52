import { pairKey, pairOf, type Decision } from '../decision.ts';
import type { RecordSet } from '../record.ts';
import { matchOf, type Match } from './matches/match.ts';
import { judgePartners, partnerSide } from './matches/partner-matches.ts';
import { countSpot, newPartner, type Partner } from './partner.ts';
import { partnerKey } from './partner-key.ts';

/** The partners of all imports; later lists win, names in events add those that no list has. */
export class PartnerBook {
  readonly partners = new Map<string, Partner>();
  readonly #aliases = new Map<string, string>();
  /** Short names in use that a list explains. */
  readonly #short = new Map<string, Partner>();
  readonly #parted: ReadonlySet<string>;
  readonly #decisions: readonly Decision[];
  #meaning: ReadonlyMap<string, string> = new Map();

  constructor(decisions: readonly Decision[] = []) {
    this.#decisions = decisions.filter(({ about }) => about === 'partner');
    this.#parted = new Set(
      this.#decisions.filter(({ answer }) => answer === 'different').map(pairKey),
    );
  }

  /** The key of the partner that a name stands for. */
  resolve(name: string): string {
    const key = this.#explain(partnerKey(name));
    return this.#meaning.get(key) ?? key;
  }

  #explain(key: string): string {
    const full = this.#aliases.get(key);
    return full === undefined || this.#parted.has(pairKey(pairOf('partner', key, full)))
      ? key
      : full;
  }

  /** Takes in a partner list. */
  addList(importId: string, list: NonNullable<RecordSet['partner']>): void {
    for (const [at, name] of list.partner.entries()) {
      if (name === null) continue;
      const key = partnerKey(name);
      const spot = { importId, sheet: list.sheet[at] ?? 0, row: list.row[at] ?? 0 };
      const partner = this.partners.get(key) ?? newPartner(key, name, spot);
      this.partners.set(key, partner);
      Object.assign(partner, {
        name,
        kind: list.partner_kind[at] ?? partner.kind,
        block: list.block[at] ?? partner.block,
        contract: list.contract[at] ?? partner.contract,
        starts: list.starts[at] ?? partner.starts,
        ends: list.ends[at] ?? partner.ends,
        listed: true,
        ...spot,
      });
      partner.lists.add(importId);
      countSpot(partner, spot);
      const short = list.short[at] ?? null;
      const bracketed = /\(([^)]{2,30})\)\s*$/.exec(name)?.[1] ?? null;
      for (const alias of [short, bracketed, name.replace(/\s*\([^)]*\)\s*$/, '')]) {
        const folded = alias === null ? '' : partnerKey(alias);
        if (folded !== '' && folded !== key && !this.partners.has(folded))
          this.#aliases.set(folded, key);
      }
    }
  }

  /** Takes in a partner that an event names. */
  addMention(name: string, importId: string, sheet: number, row: number): void {
    const said = partnerKey(name);
    const key = this.#explain(said);
    const spot = { importId, sheet, row };
    let partner = this.partners.get(key);
    if (!partner) {
      partner = newPartner(key, name, spot);
      this.partners.set(key, partner);
    }
    countSpot(partner, spot);
    if (said === key) return;
    const short = this.#short.get(said) ?? newPartner(said, name, spot);
    this.#short.set(said, short);
    countSpot(short, spot);
  }

  /** Tells which names mean one institution and puts those together; to be called when all names are in. */
  settle(): Match[] {
    const all = [...this.partners.values()];
    const { clusters, matches } = judgePartners(all, this.#decisions);
    const meaning = new Map<string, string>();
    for (const members of clusters.groups()) {
      const group = members.flatMap((member) => all[member] ?? []);
      const [first, ...others] = group.toSorted(
        (a, b) => Number(b.listed) - Number(a.listed) || b.records - a.records,
      );
      if (!first) continue;
      for (const other of others) {
        meaning.set(other.key, first.key);
        this.partners.delete(other.key);
        first.kind ??= other.kind;
        first.block ??= other.block;
        first.contract ??= other.contract;
        first.starts ??= other.starts;
        first.ends ??= other.ends;
      }
    }
    this.#meaning = meaning;
    return [...matches, ...this.#listShort(all)];
  }

  #listShort(all: readonly Partner[]): Match[] {
    const answers = new Map(
      this.#decisions.map((decision) => [pairKey(decision), decision.answer]),
    );
    const byKey = new Map(all.map((partner) => [partner.key, partner]));
    return [...this.#short.values()].flatMap((short) => {
      const full = byKey.get(this.#explain(short.key));
      if (!full) return [];
      const state = answers.get(pairKey(pairOf('partner', short.key, full.key))) ?? 'made';
      const reasons = [
        { code: 'short-name' as const, params: { short: short.name, full: full.name } },
      ];
      return [matchOf('partner', partnerSide(short), partnerSide(full), state, 1, reasons)];
    });
  }
}
