import { describe, expect, it } from 'vitest';
import { locales } from '#lib/i18n/locale.ts';
import { views } from '../views.ts';
import { defaultChoices } from '../choices.ts';
import { fitChoices, refuseChoices } from '../fitting.ts';
import { restoreDraft, storeDraft } from './draft.ts';
import { refuseFigure } from './figure.ts';
import { readText } from './live-number.ts';
import { refusePlacing } from './placing.ts';
import { askedFor, isOfTemplate, rewrite, titleOf, writtenText } from './prompts.ts';
import { draftFrom, templateNames } from './templates.ts';

const made = templateNames.map((name) => draftFrom(name, { id: name, name, period: '2025-1' }));
const texts = made.flatMap(({ pages }) =>
  pages.flatMap(({ pieces }) => pieces.flatMap((piece) => (piece.kind === 'text' ? piece : []))),
);
const tokensOf = (text: string) =>
  readText(text).flatMap((part) => (part.kind === 'letters' ? [] : part.token));

describe('templates', () => {
  it('are drafts that can be stored', () => {
    for (const draft of made) expect(restoreDraft(storeDraft(draft))).toEqual(draft);
  });

  it('show only what can be shown and shared', () => {
    const figures = made.flatMap(({ pages }) => pages.flatMap(({ pieces }) => pieces));
    for (const piece of figures) {
      if (piece.kind !== 'figure') continue;
      expect(fitChoices(piece.choices)).toEqual(piece.choices);
      expect(refuseChoices(piece.choices)).toBeNull();
      expect(refusePlacing(piece.choices)).toBeNull();
    }
  });

  it('say or ask something in each text, with the same numbers in both languages', () => {
    for (const text of texts) {
      const [ru, en] = [writtenText(text, locales.ru.t), writtenText(text, locales.en.t)];
      expect(ru !== '' || askedFor(text, locales.ru.t) !== null).toBe(true);
      expect(tokensOf(en).toSorted()).toEqual(tokensOf(ru).toSorted());
      expect(`${ru}${en}`.replaceAll(/\{\{[^{}]*\}\}/g, (token) => tokensOf(token)[0] ?? '?')).toBe(
        `${ru}${en}`,
      );
    }
  });

  it('have titles in both languages, but for blank pages', () => {
    for (const { id, pages } of made) {
      for (const page of pages) {
        expect(titleOf(page, locales.en.t) === '').toBe(id.startsWith('empty'));
      }
    }
  });

  it('leave a text that somebody changed as theirs, and take it back where it is as it was', () => {
    const lead = texts.find((text) => isOfTemplate(text, locales.ru.t));
    if (!lead) throw new Error('No template writes anything');
    const own = rewrite(lead, 'Иначе', locales.ru.t);
    expect(own.prompt).toBeUndefined();
    expect(writtenText(own, locales.en.t)).toBe('Иначе');
    expect(rewrite(lead, '', locales.ru.t)).not.toHaveProperty('prompt');
    expect(rewrite(lead, writtenText(lead, locales.ru.t), locales.ru.t)).toEqual(lead);
  });
});

describe('refusePlacing', () => {
  it('refuses the views that cannot be made figures of', () => {
    for (const chart of views) {
      const isRefused = refusePlacing({ ...defaultChoices, chart }) === 'kind';
      expect(isRefused).toBe(refuseFigure(chart) !== null);
    }
  });
});
