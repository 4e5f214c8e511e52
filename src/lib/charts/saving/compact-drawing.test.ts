import { expect, it } from 'vitest';
import { example } from '../example.ts';
import { chartOf } from '../registry.ts';
import { compactDrawing } from './compact-drawing.ts';
import { drawInside } from './drawing.ts';

const frame = { width: 640, theme: 'light', most: 30, active: null } as const;
const compact = (label: string, name = 'a') => {
  const series = example.series.map((one) => ({ ...one, label }));
  const chart = chartOf({ type: 'trend', input: { ...example, series } });
  return compactDrawing(drawInside(chart, frame), name);
};

it('leaves hostile names what they are: text', () => {
  const drawing = compact('<script>x</script> style="a" id="b" font-size="11" url(#c)>');
  expect(drawing).not.toMatch(/<script|style="a"|id="b"/);
  expect(drawing).toContain('&lt;script&gt;x&lt;/script&gt; style=&quot;a&quot;');
});

it('is the same each time, under the name that it is given', () => {
  expect(compact('Блок')).toBe(compact('Блок'));
  const [first, second] = [compact('Блок'), compact('Блок', 'b-ru')];
  expect(first).toMatch(/id="a-0"/);
  expect(second).not.toMatch(/"a-0"/);
  expect(second.replaceAll('b-ru-', 'a-')).toBe(first);
});

it('names no typeface and says nothing of what stands behind its marks', () => {
  expect(compact('Блок')).not.toMatch(/Golos|font-family|class=|ecmeta|pointer-events|\d\.\d{5}/);
});
