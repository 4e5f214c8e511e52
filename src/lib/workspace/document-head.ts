import type { LanguageTag } from '#lib/i18n/format.ts';

/** Names the app that a person may install in a language: there is one manifest for each. */
export function nameApp(language: LanguageTag): void {
  const link = document.querySelector<HTMLLinkElement>('link[rel=manifest]');
  if (link) link.href = link.href.replace(/\w+(?=\.webmanifest$)/, language);
}

/** Colours what the system draws around the app as a theme wants it; `system` leaves that to the system's own choice. */
export function colourFrame(theme: 'system' | 'light' | 'dark'): void {
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name=theme-color]')) {
    const own = meta.dataset['theme'] ?? '';
    const isChosen = theme === own ? 'all' : 'not all';
    meta.media = theme === 'system' ? `(prefers-color-scheme: ${own})` : isChosen;
  }
}
