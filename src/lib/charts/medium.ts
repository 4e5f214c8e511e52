import type { Theme } from './palette.ts';

/** On what the document is shown now; paper is light. */
export interface Medium {
  readonly theme: Theme;
  readonly printed: boolean;
}

const darkSystem = '(prefers-color-scheme: dark)';

function currentMedium(): Medium {
  if (matchMedia('print').matches) return { theme: 'light', printed: true };
  const chosen = document.documentElement.dataset['theme'];
  const dark = chosen === 'dark' || (chosen !== 'light' && matchMedia(darkSystem).matches);
  return { theme: dark ? 'dark' : 'light', printed: false };
}

/** Calls back with the medium now and whenever the person, the system or the printer changes it; returns what stops it. */
export function watchMedium(onchange: (medium: Medium) => void): () => void {
  const tell = () => onchange(currentMedium());
  const observer = new MutationObserver(tell);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  const queries = [matchMedia(darkSystem), matchMedia('print')];
  for (const query of queries) query.addEventListener('change', tell);
  tell();
  return () => {
    observer.disconnect();
    for (const query of queries) query.removeEventListener('change', tell);
  };
}
