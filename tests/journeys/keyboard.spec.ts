import { expect, follow, test } from './journey.ts';

/** The address of a picture of each kind, and the keys that lead to another mark of it. */
const pictures: Readonly<Record<string, readonly [address: string, ...keys: string[]]>> = {
  trend: ['', 'ArrowLeft', 'ArrowDown'],
  multiples: ['chart=multiples', 'ArrowLeft', 'ArrowDown'],
  slope: ['chart=slope', 'ArrowDown'],
  dumbbell: ['chart=dumbbell', 'ArrowDown'],
  funnel: ['chart=funnel', 'ArrowRight', 'ArrowDown'],
  bars: ['chart=bars&by=direction', 'ArrowDown'],
  stacked: ['measure=M04&chart=stacked&compare=none', 'ArrowLeft', 'ArrowDown'],
  matrix: ['chart=matrix&by=direction', 'ArrowLeft', 'ArrowDown'],
  cohort: ['chart=cohort&pupils=same', 'ArrowDown'],
  waterfall: ['chart=waterfall&by=grade', 'ArrowLeft', 'ArrowRight', 'ArrowDown'],
  parts: ['measure=M42&chart=parts&grain=year', 'ArrowLeft', 'ArrowRight', 'ArrowDown'],
  distribution: ['measure=M05&chart=distribution', 'ArrowDown'],
  flows: ['measure=M15&chart=flows', 'ArrowLeft', 'ArrowRight', 'ArrowDown'],
  network: ['measure=M22&chart=network', 'ArrowLeft', 'ArrowRight', 'ArrowDown'],
  calendar: ['measure=M22&chart=calendar', 'ArrowLeft', 'ArrowDown'],
};

for (const [kind, [address, ...keys]] of Object.entries(pictures)) {
  test(`marks are walked and read by keyboard: ${kind}`, async ({ demonstration: page }) => {
    await follow(page, `explore/?${address}`);
    const picture = page.getByRole('application');
    await picture.focus();
    const spoken = page.getByRole('figure').getByRole('status');
    await expect(spoken).toHaveText(/\S/);
    const read = new Set([await spoken.innerText()]);
    await picture.press('Home');
    read.add(await spoken.innerText());
    for (const key of keys) {
      await picture.press(key);
      read.add(await spoken.innerText());
    }
    expect(read.size, [...read].join('\n')).toBeGreaterThan(1);
    for (const text of read) expect(text).toMatch(/\d|—|нет/);
  });
}
