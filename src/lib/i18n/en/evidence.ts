import { pluralEn } from '../plural.ts';
import type { Catalogue } from '../ru/catalogue.ts';

type Params = Readonly<Record<string, string | number>>;

const text = (params: Params, name: string): string => String(params[name] ?? '');

/** Why two things look like one, or like two, as parts of a sentence, in English. */
export const evidence: Catalogue['matching']['evidence'] = {
  'name-same': () => 'the name is the same',
  'name-one-letter': (params) =>
    `one letter differs: “${text(params, 'from')}” and “${text(params, 'to')}”`,
  'name-variant': (params) =>
    `“${text(params, 'from')}” and “${text(params, 'to')}” are one first name`,
  'name-initial': () => 'the first name is an initial',
  'name-part': () => 'only a part of the name is written',
  'name-other': (params) =>
    `the names are alike but two: “${text(params, 'from')}” and “${text(params, 'to')}”`,
  'class-same': (params) => `the same class ${text(params, 'class')} in ${text(params, 'year')}`,
  'class-follows': (params) =>
    `the class goes on: ${text(params, 'from')} and ${text(params, 'to')}`,
  'class-other': (params) =>
    `two classes of one grade: ${text(params, 'from')} and ${text(params, 'to')}`,
  'year-other': (params) =>
    `the classes are a year apart: ${text(params, 'from')} and ${text(params, 'to')}`,
  'class-unknown': () => 'one of the two has no class',
  'birth-same': (params) => `the same date of birth: ${text(params, 'date')}`,
  'patronymic-same': () => 'the same patronymic',
  'patronymic-near': (params) =>
    params['initial'] ? 'the patronymic is an initial' : 'the patronymics are nearly the same',
  'only-candidate': () => 'nobody else is alike',
  'several-candidates': ({ count }) => `${count} are alike, so your word is needed`,
  together: ({ events }) =>
    `both are listed side by side at ${events} ${pluralEn(Number(events), 'event', 'events')}`,
  'one-roll': (params) =>
    params['class']
      ? `both are on the roll of ${text(params, 'class')}, so they are two pupils`
      : 'both are on one class roll, so they are two pupils',
  'said-different': () => 'through another spelling, those you called different would become one',
  'words-same': () => 'the telling words are the same',
  'words-alike': () => 'one letter differs',
  'words-left-out': () => 'one name is shorter than the other',
  acronym: (params) => `“${text(params, 'short')}” is made of the first letters of the other name`,
  'short-name': () => 'the list of partners shortens the name so',
  'one-list': () => 'one list of partners names both',
  'title-same': () => 'the title is the same',
  'title-alike': () => 'the titles are alike',
  'day-same': (params) => `the same day: ${text(params, 'date')}`,
  'days-overlap': () => 'the days overlap',
  'month-same': () => 'the same time',
  'participants-shared': ({ shared, of }) => `${shared} of ${of} participants are shared`,
  'partner-same': (params) => `the same partner: ${text(params, 'partner')}`,
  'partner-other': () => 'the partners differ',
};
