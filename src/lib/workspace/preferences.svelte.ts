import { locales } from '#lib/i18n/locale.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import type { LanguageTag } from '#lib/i18n/format.ts';
import { colourFrame, nameApp } from './document-head.ts';

/** Light, dark, or whatever the system says. */
export type Theme = 'system' | 'light' | 'dark';

const languageKey = 'dinamika.language';
const themeKey = 'dinamika.theme';

// A browser may refuse storage altogether; the choice then lasts as long as the page.
function recall(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function keep(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    return;
  }
}

/** Language and appearance, kept in this browser. */
export class Preferences {
  #language = $state<LanguageTag>(recall(languageKey) === 'en' ? 'en' : 'ru');
  #theme = $state<Theme>(readTheme(recall(themeKey)));

  /** The language of every sentence on the screen. */
  get locale(): Locale {
    return locales[this.#language];
  }

  /** The chosen appearance. */
  get theme(): Theme {
    return this.#theme;
  }

  /** Switches the language of the app and of the document. */
  chooseLanguage(language: LanguageTag): void {
    this.#language = language;
    document.documentElement.lang = language;
    nameApp(language);
    keep(languageKey, language);
  }

  /** Switches the appearance. */
  chooseTheme(theme: Theme): void {
    this.#theme = theme;
    if (theme === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
    colourFrame(theme);
    keep(themeKey, theme);
  }
}

function readTheme(text: string | null): Theme {
  return text === 'light' || text === 'dark' ? text : 'system';
}
