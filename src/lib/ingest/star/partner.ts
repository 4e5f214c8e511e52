import type { Provenance } from '#lib/model/provenance.ts';
import { mostPlaces } from './bearers.ts';

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
  /** The imports whose lists name it. */
  readonly lists: Set<string>;
  /** How many records tell of it. */
  records: number;
  readonly places: Provenance[];
}

/** Where a name of an institution stands. */
interface Spot {
  readonly importId: string;
  readonly sheet: number;
  readonly row: number;
}

/** An institution of which nothing but a name is told. */
export function newPartner(key: string, name: string, spot: Spot): Partner {
  return {
    key,
    name,
    kind: null,
    block: null,
    contract: null,
    starts: null,
    ends: null,
    listed: false,
    ...spot,
    lists: new Set(),
    records: 0,
    places: [],
  };
}

/** Notes one more record that tells of an institution. */
export function countSpot(partner: Partner, { importId, sheet, row }: Spot): void {
  partner.records += 1;
  if (partner.places.length < mostPlaces)
    partner.places.push({ importId, sheet, row, column: null });
}
