import type { Chart } from '../chart.ts';
import type { Frame } from '../chart-form.ts';
import { init } from '../echarts-parts.ts';

/** The chart alone as the inside of a document: no style sheet, and nothing of what stands behind its marks. */
export function drawInside(chart: Chart, frame: Frame): string {
  const { width, height } = chart.size(frame);
  const drawing = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    drawing.setOption(chart.option(frame));
    return drawing
      .renderToSVGString()
      .replace(/^<svg[^>]*>/, '')
      .replace(/<\/svg>\s*$/, '')
      .replace(/<style\b[\s\S]*?<\/style>/g, '')
      .replace(/ (?:ecmeta_\w+|class)="[^"]*"/g, '');
  } finally {
    drawing.dispose();
  }
}
