import { embeddedFont } from '#lib/charts/saving/embedded-font.ts';
import { embeddedFamily } from '#lib/charts/saving/typeface.ts';
import type { Drawing } from '#lib/snapshot/document.ts';

/**
 * The address of a drawing as an image, in which a browser runs nothing and follows no link. Its letters come with it, since
 * an image has no others.
 */
export async function imageOf({ width, height, svg }: Drawing): Promise<string> {
  const style = await embeddedFont(svg);
  const size = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`;
  const family = `'${embeddedFamily}', Arial, 'Liberation Sans', sans-serif`;
  const image = [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} font-family="${family}">`,
    style === '' ? '' : `<style>${style}</style>`,
    svg,
    '</svg>',
  ].join('');
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(image)}`;
}
