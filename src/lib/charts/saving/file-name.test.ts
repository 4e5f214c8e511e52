import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fileNameOf } from './file-name.ts';

it('says what a file holds in a name that every system takes', () => {
  expect(fileNameOf(['Охват по блокам', '2025/26 IV'], 'svg')).toBe(
    'Охват по блокам 2025-26 IV.svg',
  );
  expect(fileNameOf(['5 «А»: «кто?»\n'], 'csv')).toBe('5 «А»- «кто-».csv');
  expect(fileNameOf(['con'], 'png')).toBe('con_.png');
  expect(fileNameOf(['..'], 'png')).toBe('_.png');
  expect(fileNameOf(['a\u202egnp.exe'], 'png')).toBe('agnp.exe.png');
});

it('never holds what leads elsewhere', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' })), (parts) => {
      const name = fileNameOf(parts, 'xlsx');
      expect(name).toMatch(/^[^\\/:*?"<>|\p{Cc}\p{Cf}\p{Cs}]+\.xlsx$/u);
      expect(name).not.toMatch(/^[. ]/);
      expect([...name].length).toBeLessThanOrEqual(126);
    }),
  );
});
