import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { partsFor, typefaceStyle } from '#lib/charts/saving/typeface.ts';

/**
 * The typeface as the app puts it into a file that says a text, where there is no browser to fetch it: read from its package.
 * `packages` is the folder in which packages are installed. Throws where the typeface is not there.
 */
export function packageLetters(text: string, packages = 'node_modules'): string {
  const folder = join(packages, '@fontsource-variable', 'golos-text', 'files');
  return typefaceStyle(
    partsFor(text).map((part) => {
      const file = join(folder, `golos-text-${part.name}-wght-normal.woff2`);
      return { ...part, base64: readFileSync(file).toString('base64') };
    }),
  );
}
