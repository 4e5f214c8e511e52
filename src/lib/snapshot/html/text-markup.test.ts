import { describe, expect, it } from 'vitest';
import { locales } from '#lib/i18n/locale.ts';
import type { TextRole } from '#lib/model/draft.ts';
import { textMarkup } from './text-markup.ts';

const write = (role: TextRole, text: string) =>
  textMarkup({ kind: 'text', role, text: { ru: text, en: 'else' } }, locales.ru).replaceAll(
    '\n',
    '',
  );

describe('textMarkup', () => {
  it('makes a list of lines, with numbers where all have them', () => {
    expect(write('list', '– раз;\n• два <b>\n\n- три')).toBe(
      '<ul><li>раз;</li><li>два &lt;b&gt;</li><li>три</li></ul>',
    );
    expect(write('list', '1. раз\n2) два')).toBe('<ol><li>раз</li><li>два</li></ol>');
    expect(write('list', '3. три\n4. четыре')).toMatch(/^<ol start="3"><li>три<\/li>/);
    expect(write('list', '1. раз\nбез номера')).toMatch(/^<ul><li>1\. раз<\/li>/);
    expect(write('list', '  \n')).toMatch(/^<p class="lines">/);
  });

  it('keeps lines and paragraphs', () => {
    expect(write('paragraph', 'а\nб\n\nв')).toBe('<p>а<br>б</p><p>в</p>');
    expect(write('lead', 'а')).toBe('<p class="lead">а</p>');
    expect(write('heading', 'а\nб')).toBe('<h3>а б</h3>');
  });

  it('sets a decision as what, who, until when, and leaves rows for a pen where there is none', () => {
    const table = write('decision', '1. Найти; договориться; Петрова; 01.09\nОбсудить');
    expect(table).toContain('<th scope="col">Ответственный</th>');
    expect(table).toContain('<tr><td>Найти; договориться</td><td>Петрова</td><td>01.09</td></tr>');
    expect(table).toContain('<tr><td>Обсудить</td><td></td><td></td></tr>');
    expect(write('decision', '').match(/<tr><td><\/td>/g)).toHaveLength(3);
  });

  it('leaves a line to sign on and lines to write on', () => {
    expect(write('signature', 'Директор; Иванова')).toContain(
      '<td>Директор</td><td><span class="line"></span></td><td>Иванова</td>',
    );
    expect(write('signature', '')).toContain(
      '<td>должность</td><td>подпись</td><td>фамилия, инициалы</td>',
    );
    expect(write('judgement', '').match(/<span>/g)).toHaveLength(3);
    expect(write('judgement', 'Хорошо.')).toContain('<p>Хорошо.</p>');
  });
});
