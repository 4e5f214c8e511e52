import { expect, test } from 'vitest';
import { defaultProgramme } from '#lib/programme/default.ts';
import { arriving } from './arriving.ts';
import { readFile } from './reading.ts';

const contentOf = (length: number) =>
  new Blob([Uint8Array.from({ length }, (_, at) => (at * 7) % 251)]);

test('bytes are there as far as they were waited for, in any order of waiting', async () => {
  const length = 9_000_001;
  const content = contentOf(length);
  const whole = new Uint8Array(await content.arrayBuffer());
  const { bytes, arrives } = arriving(content);
  const all = arrives(length);
  await Promise.all(
    [5_000_000, 100, 8_400_000].map(async (end) => {
      await arrives(end);
      expect(Buffer.compare(bytes.subarray(0, end), whole.subarray(0, end))).toBe(0);
    }),
  );
  await arrives(length + 5);
  await all;
  expect(arrives(length)).toBeNull();
  expect(Buffer.compare(bytes, whole)).toBe(0);
});

test('a blob that cannot be read is told to whoever waits', async () => {
  const content = contentOf(9_000_000);
  const broken = {
    size: content.size,
    slice: (from: number, to: number) => ({
      arrayBuffer: () =>
        from > 5_000_000
          ? Promise.reject(new DOMException('gone', 'NotReadableError'))
          : content.slice(from, to).arrayBuffer(),
    }),
  } as unknown as Blob;
  const { arrives } = arriving(broken);
  await arrives(100);
  await expect(arrives(9_000_000)).rejects.toMatchObject({ name: 'NotReadableError' });
  await expect(arrives(9_000_000)).rejects.toMatchObject({ name: 'NotReadableError' });
  const source = { name: 'x.csv', modified: 0, ...arriving(broken) };
  await expect(
    readFile(source, { programme: defaultProgramme, recipes: [] }),
  ).rejects.toMatchObject({ name: 'NotReadableError' });
});

test('a long file is read the same while its bytes arrive', async () => {
  const line = (at: number) => `${at};Агеева Анна;5А;Слёт № ${at % 97};12.09.2025;участник\n`;
  const text = `№;ФИО;Класс;Мероприятие;Дата;Результат\n${Array.from({ length: 120_000 }, (_, at) => line(at)).join('')}`;
  const bytes = new TextEncoder().encode(text);
  const setting = { programme: defaultProgramme, recipes: [] };
  const whole = await readFile({ name: 'x.csv', modified: 0, bytes }, setting);
  const piecewise = { name: 'x.csv', modified: 0, ...arriving(new Blob([bytes])) };
  expect(await readFile(piecewise, setting)).toEqual(whole);
  expect(whole.tables[0]?.counts).toMatchObject({ read: 120_000, accepted: 97 });
});
