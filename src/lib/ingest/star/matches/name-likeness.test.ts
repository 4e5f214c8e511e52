import { expect, test } from 'vitest';
import { compareNames } from './name-likeness.ts';

test.each([
  ['иванов петр', 'иванов петр', 'name-same'],
  ['иванов петр', 'иванво петр', 'name-one-letter'],
  ['иванов петр', 'петр цванов', 'name-one-letter'],
  ['громова наталья', 'громова наталия', 'name-variant'],
  ['даниил панин', 'данил панин', 'name-variant'],
  ['громова алина', 'арина громова', 'name-other'],
  ['иванов п', 'иванов петр', 'name-initial'],
  ['иванов', 'иванов петр', 'name-part'],
])('%s ~ %s: %s', (a, b, code) => {
  expect(compareNames(a, b)?.code).toBe(code);
  expect(compareNames(b, a)?.code).toBe(code);
});

test.each([
  ['александр иванов', 'александра иванов'],
  ['евгений черных', 'евгения черных'],
  ['ким ли', 'ким ля'],
  ['иванов петр', 'иванцов петя'],
  ['иванов п', 'иванов илья'],
  ['иванов п', 'иванов петр сергей т'],
])('%s and %s are not alike', (a, b) => {
  expect(compareNames(a, b)).toBeNull();
});
