import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Published } from '#lib/disclosure/published.ts';
import type { SnapshotDocument, SnapshotPage } from '../document.ts';
import { hashText } from '../seal/hash.ts';
import { sealDocument } from '../seal/seal-document.ts';
import { exampleSnapshot } from './example-document.ts';
import { exampleLetters } from './example-letters.ts';
import { fileScript } from './file-script.ts';
import { edition, writeHtml } from './write-html.ts';

const slides = exampleSnapshot();

function withTexts(hostile: string): Published<SnapshotDocument> {
  const document = slides;
  const both = { ru: hostile, en: hostile };
  const figure = document.pages
    .flatMap(({ pieces }) => pieces)
    .find(({ kind }) => kind === 'figure');
  if (figure?.kind !== 'figure') throw new Error('no figure');
  const table = { heads: [hostile, hostile], rows: [[hostile, hostile]], figures: [false, true] };
  const roles = [
    'lead',
    'heading',
    'paragraph',
    'list',
    'judgement',
    'decision',
    'signature',
  ] as const;
  const page: SnapshotPage = {
    id: hostile,
    title: both,
    pieces: [
      ...roles.map((role) => ({ kind: 'text' as const, role, text: both })),
      {
        ...figure,
        id: hostile,
        title: both,
        subtitle: both,
        selection: both,
        description: both,
        signs: { ru: [hostile], en: [hostile] },
        source: both,
        table: { ru: table, en: table },
      },
    ],
  };
  const hostileDocument: SnapshotDocument = {
    ...document,
    title: both,
    school: hostile,
    period: both,
    programme: { name: both, sha256: hostile },
    sources: [{ name: hostile, sha256: hostile }],
    certificate: { ...document.certificate, worlds: hostile, earlier: [hostile] },
    pages: [page],
  };
  return hostileDocument as Published<SnapshotDocument>;
}

/** All tags of a file outside of its scripts and style. */
function tagsOf(html: string): string[] {
  const shown = html.replace(/(<(script|style)\b[^>]*>)[\s\S]*?<\/\2>/g, '$1</$2>');
  return shown.match(/<\/?[a-z][^>]*>/gi) ?? [];
}

describe('writeHtml', () => {
  it('is one file under a megabyte for nine pages and fourteen pictures, and asks for nothing', async () => {
    const { html } = await sealDocument(slides, exampleLetters());
    expect(Buffer.byteLength(html)).toBeLessThan(1_000_000);
    expect(html.match(/<svg class="drawing"/g)).toHaveLength(2 * 14);
    const addresses = tagsOf(html).filter((tag) => /\s(?:href|src|srcset|action|data)=/.test(tag));
    expect(addresses.every((tag) => /^<a href="#[a-z]+(?:-\d+)?">$/.test(tag))).toBe(true);
    const [style = ''] = /<style>[\s\S]*?<\/style>/.exec(html) ?? [];
    expect(style.match(/url\((?!data:font\/woff2;base64,)|@import/g)).toBeNull();
  });

  it('allows its own script and style and nothing else', async () => {
    const { html } = await sealDocument(slides, exampleLetters());
    const hashed = (text: string) => createHash('sha256').update(text).digest('base64');
    const [, style = ''] = /<style>([\s\S]*?)<\/style>/.exec(html) ?? [];
    const [, script = ''] = /<script type="module">([\s\S]*?)<\/script>/.exec(html) ?? [];
    expect(script).toBe(fileScript);
    const [, policy] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html) ?? [];
    expect(policy?.split('; ')).toEqual([
      "default-src 'none'",
      `script-src 'sha256-${hashed(script)}'`,
      `style-src 'sha256-${hashed(style)}'`,
      'img-src data:',
      'font-src data:',
      "base-uri 'none'",
      "form-action 'none'",
    ]);
    expect(html).not.toMatch(/\sstyle="|\son\w+="/);
  });

  it.each([
    '</script></style></title><script>alert(1)</script>',
    '<!--<script>',
    ']]></svg><img src=x onerror=alert(1)>',
    '"\' onfocus=alert(1) autofocus \\22 }body{display:none}',
    '\u202egnirts\u2066\u2028\u0000\ud800',
  ])('takes a text for a text: %j', (hostile) => {
    const plain = tagsOf(writeHtml(withTexts('текст'), null, '')).map((tag) =>
      tag.replace(/"[^"]*"/g, '""'),
    );
    const html = writeHtml(withTexts(hostile), null, '');
    const ours = tagsOf(html).map((tag) => tag.replace(/"[^"]*"/g, '""'));
    expect(ours).toEqual(plain);
    expect(html).not.toMatch(/\p{Bidi_Control}|(?!\n)\p{Cc}/u);
    expect(html.match(/<script\b/g)).toHaveLength(4);
  });

  it('refuses letters that are more than letters', () => {
    const write = (css: string) => () => writeHtml(slides, null, css);
    expect(write('body{display:none}')).toThrow(TypeError);
    expect(write("@font-face{font-family:'Golos Text';src:url(http://x/a.woff2)}")).toThrow(
      TypeError,
    );
  });

  it('has every number of a table in the language of its page, and a dash for none', () => {
    const document = slides;
    const pages = document.pages.slice(1, 2).map((page) => ({
      ...page,
      pieces: page.pieces.map((piece) => {
        if (piece.kind === 'text') return piece;
        const table = {
          heads: ['Класс', 'Доля, %'],
          rows: [
            ['5 «А»', 1234.5],
            ['5 «Б»', null],
            ['6 «А»', -0.25],
          ],
          figures: [false, true],
        };
        return { ...piece, table: { ru: table, en: table } };
      }),
    }));
    const html = writeHtml({ ...document, pages } as Published<SnapshotDocument>, null, '');
    expect(html).toContain('<th scope="row">5 «А»</th><td class="n">1\u00a0234,5</td>');
    expect(html).toContain('<th scope="row">5 «Б»</th><td class="n">—</td>');
    expect(html).toContain('<th scope="row">6 «А»</th><td class="n">\u22120,3</td>');
    expect(html).toContain('<td class="n">1,234.5</td>');
  });

  it('says that all is withheld where a picture has no drawing', () => {
    const html = writeHtml(slides, null, '');
    expect(html).toContain('Здесь скрыты все числа');
    expect(html).toContain('All numbers are withheld here');
  });

  // A file is rebuilt to be checked: whoever changes the look, the words or the script raises the edition, and keeps the old.
  it('is of the edition that it says', () => {
    const empty = { ...slides, pages: [] } as unknown as Published<SnapshotDocument>;
    expect([edition, hashText(writeHtml(empty, null, ''))]).toMatchInlineSnapshot(`
      [
        2,
        "25a0a03d884a1d59a089f59b0bb576e48c47d653dc5ff65f630b0bcdae8047f3",
      ]
    `);
  });
});
