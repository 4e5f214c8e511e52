import type { SvgPicture } from './svg-picture.ts';

const sharpness = 2;
/** Browsers paint no canvas with longer sides. */
const longestSide = 16_000;

function load(address: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.onerror = () => reject(new Error('the browser does not draw the SVG'));
    image.src = address;
  });
}

/** A picture in twice as many pixels, fewer where its sides would grow too long; rejects where the browser paints none. */
export async function paintPng({ svg, width, height }: SvgPicture): Promise<Blob> {
  const scale = Math.min(sharpness, longestSide / width, longestSide / height);
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = await load(address);
    // Letters that come with a picture are ready only when it is decoded.
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    const brush = canvas.getContext('2d');
    if (!brush) throw new Error('the browser gives no canvas');
    brush.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise<Blob>((resolve, reject) => {
      canvas.toBlob((blob) => {
        if (blob) resolve(blob);
        else reject(new Error('the canvas gives no picture'));
      }, 'image/png');
    });
  } finally {
    URL.revokeObjectURL(address);
  }
}
