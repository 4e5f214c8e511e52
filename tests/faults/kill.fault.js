import { join } from 'node:path';
import { expect } from '@playwright/test';
import { startBrowser } from './browser.js';
import { chance } from './chance.js';
import { readJournal } from './journal-oracle.js';
import { acceptButton, giveFiles, importsOf, madeFile, openImports } from './school.js';
import { killRestore, makeBackup } from './restored.js';
import { runAlone, withSite } from './site.js';

export const name = 'The browser killed at random moments loses nothing that was accepted';

/**
 * @typedef {import('./browser.js').RealBrowser} RealBrowser
 */

const rows = 1500;

/** So many of the kills hit the restoring of a backup. */
const restores = 0.15;
/** After so many files a new profile begins: a school has no more, and a long journal only slows the run down. */
const mostFiles = 12;

/** @param {(line: string) => void} report */
export async function run(report) {
  const count = Number(process.env['FAULT_KILLS'] ?? 200);
  const seed = Number(process.env['FAULT_SEED'] ?? 1);
  const random = chance(seed);
  /** @type {Record<string, { kills: number, there: number, absent: number }>} */
  const counts = {};
  const tell = (/** @type {string} */ deed, /** @type {boolean} */ isThere) => {
    const tally = (counts[deed] ??= { kills: 0, there: 0, absent: 0 });
    tally.kills += 1;
    tally[isThere ? 'there' : 'absent'] += 1;
  };
  await withSite(async ({ site, scratch }) => {
    /** @type {Buffer | null} */
    let backup = null;
    let profile = '';
    let profiles = 0;
    /** @type {string[]} What every entry said when it was last seen whole. */
    let known = [];
    /** @type {RealBrowser | null} */
    let browser = null;
    /** @type {string[]} */
    let names = [];
    for (let number = 0; number < count; number += 1) {
      if (profile === '' || names.length >= mostFiles) {
        await browser?.close();
        browser = null;
        profile = join(scratch, `profile-${(profiles += 1)}`);
        known = [];
        names = [];
      }
      const moment = random();
      if (random() < restores) {
        backup ??= await makeBackup(site, join(scratch, 'backup'));
        const there = await killRestore(
          site,
          join(scratch, `restore-${number}`),
          backup,
          moment * 400,
        );
        tell('restore', there);
        continue;
      }
      browser ??= await startBrowser(profile);
      const { page } = browser;
      await openImports(page, site);
      const deeds = names.length === 0 ? ['import', 'start'] : ['import', 'undo', 'merge', 'start'];
      const deed = deeds[Math.floor(random() * deeds.length)] ?? 'import';
      /** @type {() => Promise<unknown>} */
      let begin = async () => page.goto(`${site}import/`);
      let within = 2500;
      if (deed === 'import' || deed === 'merge') {
        const former = names[Math.floor(random() * names.length)] ?? '';
        const ofFile = deed === 'import' ? number : Number(former.replace(/\D/g, ''));
        await giveFiles(page, [madeFile(ofFile, rows, deed === 'merge' ? 40 + number : 0)]);
        begin = () => acceptButton(page).click({ noWaitAfter: true });
        within = 900;
      } else if (deed === 'undo') {
        const turn = page.getByRole('button', { name: /^(Отменить|Вернуть) загрузку/ });
        const which = turn.nth(Math.floor(random() * (await turn.count())));
        begin = () => which.click({ noWaitAfter: true });
        within = 250;
      }
      const begun = begin().catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, moment * within));
      await browser.kill();
      await begun;

      browser = await startBrowser(profile);
      await openImports(browser.page, site);
      const found = await readJournal(browser.page);
      expect(found.faults, `after kill ${number} (${deed}, seed ${seed})`).toEqual([]);
      const said = found.entries.map(
        ({ kind, source, importId }) => source?.name ?? `${kind} ${importId}`,
      );
      expect(said.slice(0, known.length), `earlier entries after kill ${number} (${deed})`).toEqual(
        known,
      );
      expect(
        said.length - known.length,
        `one deed at most after kill ${number}`,
      ).toBeLessThanOrEqual(1);
      await expect(importsOf(browser.page)).toHaveCount(
        found.entries.filter(({ kind }) => kind === 'import').length,
      );
      await expect(browser.page.getByText('В журнале найдены повреждения')).toHaveCount(0);
      tell(deed, said.length > known.length);
      known = said;
      names = found.entries.flatMap(({ source }) => (source ? [String(source.name)] : []));
    }
    await browser?.close();
  });
  for (const [deed, { kills, there, absent }] of Object.entries(counts))
    report(
      `${deed}: killed ${kills} times; ${there} times it was there whole, ${absent} times not at all`,
    );
  report(
    `seed ${seed}: after each of ${count} kills the journal opened and everything accepted before was whole`,
  );
}

await runAlone(import.meta.url, run);
