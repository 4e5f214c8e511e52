import { describe, expect, it } from 'vitest';
import { locales } from '#lib/i18n/locale.ts';
import { defaultProgramme } from '#lib/programme/default.ts';
import { givenName, nameIn } from './draft-name.ts';
import { templateNames } from './templates.ts';

const inRussian = (name: string) => nameIn(name, defaultProgramme, locales.ru);
const inEnglish = (name: string) => nameIn(name, defaultProgramme, locales.en);

describe('the name of a draft', () => {
  it.each(templateNames)('that the app gave is said in either language: %s', (template) => {
    for (const period of [null, 7]) {
      const ru = givenName(template, period, defaultProgramme, locales.ru);
      const en = givenName(template, period, defaultProgramme, locales.en);
      expect(ru).not.toBe(en);
      for (const name of [ru, en]) expect([inRussian(name), inEnglish(name)]).toEqual([ru, en]);
    }
  });

  it('of a copy and of the first snapshot are the app’s too', () => {
    expect(inEnglish('Снимок для совета')).toBe(locales.en.t.council.toSnapshot.newName);
    expect(inEnglish('Снимок для совета (копия) (копия)')).toBe(
      locales.en.t.council.copyOf(
        locales.en.t.council.copyOf(locales.en.t.council.toSnapshot.newName),
      ),
    );
  });

  it('that a person wrote stays theirs', () => {
    for (const name of ['Совет в мае', 'Слайды для совета, май', 'Snapshot']) {
      expect([inRussian(name), inEnglish(name)]).toEqual([name, name]);
    }
  });
});
