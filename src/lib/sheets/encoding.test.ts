import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeText, detectEncoding, encodings, rankEncodings, type Encoding } from './encoding.ts';

const prose =
  'Воспитанники лицея приняли участие в городском конкурсе чтецов «Живое слово», который прошёл в библиотеке имени Пушкина. ' +
  'Жюри отметило выразительность и искренность выступлений; призёрами стали ученики пятых и седьмых классов. ' +
  'В рамках социального партнёрства с музеем краеведения организованы экскурсии, мастер-классы и встречи с художниками. ' +
  'Педагоги дополнительного образования провели занятия по робототехнике, шахматам, хореографии и вокалу для всех желающих. ' +
  'Шестиклассники вместе с волонтёрами высадили деревья в городском парке и поздравили ветеранов с праздником Победы. ' +
  'По итогам четверти охват учащихся внеурочной деятельностью вырос, однако среди старшеклассников он остаётся низким. ' +
  'Фамилия Имя Отчество Класс Мероприятие Дата Уровень Результат Направление Партнёр Количество часов ' +
  'Щербакова Юлия Андреевна Цветков Эдуард Фёдорович Ёлкина Жанна Хабибуллина Гузель Ыкшан Объедков Съёмщиков';

const codePages: readonly Encoding[] = ['windows-1251', 'koi8-r', 'ibm866', 'x-mac-cyrillic'];
const iconvNames: Partial<Record<Encoding, string>> = {
  'x-mac-cyrillic': 'maccyrillic',
  ibm866: 'cp866',
};

function encode(text: string, encoding: Encoding): Uint8Array {
  return new Uint8Array(iconv.encode(text, iconvNames[encoding] ?? encoding));
}

/** Windows over the text, each `length` letters long. */
function pieces(length: number): string[] {
  const list: string[] = [];
  for (let at = 0; at + length <= prose.length; at += 7) list.push(prose.slice(at, at + length));
  return list;
}

/** Share of pieces that read back as what was written; encodings that agree on a piece are equally right. */
function share(length: number, encoding: Encoding): number {
  const list = pieces(length);
  const right = list.filter((piece) => {
    const bytes = encode(piece, encoding);
    return decodeText(bytes, detectEncoding(bytes).encoding) === decodeText(bytes, encoding);
  });
  return right.length / list.length;
}

describe('detectEncoding', () => {
  it.each(codePages)(
    'reads every piece of 80 letters and nearly every one of 30 in %s',
    (encoding) => {
      expect(share(80, encoding)).toBe(1);
      expect(share(30, encoding)).toBeGreaterThanOrEqual(0.99);
    },
  );

  it.each(codePages)('reads capitals, short headings and lists in %s', (encoding) => {
    for (const text of [
      'ФИО;КЛАСС;МЕРОПРИЯТИЕ;УЧАСТНИКОВ',
      'Фамилия;Класс\r\nИванов;5А',
      'Итого;25\nВсего;7',
    ]) {
      const bytes = encode(text, encoding);
      expect(decodeText(bytes, detectEncoding(bytes).encoding)).toBe(text);
    }
  });

  it('reads Unicode with and without a mark', () => {
    const text = 'ФИО;Класс\nЁлкина;5А';
    const utf16 = iconv.encode(text, 'utf-16le', { addBOM: false });
    const cases: [Buffer, Encoding][] = [
      [Buffer.from(text), 'utf-8'],
      [Buffer.from(`\ufeff${text}`), 'utf-8'],
      [utf16, 'utf-16le'],
      [Buffer.concat([Buffer.from([0xff, 0xfe]), utf16]), 'utf-16le'],
      [iconv.encode(text, 'utf-16be', { addBOM: false }), 'utf-16be'],
      [iconv.encode(text, 'utf-16be', { addBOM: true }), 'utf-16be'],
    ];
    for (const [buffer, encoding] of cases) {
      const bytes = new Uint8Array(buffer);
      expect(detectEncoding(bytes).encoding).toBe(encoding);
      expect(decodeText(bytes, encoding)).toBe(text);
    }
  });

  it('is not fooled by one Russian letter deep inside a large Latin file', () => {
    const text = `${'name,score\nalpha,12\n'.repeat(60000)}Щукина Юлия Андреевна,5`;
    expect(detectEncoding(encode(text, 'koi8-r')).encoding).toBe('koi8-r');
  });

  it.each(['Café,Zürich,Málaga,façade,Ångström', 'Résumé', 'Año;Niño;Señor;1,5', 'Élève;Âge'])(
    'keeps Western text Western: %s',
    (text) => {
      expect(detectEncoding(encode(text, 'windows-1252')).encoding).toBe('windows-1252');
    },
  );

  it('keeps UTF-8 with a stray byte or half a last letter, and no code page passes for it', () => {
    const text = 'ФИО;Класс\nИванова Анна;5А\n'.repeat(20);
    const stray = new TextEncoder().encode(text);
    stray[100] = 0xff;
    const half = new TextEncoder().encode(`${text}Ё`).subarray(0, -1);
    expect(detectEncoding(stray).encoding).toBe('utf-8');
    expect(detectEncoding(half).encoding).toBe('utf-8');
    for (const encoding of codePages)
      expect(detectEncoding(encode(text, encoding)).encoding).toBe(encoding);
  });

  it('is sure of lists of names in capitals with ё', () => {
    const text = 'ЁЛКИНА КСЕНИЯ;ПЁТР ФЁДОРОВ;АЛЁНА ЧЕРНЫШЁВА;СЕМЁН ЁЖИКОВ';
    for (const encoding of codePages)
      expect(
        decodeText(encode(text, encoding), detectEncoding(encode(text, encoding)).encoding),
      ).toBe(text);
  });

  it('ranks every encoding once, the found one first', () => {
    const ranked = rankEncodings(encode('Мероприятие;Участник', 'ibm866'));
    expect(ranked[0]?.encoding).toBe('ibm866');
    expect(ranked.map(({ encoding }) => encoding).sort()).toEqual([...encodings].sort());
  });
});
