import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultProgramme } from './default.ts';
import { changeEntry, changeSettings } from './edit.ts';
import { readProgramme, writeProgramme } from './exchange.ts';
import { faultOf } from './json-fault.ts';

const first = (text: string) => {
  const parsed = readProgramme(text);
  return parsed.ok ? null : parsed.issues[0];
};

describe('exchange', () => {
  it('reads back what it wrote, whatever the names and weights', () => {
    const words = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
      .filter((s) => s.trim() === s && s.length <= 300);
    const weight = fc.double({ min: 0, max: 1000, noNaN: true });
    fc.assert(
      fc.property(words, weight, (school, points) => {
        const named = changeSettings(defaultProgramme, { school });
        if (!named.ok) throw new Error('a name was refused');
        const weighed = changeEntry(named.programme, 'levels', 'school', { weight: points + 0 });
        if (!weighed.ok) throw new Error('a weight was refused');
        expect(readProgramme(writeProgramme(weighed.programme))).toEqual(weighed);
      }),
    );
  });

  it('accepts a byte order mark', () => {
    expect(readProgramme(`\uFEFF${writeProgramme(defaultProgramme)}`).ok).toBe(true);
  });

  it('names line and character of a syntax error', () => {
    const text = writeProgramme(defaultProgramme).replace('"version": 1,', '"version": 1;');
    expect(first(text)).toEqual({
      path: [],
      code: 'json-syntax',
      params: { line: 2, column: 15 },
    });
  });

  it('says that a text is cut off, has another version, is something else or is too large', () => {
    const text = writeProgramme(defaultProgramme);
    expect(first(text.slice(0, 500))).toEqual({ path: [], code: 'json-syntax', params: {} });
    expect(first(text.replace('"version": 1', '"version": 9'))).toMatchObject({
      code: 'version-unknown',
      params: { version: '9' },
    });
    expect(first('[1, 2]')).toMatchObject({ code: 'not-programme' });
    expect(first('"'.repeat(1_200_000))).toMatchObject({ code: 'too-large' });
  });

  it('keys such as __proto__ change nothing outside', () => {
    const hostile = writeProgramme(defaultProgramme)
      .replace(
        '{',
        '{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}},',
      )
      .replace('"civic": {\n', '"civic": {"__proto__": {"low": 0, "high": 1, "weight": 1},\n');
    const parsed = readProgramme(hostile);
    expect(parsed).toEqual({ ok: true, programme: defaultProgramme });
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
    expect(parsed.ok && Object.getPrototypeOf(parsed.programme)).toBe(Object.prototype);
  });
});

describe('faultOf', () => {
  it.each([
    ['{"a":1,}', 7],
    ['[1\n,,]', 4],
    ['{"a": tru}', 6],
    ['{"a" 1}', 5],
    ['[1] 2', 4],
    ['{1: 2}', 1],
    ['[01]', 1],
    ['{"a": "x\ny"}', 6],
    ['{', 1],
    ['', 0],
    ['[1, {"a": [', 11],
    ['{"a": "cut off', 14],
    ['["bad \\x"]', 1],
  ])('%j at %i', (text, offset) => {
    expect(faultOf(text)).toBe(offset);
  });

  it('finds no fault before the end of any JSON, and one where JSON.parse does', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), (text, where) => {
        expect(faultOf(text)).toBe(text.length);
        const cut = where % (text.length + 1);
        const broken = `${text.slice(0, cut)}#${text.slice(cut)}`;
        const harmless = isJson(broken);
        expect(faultOf(broken) === broken.length).toBe(harmless);
      }),
    );
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
