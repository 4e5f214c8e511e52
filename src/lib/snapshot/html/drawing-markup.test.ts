import { describe, expect, it } from 'vitest';
import { leanDrawing } from './drawing-markup.ts';
import { exampleSnapshot } from './example-document.ts';
import { ForeignMarkup } from './foreign-markup.ts';
import { leanDocument } from './lean-document.ts';

const text = `style="font: 600 12px 'Golos Text', sans-serif;" xml:space="preserve"`;

describe('leanDrawing', () => {
  it('says the same in fewer words', () => {
    expect(
      leanDrawing(
        `\n<path d="M23.6123 298.55L843.3 298.5" fill="none" pointer-events="visible" stroke="#f0ede6" class="a"></path>\n` +
          `<text dominant-baseline="central" text-anchor="start" ${text} transform="translate(15.64 240.04)" fill="#56606d">a  &lt;b&gt;</text>`,
      ),
    ).toBe(
      '<path d="M23.6 298.6L843.3 298.5" fill="none" stroke="#f0ede6"/>' +
        '<text dominant-baseline="central" fill="#56606d" font-size="12" font-weight="600" transform="translate(15.6 240)">a  &lt;b&gt;</text>',
    );
  });

  it('keeps an arc that is nearly a circle', () => {
    const circle = '<path d="M1 0A1 1 0 1 1 1 -0.0001" fill="#000" transform="scale(3.14159,3)"/>';
    expect(leanDrawing(circle)).toContain('M1 0A1 1 0 1 1 1 -0.0001');
  });

  it('calls clip paths after what they hold, whatever they were called', () => {
    const clip = (id: string, width: number) =>
      `<g clip-path="url(#${id})"><circle cx="1" cy="1" r="1"/></g><defs><clipPath id="${id}"><rect width="${width}" height="9"/></clipPath></defs>`;
    expect(leanDrawing(clip('zr0-c0', 9))).toBe(leanDrawing(clip('zr7-c3', 9)));
    expect(leanDrawing(clip('zr0-c0', 9))).not.toBe(leanDrawing(clip('zr0-c0', 8)));
  });

  it.each([
    '<script>alert(1)</script>',
    '<image href="http://x/"/>',
    '<a href="http://x/"><path d="M0 0"/></a>',
    '<foreignObject><p>a</p></foreignObject>',
    '<style>text{fill:url(http://x)}</style>',
    '<use href="#a"/>',
    '<path d="M0 0" onclick="alert(1)"/>',
    '<path d="M0 0" fill="url(http://x/#a)"/>',
    '<path d="M0 0" style="background:url(http://x)"/>',
    '<path d="M0 0" clip-path="url(#nowhere)"/>',
    '<path d="M0 0" data-name="Иванов"/>',
    '<g id="a"><path d="M0 0"/></g>',
    '<title>Иванов</title>',
    '<!-- Иванов -->',
    'Иванов',
    '<g>',
    '</g>',
    '<path d="M0 0"',
    '<path d="M0 1e999"/>',
  ])('refuses %s', (svg) => {
    expect(() => leanDrawing(svg)).toThrow(ForeignMarkup);
  });

  it('leaves every drawing of the app as it is the second time', () => {
    const once = leanDocument(exampleSnapshot());
    expect(leanDocument(once)).toEqual(once);
  });
});
