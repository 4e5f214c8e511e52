import { describe, expect, it } from 'vitest';
import { locales } from '#lib/i18n/locale.ts';
import { measures, type MeasureId } from '#lib/measures/registry.ts';
import { defaultProgramme } from '#lib/programme/default.ts';
import { findMeasures, groupMeasures } from './measure-groups.ts';

const ids = Object.keys(measures) as MeasureId[];
const found = (text: string, language: 'ru' | 'en' = 'ru') => findMeasures(text, locales[language]);

describe('the list of measures', () => {
  it('holds each measure once, under a task that it serves', () => {
    const groups = groupMeasures(ids, defaultProgramme);
    const listed = groups.flatMap((group) => group.measures.map(({ id }) => id));
    expect(listed.toSorted()).toEqual(ids.toSorted());
    for (const { task, measures: members } of groups) {
      for (const { id, also } of members) {
        const tasks: readonly string[] = measures[id].tasks;
        if (task !== null) expect([task, ...also]).toEqual(tasks);
        else expect([0, defaultProgramme.tasks.length]).toContain(tasks.length);
      }
    }
  });

  it('puts measures of tasks that a school has dropped beside those of every task', () => {
    const [task] = groupMeasures(ids, { ...defaultProgramme, tasks: [] });
    expect(task).toMatchObject({ task: null });
    expect(task?.measures).toHaveLength(ids.length);
  });

  it('finds by words in any case, by ё as е and by number', () => {
    expect(found('охват')).toContain('M01');
    expect(found('ОХВАТ блок')).toContain('M02');
    expect(found('м9')).toEqual(['M09']);
    expect(found('retention', 'en')).toEqual(expect.arrayContaining(['M09']));
    expect(found('такого нет')).toEqual([]);
    expect(found('')).toEqual(ids);
  });
});
