import cyrillicExtended from '@fontsource-variable/golos-text/files/golos-text-cyrillic-ext-wght-normal.woff2?url';
import cyrillic from '@fontsource-variable/golos-text/files/golos-text-cyrillic-wght-normal.woff2?url';
import latinExtended from '@fontsource-variable/golos-text/files/golos-text-latin-ext-wght-normal.woff2?url';
import latin from '@fontsource-variable/golos-text/files/golos-text-latin-wght-normal.woff2?url';
import { partsFor, typefaceStyle, type TypefacePart } from './typeface.ts';

const addresses: Readonly<Record<TypefacePart['name'], string>> = {
  latin,
  cyrillic,
  'cyrillic-ext': cyrillicExtended,
  'latin-ext': latinExtended,
};

function inBase64(content: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(new Error('a font file is not read', { cause: reader.error }));
    reader.readAsDataURL(content);
  });
}

async function fetchPart(part: TypefacePart): Promise<TypefacePart & { base64: string }> {
  const answer = await fetch(addresses[part.name]);
  if (!answer.ok) throw new Error(`a font file is not there: ${answer.status}`);
  return { ...part, base64: await inBase64(await answer.blob()) };
}

/**
 * The typeface as the style sheet of a file that must look the same on every machine: the parts of it that a text needs.
 * Empty where they cannot be had, since a picture in other letters is better than none.
 */
export async function embeddedFont(text: string): Promise<string> {
  try {
    return typefaceStyle(await Promise.all(partsFor(text).map(fetchPart)));
  } catch {
    return '';
  }
}
