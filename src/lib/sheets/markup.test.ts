import { describe, expect, it } from 'vitest';
import type { Sheet } from '#lib/model/sheet.ts';
import { readSheets } from './read.ts';

async function sheetsOf(page: string): Promise<readonly Sheet[]> {
  const reading = await readSheets(new TextEncoder().encode(page), 'страница.html');
  if (!reading.ok) throw new Error(reading.issue.code);
  expect(reading.format).toBe('markup');
  return reading.sheets;
}

async function rowsOf(page: string): Promise<Sheet['rows'] | undefined> {
  return (await sheetsOf(page))[0]?.rows;
}

describe('readSheets of pages and pasted tables', () => {
  it.each([
    [
      'a page',
      '<!DOCTYPE html><html><body><p>Отчёт</p><table><tr><td>а</td><td>1,50</td></tr></table>',
    ],
    [
      'an XHTML page',
      '<?xml version="1.0"?><!DOCTYPE html PUBLIC "x" "y"><html><table><tr><td>а</td><td>1,50</td></tr></table></html>',
    ],
    ['a bare table without closing tags', '<table><tr><td>а<td>1,50'],
    ['rows alone', '<tr><td>а</td><td>1,50</td></tr>'],
    [
      'a table in a paragraph',
      '<div class="x"><b>Итоги</b><table><tr><td>а</td><td>1,50</td></tr></table></div>',
    ],
    [
      'the clipboard of Excel',
      'Version:1.0\r\nStartHTML:0000000105\r\nEndHTML:0000000300\r\n<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>td{}</style></head><body><table><!--StartFragment--><col width=64><tr><td>а</td><td x:num="1.5">1,50</td></tr><!--EndFragment--></table></body></html>',
    ],
    [
      'the clipboard of Google Sheets',
      '<meta charset="utf-8"><google-sheets-html-origin><style><!--td {border: 1px}--></style><table><colgroup><col width="9"/></colgroup><tbody><tr><td data-sheets-value=\'{"2":"a>b"}\'>а</td><td>1,50</td></tr></tbody></table>',
    ],
  ])('reads %s', async (_name, page) => {
    expect(await rowsOf(page)).toEqual([['а', '1,50']]);
  });

  it('turns spans into merges and pushes the cells beside them', async () => {
    const [sheet] = await sheetsOf(
      '<table><tr><th rowspan=2>Класс</th><th colspan="2">Участники</th></tr><tr><th>I</th><th>II</th></tr><tr><td>5А</td><td>1</td><td>2</td></tr></table>',
    );
    expect(sheet?.rows).toEqual([
      ['Класс', 'Участники', null],
      [null, 'I', 'II'],
      ['5А', '1', '2'],
    ]);
    expect(sheet?.merges).toEqual([
      { top: 0, left: 0, bottom: 1, right: 0 },
      { top: 0, left: 1, bottom: 0, right: 2 },
    ]);
  });

  it('gives each table a sheet, also one inside of a cell, with its caption above', async () => {
    const sheets = await sheetsOf(
      '<table><caption>Хор</caption><tr><td>а<table><tr><td>б</td></tr></table></td><td>в</td></tr></table><table><tr><td>г</td></tr></table>',
    );
    expect(sheets.map(({ name, rows }) => [name, rows])).toEqual([
      ['1', [['Хор'], ['а', 'в']]],
      ['2', [['б']]],
      ['3', [['г']]],
    ]);
  });

  it('shows text as a browser does and drops scripts', async () => {
    const rows = await rowsOf(
      '<table><tr><td> Дом \n творчества<br/>«Родник»&nbsp;&#8470;&#x31; &lt;5 &amp;c &unknown;</td><td onclick="a>b"><script>alert("<td>x</td>")</script><p>а</p><p>б</p></td><td>&nbsp;</td></tr></table>',
    );
    expect(rows).toEqual([['Дом творчества\n«Родник»\u00a0№1 <5 &c &unknown;', 'а\nб', null]]);
  });

  it('marks hidden rows and takes the names that an office program wrote', async () => {
    const [sheet] = await sheetsOf(
      '<html><head><xml><x:Name>5А &amp; 5Б</x:Name></xml></head><table><tr><td>а</td></tr><tr style="display:none"><td>б</td></tr></table></html>',
    );
    expect(sheet?.name).toBe('5А & 5Б');
    expect(sheet?.hiddenRows).toEqual([1]);
  });

  it('does not unfold entities that a workbook defines for itself', async () => {
    const page =
      '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "&b;&b;"><!ENTITY b "&a;&a;">]><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="Лист"><Table><Row><Cell><Data ss:Type="String">&a;х</Data></Cell></Row></Table></Worksheet></Workbook>';
    expect(JSON.stringify(await rowsOf(page)).length).toBeLessThan(40);
  });

  it.each([
    ['file-no-table', '<html><body>Нет таблиц</body></html>'],
    ['file-no-table', '<table><tr><td title="никогда'],
    ['file-too-large', '<table><tr><td colspan=99999>а</td></tr></table>'],
    ['file-too-large', `<table>${'<tr><td colspan=9000 rowspan=9000>а'.repeat(4000)}</table>`],
  ])('refuses with %s', async (code, page) => {
    const reading = await readSheets(new TextEncoder().encode(page), 'x.html');
    expect(reading).toMatchObject({ ok: false, issue: { code } });
  });

  it('leaves texts that merely begin with a bracket to the reader of texts', async () => {
    const reading = await readSheets(new TextEncoder().encode('<имя>;<класс>\nа;б\n<5;7\n'), 'x');
    expect(reading).toMatchObject({ ok: true, format: 'delimited' });
  });
});
