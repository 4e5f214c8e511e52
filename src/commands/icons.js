import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { chromiumArguments, findChromium } from './chromium.js';
import { root, say } from './install.js';

/** @typedef {readonly [name: string, size: number, safe: boolean]} Icon */
/** @type {readonly Icon[]} A safe one fills its square and keeps its drawing within what any mask leaves. */
const icons = [
  ['192', 192, false],
  ['512', 512, false],
  ['180', 180, true],
  ['maskable-192', 192, true],
  ['maskable-512', 512, true],
];
const folder = join(root, 'static', 'icons');
const drawing = readFileSync(join(root, 'static', 'favicon.svg'), 'utf8');
// A mask may leave no more than a circle of four fifths of the square.
const filled = drawing
  .replace('viewBox="0 0 32 32"', 'viewBox="-5 -5 42 42"')
  .replace(/<rect[^/]*(?= fill)/, `<rect x="-5" y="-5" width="42" height="42"`);
const executablePath = findChromium();
const browser = await chromium.launch({
  args: chromiumArguments,
  ...(executablePath ? { executablePath } : {}),
});
try {
  mkdirSync(folder, { recursive: true });
  const page = await browser.newPage();
  for (const [name, size, isSafe] of icons) {
    const svg = (isSafe ? filled : drawing).replace(
      '<svg ',
      `<svg width="${size}" height="${size}" `,
    );
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(`<style>html,body{margin:0}svg{display:block}</style>${svg}`);
    const picture = await page.screenshot({ omitBackground: true });
    writeFileSync(join(folder, `${name}.png`), picture);
    say(`static/icons/${name}.png`);
  }
} finally {
  await browser.close();
}
