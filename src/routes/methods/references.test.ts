import { describe, expect, it } from 'vitest';
import { locales } from '#lib/i18n/locale.ts';
import { measures } from '#lib/measures/registry.ts';
import { sayReferences } from './references.ts';

describe.each(Object.values(locales))('references in %s', (locale) => {
  it('tell a reader where to look for every source of the registry', () => {
    for (const { source } of Object.values(measures)) {
      const said = sayReferences(source, locale);
      expect(said.length).toBeGreaterThan(0);
      for (const one of source.split('; ')) expect(said).not.toContain(one);
    }
  });

  it('leave a source that is not known as it is', () => {
    expect(sayReferences('Nobody 1900', locale)).toEqual(['Nobody 1900']);
  });
});
