import { audit } from '#lib/disclosure/passed.ts';
import type { Engine } from '#lib/engine/engine.ts';
import type { LanguageTag } from '#lib/i18n/format.ts';
import { locales } from '#lib/i18n/locale.ts';
import type { Programme } from '#lib/model/programme.ts';
import type { SharedRelease } from '#lib/model/shared-release.ts';
import type { Draft } from '#lib/workspace/council/draft.ts';
import { givenName } from '#lib/workspace/council/draft-name.ts';
import { freeze, type Frozen } from '#lib/workspace/council/freeze.ts';
import { draftFrom } from '#lib/workspace/council/templates.ts';
import type { ReadFile } from './read-files.ts';
import { dayOf, templateOf, type Wish } from './wish.ts';

/** What a snapshot is made of. */
export interface Loaded {
  readonly engine: Engine;
  readonly programme: Programme;
  /** Names of the dimensions of the school's own, by slot. */
  readonly own: readonly string[];
  /** The number of the period that it is about. */
  readonly period: number;
  readonly files: readonly ReadFile[];
  /** What was shared before. */
  readonly earlier: readonly SharedRelease[];
}

/** A draft with what came of it. */
export interface Made {
  readonly draft: Draft;
  readonly frozen: Frozen;
}

/** How far the audit has come: small numbers done, of all. */
export type OnAudit = (done: number, all: number) => void;

/** An audit that went on for too long: then nothing may be shared. */
export class AuditTooLong extends Error {}

const patience = 600_000;

function draftOf(wish: Wish, { programme, period }: Loaded): Draft {
  const locale = locales[wish.language];
  const template = templateOf(wish);
  return draftFrom(template, {
    id: 'report',
    name: givenName(template, period, programme, locale),
    period: programme.periods[period]?.id ?? null,
  });
}

function sourceLine(count: number, day: string, language: LanguageTag): string {
  const { t, format } = locales[language];
  return t.reporting.source(t.app.files(count, format.number(count)), format.date(day));
}

/** The day of the newest file, or the day on which the snapshot was made where that was earlier. */
function dataDayOf(files: readonly ReadFile[], madeOn: string): string {
  const newest = dayOf(new Date(files.reduce((last, { modified }) => Math.max(last, modified), 0)));
  return newest < madeOn ? newest : madeOn;
}

/** Fills a template with what is loaded and has it audited, as the app does. Rejects with `AuditTooLong`, or as `freeze` does. */
export async function makeSnapshot(wish: Wish, loaded: Loaded, onAudit: OnAudit): Promise<Made> {
  const { engine, programme, own, period, files, earlier } = loaded;
  const { language, sources, madeOn } = wish;
  const draft = draftOf(wish, loaded);
  const dataDay = dataDayOf(files, madeOn);
  const line = (each: LanguageTag) => sourceLine(files.length, dataDay, each);
  const frozen = await freeze(draft, {
    engine,
    programme,
    own,
    period,
    language,
    source: { ru: line('ru'), en: line('en') },
    sources: files.map(({ name, sha256 }) => ({
      name: sources === 'nothing' ? null : name,
      sha256: sources === 'hashes' ? sha256 : null,
    })),
    dataDay,
    madeOn,
    earlier,
    audit(register, rules) {
      const end = performance.now() + patience;
      const audited = audit(register, rules, (done, all) => {
        if (performance.now() > end) throw new AuditTooLong();
        onAudit(done, all);
      });
      return Promise.resolve(audited);
    },
  });
  return { draft, frozen };
}
