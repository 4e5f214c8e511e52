import { foldText } from '#lib/i18n/fold.ts';
import type { RecordSet } from '../record.ts';
import { remember } from '../remember.ts';
import { stemWords } from '../vocabulary.ts';

const legalForm =
  /^(?:[мгфокр]{0,3}(?:б|а|к)о?у(?:к|до|дод|во|впо|спо|д|доп)?|до|дод|во|впо|спо|ано|ооо|нко|чу|чоу|ноу|зао|оао|пао|роо|ук)$/;
const legalStems = new Set(
  stemWords(
    'муниципальное государственное федеральное областное краевое бюджетное казённое автономное учреждение некоммерческая организация общество ограниченной ответственностью общеобразовательное образовательное высшего профессионального дополнительного образования культуры города',
  ),
);

/** A partner's name folded for matching: without quotes, leading legal forms («МБУ ДО», «ГБУК») and punctuation. */
export const partnerKey = remember((name: string): string => {
  const words = foldText(name)
    .replace(/№/g, ' ')
    .replace(/(?<![\p{L}])(?:имени|им\.?)(?![\p{L}])/gu, ' ')
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== '');
  let first = 0;
  while (
    first < words.length - 1 &&
    (legalForm.test(words[first] ?? '') || legalStems.has(stemWords(words[first] ?? '')[0] ?? ''))
  )
    first += 1;
  return words.slice(first).join(' ');
});

/** One institution with all that lists say of it. */
export interface Partner {
  readonly key: string;
  name: string;
  kind: string | null;
  block: string | null;
  contract: string | null;
  starts: number | null;
  ends: number | null;
  listed: boolean;
  importId: string;
  sheet: number;
  row: number;
}

/** The partners of all imports; later lists win, names in events add those that no list has. */
export class PartnerBook {
  readonly partners = new Map<string, Partner>();
  readonly #aliases = new Map<string, string>();

  /** The key of the partner that a name stands for. */
  resolve(name: string): string {
    const key = partnerKey(name);
    return this.#aliases.get(key) ?? key;
  }

  /** Takes in a partner list. */
  addList(importId: string, list: NonNullable<RecordSet['partner']>): void {
    for (const [at, name] of list.partner.entries()) {
      if (name === null) continue;
      const key = partnerKey(name);
      const before = this.partners.get(key);
      this.partners.set(key, {
        key,
        name,
        kind: list.partner_kind[at] ?? before?.kind ?? null,
        block: list.block[at] ?? before?.block ?? null,
        contract: list.contract[at] ?? before?.contract ?? null,
        starts: list.starts[at] ?? before?.starts ?? null,
        ends: list.ends[at] ?? before?.ends ?? null,
        listed: true,
        importId,
        sheet: list.sheet[at] ?? 0,
        row: list.row[at] ?? 0,
      });
      const short = list.short[at] ?? null;
      const bracketed = /\(([^)]{2,30})\)\s*$/.exec(name)?.[1] ?? null;
      for (const alias of [short, bracketed, name.replace(/\s*\([^)]*\)\s*$/, '')]) {
        const folded = alias === null ? '' : partnerKey(alias);
        if (folded !== '' && folded !== key && !this.partners.has(folded))
          this.#aliases.set(folded, key);
      }
    }
  }

  /** Takes in a partner that an event names; gives its key. */
  addMention(name: string, importId: string, sheet: number, row: number): string {
    const key = this.resolve(name);
    if (!this.partners.has(key)) {
      this.partners.set(key, {
        key,
        name,
        kind: null,
        block: null,
        contract: null,
        starts: null,
        ends: null,
        listed: false,
        importId,
        sheet,
        row,
      });
    }
    return key;
  }
}
