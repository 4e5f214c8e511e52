import type { Speech } from '#lib/analysis/findings/words.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { formatOf } from './value-format.ts';

/** What findings are said with in a language. */
export function speechOf(locale: Locale): Speech {
  return {
    t: locale.t,
    format: locale.format,
    measureWords: (id) => {
      const { text, change, bare } = formatOf(id, locale);
      const measure = locale.t.measures.words[id].name;
      return { measure, value: text, difference: change, bound: bare };
    },
  };
}
