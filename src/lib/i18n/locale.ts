import { en } from './en/catalogue.ts';
import { Format, type LanguageTag } from './format.ts';
import { ru, type Catalogue } from './ru/catalogue.ts';

/** One language with its catalogue of sentences. */
export interface Locale {
  readonly language: LanguageTag;
  readonly t: Catalogue;
  readonly format: Format;
}

/** The languages of the app, in the order in which they are offered. */
export const locales = {
  ru: { language: 'ru', t: ru, format: new Format('ru') },
  en: { language: 'en', t: en, format: new Format('en') },
} satisfies Record<LanguageTag, Locale>;
