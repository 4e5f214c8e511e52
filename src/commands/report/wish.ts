import { parseArgs } from 'node:util';
import type { LanguageTag } from '#lib/i18n/format.ts';
import type { SourcesTold } from '#lib/workspace/council/sharing.svelte.ts';

/** How the command is called, for whoever called it wrongly. */
export const usage = `Usage: npm run --silent report -- FILE… --out DIR [--programme P.json] [--template council|note]
                 [--ledger L.json] [--period ID] [--lang ru|en] [--sources nothing|names|hashes] [--made-on YYYY-MM-DD] [--skip-unreadable]
  FILE               a spreadsheet, a ZIP of spreadsheets or a folder
  --out              folder for the snapshot: HTML, PPTX and XLSX; it is made where it is missing
  --programme        a programme saved by the app; without it the default programme
  --template         slides for the council (default) or an analytical note
  --ledger           file of what was shared before: it is reckoned with, and the new snapshot is added to it
  --period           id of a period of the programme, such as 2025-3; without it the last that the files tell of
  --lang             language of the files and of what is printed; the HTML file holds both
  --sources          what the snapshot says of the files: nothing (default), their names, or names with SHA-256
  --made-on          the day that the snapshot gives as its own; without it today
  --skip-unreadable  go on without files that cannot be read
`;

const templates = { council: 'slides', note: 'note' } as const;
const told = ['nothing', 'names', 'hashes'] as const satisfies readonly SourcesTold[];

/** What the command line asks for. */
export interface Wish {
  readonly paths: readonly string[];
  readonly folder: string;
  /** Path of the programme's file; null for the default programme. */
  readonly programme: string | null;
  /** Path of the file of what was shared before; null where nobody keeps one. */
  readonly ledger: string | null;
  readonly template: keyof typeof templates;
  readonly period: string | null;
  readonly language: LanguageTag;
  readonly sources: SourcesTold;
  /** «YYYY-MM-DD». */
  readonly madeOn: string;
  readonly isLenient: boolean;
}

/** The app's template of a name on the command line. */
export function templateOf({ template }: Wish) {
  return templates[template];
}

/** A moment as the day of whoever runs the command, «YYYY-MM-DD». */
export function dayOf(moment: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}

function isDay(text: string): boolean {
  const moment = new Date(`${text}T00:00:00Z`);
  return (
    /^\d{4}-\d\d-\d\d$/.test(text) &&
    !Number.isNaN(moment.getTime()) &&
    moment.toISOString().startsWith(text)
  );
}

/** What the command line asks for, or null when it makes no sense. */
export function readWish(words: readonly string[]): Wish | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        out: { type: 'string' },
        programme: { type: 'string' },
        ledger: { type: 'string' },
        template: { type: 'string', default: 'council' },
        period: { type: 'string' },
        lang: { type: 'string', default: 'ru' },
        sources: { type: 'string', default: 'nothing' },
        'made-on': { type: 'string', default: dayOf(new Date()) },
        'skip-unreadable': { type: 'boolean', default: false },
      },
    });
    const {
      out,
      programme = null,
      ledger = null,
      template,
      period = null,
      lang,
      'made-on': madeOn,
    } = values;
    const sources = told.find((one) => one === values.sources);
    if (positionals.length === 0 || !out || !sources || !isDay(madeOn)) return null;
    if (template !== 'council' && template !== 'note') return null;
    if (lang !== 'ru' && lang !== 'en') return null;
    return {
      paths: positionals,
      folder: out,
      programme,
      ledger,
      template,
      period,
      language: lang,
      sources,
      madeOn,
      isLenient: values['skip-unreadable'],
    };
  } catch {
    return null;
  }
}
