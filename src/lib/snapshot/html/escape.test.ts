import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cssString, escapeJson, escapeText, plainText, unescapeText } from './escape.ts';

const anyText = fc.string({ unit: 'binary', maxLength: 60 });

describe('escapeText', () => {
  it('leaves nothing that begins an element, ends an attribute or turns the reading round', () => {
    const hostile = '</script><!-- ]]> "\' & \u202eABC\u2066\u061c\u0000\u0007\ud800\ufeff';
    expect(escapeText(hostile)).toBe('&lt;/script&gt;&lt;!-- ]]&gt; &quot;&#39; &amp; ABC');
    fc.assert(
      fc.property(anyText, (text) => {
        expect(escapeText(text)).not.toMatch(/[<>"'\p{Bidi_Control}\ufeff]|(?![\t\n])\p{Cc}/u);
      }),
    );
  });

  it('comes back as the same plain text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(unescapeText(escapeText(text))).toBe(plainText(text));
      }),
    );
  });

  it('keeps Russian typography as it is', () => {
    const text = '«Охват» — 45,7\u00a0%,\u202f№\u00a07, й\u0306, −3 👩‍🏫';
    expect(escapeText(text)).toBe(text);
  });
});

describe('escapeJson', () => {
  it('is the same JSON without any sign of markup', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const escaped = escapeJson(JSON.stringify(value));
        expect(escaped).not.toMatch(/[<>&\u2028\u2029\u202a-\u202e]/);
        expect(JSON.parse(escaped)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
    expect(escapeJson('"</script><!--\u202e"')).toBe('"\\u003c/script\\u003e\\u003c!--\\u202e"');
  });
});

describe('cssString', () => {
  it('cannot be left by a quote, a backslash, a line end or a tag', () => {
    expect(cssString('МБОУ «Лицей № 7»')).toBe('"МБОУ \\ab Лицей \\2116  7\\bb "');
    fc.assert(
      fc.property(anyText, (text) => {
        expect(cssString(text).slice(1, -1)).toMatch(/^(?:[\p{L}\p{N} ]|\\[\da-f]{1,6} )*$/u);
      }),
    );
  });
});
