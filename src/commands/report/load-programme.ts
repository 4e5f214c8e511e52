import { readFileSync } from 'node:fs';
import type { Locale } from '#lib/i18n/locale.ts';
import type { Programme } from '#lib/model/programme.ts';
import { defaultProgramme } from '#lib/programme/default.ts';
import { readProgramme } from '#lib/programme/exchange.ts';
import { causeOf, Stop } from './stop.ts';

/** The programme of a file, checked as the app checks it, or the default one; stops with everything that is wrong with it. */
export function loadProgramme(path: string | null, { t }: Locale): Programme {
  if (path === null) return defaultProgramme;
  const words = t.reporting.programme;
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (thrown) {
    throw new Stop([words.unread(path, causeOf(thrown))]);
  }
  const read = readProgramme(text);
  if (read.ok) return read.programme;
  const { issues, place } = t.programme;
  throw new Stop([
    words.wrong(path),
    ...read.issues.map(({ path: steps, code, params }) => {
      const sentence = issues[code](params);
      return `  ${steps.length === 0 ? sentence : t.reporting.colon(place(steps), sentence)}`;
    }),
  ]);
}

/** The period of an id, or the last of `told`; stops where nothing is known of it or, with the exit code 2, where there is none. */
export function choosePeriod(
  id: string | null,
  { told, periods }: { readonly told: readonly number[]; readonly periods: readonly number[] },
  programme: Programme,
  { t }: Locale,
): number {
  const words = t.reporting.period;
  const last = told.at(-1);
  if (last === undefined) throw new Stop([words.none]);
  if (id === null) return last;
  const at = programme.periods.findIndex((period) => period.id === id);
  if (periods.includes(at)) return at;
  const known = periods.map((one) => programme.periods[one]?.id);
  throw new Stop([words.untold(id, known.join(', '))]);
}
