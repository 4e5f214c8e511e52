import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrast, lightness } from './colour.ts';
import { blockHue, grounds, memberTone, paint, type Hue, type Theme } from './palette.ts';

const themes: readonly Theme[] = ['light', 'dark'];
const hues: readonly Hue[] = ['block-1', 'block-2', 'block-3', 'neutral', 'side-a', 'side-b'];
const css = readFileSync(new URL('../../app.css', import.meta.url), 'utf8');

/** The tokens of the rule that a selector opens. */
function tokensOf(selector: string): Map<string, string> {
  const start = css.indexOf(`${selector} {`);
  const rule = css.slice(start, css.indexOf('}', start));
  return new Map(
    [...rule.matchAll(/(--[\w-]+): ([^;]+);/g)].map(([, name, value]) => [name ?? '', value ?? '']),
  );
}

describe('palette', () => {
  it.each(themes)('keeps the three blocks apart on a photocopier (%s)', (theme) => {
    const levels = [0, 1, 2]
      .map((block) => lightness(paint({ hue: blockHue(block), step: 0 }, theme).mark))
      .sort((a, b) => a - b);
    levels.slice(1).forEach((level, i) => {
      expect(level - (levels[i] ?? 0)).toBeGreaterThanOrEqual(15);
    });
  });

  it.each(themes)('keeps the sides of a comparison apart on a photocopier (%s)', (theme) => {
    const [a, b] = (['side-a', 'side-b'] as const).map((hue) =>
      lightness(paint({ hue, step: 0 }, theme).mark),
    );
    expect(Math.abs((a ?? 0) - (b ?? 0))).toBeGreaterThanOrEqual(25);
  });

  it.each(themes)(
    'draws every tone at 3 : 1 and writes it at 4.5 : 1 on the card (%s)',
    (theme) => {
      const { card, ink, second, axis } = grounds[theme];
      for (const hue of hues) {
        for (const step of [0, 1, 2, 3] as const) {
          const { mark, words } = paint({ hue, step }, theme);
          expect(contrast(mark, card), `${hue} ${step}`).toBeGreaterThanOrEqual(3);
          expect(contrast(words, card), `${hue} ${step}`).toBeGreaterThanOrEqual(4.5);
        }
      }
      expect(contrast(ink, card)).toBeGreaterThanOrEqual(7);
      expect(contrast(second, card)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(axis, card)).toBeGreaterThanOrEqual(3);
    },
  );

  it('gives each member of a block its own marker and dash', () => {
    for (const hue of hues) {
      const looks = [0, 1, 2, 3].map((i) => paint(memberTone(hue, i), 'light'));
      expect(new Set(looks.map(({ marker }) => marker)).size).toBe(4);
      expect(new Set(looks.map(({ dash }) => dash.join(' '))).size).toBe(4);
      expect(new Set(looks.map(({ mark }) => mark)).size).toBe(4);
    }
  });

  it.each([
    ['light', ':root'],
    ['dark', ":root[data-theme='dark']"],
  ] as const)('is the palette of the style sheet (%s)', (theme, selector) => {
    const tokens = tokensOf(selector);
    const ground = grounds[theme];
    expect(tokens.get('--card')).toBe(ground.card);
    expect(tokens.get('--ink')).toBe(ground.ink);
    expect(tokens.get('--second')).toBe(ground.second);
    expect(tokens.get('--edge')).toBe(ground.axis);
    expect(tokens.get('--fine')).toBe(ground.grid);
    expect(tokens.get('--line')).toBe(ground.edge);
    for (const block of [1, 2, 3] as const) {
      const { mark, words } = paint({ hue: `block-${block}`, step: 0 }, theme);
      expect(tokens.get(`--block-${block}`)).toBe(mark);
      expect(tokens.get(`--block-${block}-ink`)).toBe(words);
    }
  });

  it.each([
    ['light', ':root'],
    ['dark', ":root[data-theme='dark']"],
  ])('holds words that read on every ground of the style sheet (%s)', (_, selector) => {
    const tokens = tokensOf(selector);
    const token = (name: string) => tokens.get(name) ?? '';
    const pairs = [
      ...['--paper', '--card', '--shade'].flatMap((ground) =>
        ['--ink', '--second', '--accent', '--error'].map((ink) => [ink, ground] as const),
      ),
      ['--accent-ink', '--accent-tint'],
      ['--good', '--good-tint'],
      ['--attention-ink', '--attention-tint'],
      ['--error', '--error-tint'],
      ['--on-accent', '--accent'],
      ['--paper', '--ink'],
      ['--ink', '--attention-tint'],
      ['--ink', '--error-tint'],
    ] as const;
    for (const [ink, ground] of pairs) {
      expect(contrast(token(ink), token(ground)), `${ink} on ${ground}`).toBeGreaterThanOrEqual(
        4.5,
      );
    }
    expect(contrast(token('--edge'), token('--card'))).toBeGreaterThanOrEqual(3);
  });

  it('says the same in the dark theme of the system as in the chosen one', () => {
    expect(tokensOf(':root:not([data-theme])')).toEqual(tokensOf(":root[data-theme='dark']"));
  });
});
