import type { Programme } from '#lib/model/programme.ts';
import { periodsOfYears } from './default-calendar.ts';
import { defaultRules } from './default-rules.ts';
import { defaultLevels, defaultResults, defaultRoles } from './default-scales.ts';

/** The programme with which the app starts: three blocks, ten directions, five tasks; a school can edit all of it. */
export const defaultProgramme: Programme = {
  version: 1,
  name: {
    ru: 'Развитие творчества в рамках социального партнёрства лицея с образовательными и культурными учреждениями города',
    en: 'Development of creativity within the social partnership of the lyceum with the educational and cultural institutions of the city',
  },
  school: '',
  tasks: [
    {
      id: '1',
      name: {
        ru: 'Отработать механизм взаимодействия с социальными институтами образования и культуры',
        en: 'Work out how the school cooperates with institutions of education and culture',
      },
    },
    {
      id: '2',
      name: {
        ru: 'Способность адекватно ориентироваться в доступном социальном окружении',
        en: 'Being able to find one’s way in the social environment',
      },
    },
    {
      id: '3',
      name: {
        ru: 'Творческие способности, готовность к сотрудничеству и самореализации',
        en: 'Creative ability, readiness to cooperate and to realise oneself',
      },
    },
    {
      id: '4',
      name: {
        ru: 'Активная гражданская позиция, сопричастность к судьбе лицея, города, малой родины',
        en: 'Active civic position; belonging to the lyceum, the city, the home region',
      },
    },
    {
      id: '5',
      name: {
        ru: 'Психоэмоциональное благополучие и здоровье участников',
        en: 'Psycho-emotional wellbeing and health of those who take part',
      },
    },
  ],
  blocks: [
    {
      id: 'I',
      name: { ru: 'учреждения дополнительного образования', en: 'supplementary education' },
      aim: {
        ru: 'совместные усилия для социокультурной самореализации участников',
        en: 'joint effort for the sociocultural self-realisation of participants',
      },
    },
    {
      id: 'II',
      name: { ru: 'учреждения культуры', en: 'culture' },
      aim: {
        ru: 'целостная социокультурная система школы и учреждения культуры',
        en: 'a whole sociocultural system of school and cultural institution',
      },
    },
    {
      id: 'III',
      name: { ru: 'вузы', en: 'universities' },
      aim: {
        ru: 'преемственность образовательной системы',
        en: 'continuity of the educational system',
      },
    },
  ],
  directions: [
    direction('natural-science', 'I', 'естественнонаучное', 'natural science'),
    direction('arts-literature', 'I', 'художественно-литературное', 'arts and literature'),
    direction(
      'information-pedagogy',
      'I',
      'информационно-педагогическое',
      'information and pedagogy',
    ),
    direction('aesthetic', 'II', 'эстетическое', 'aesthetic'),
    direction('spiritual-moral', 'II', 'духовно-нравственное', 'spiritual and moral', true),
    direction('artistic-creative', 'II', 'художественно-творческое', 'artistic and creative'),
    direction(
      'cultural-educational',
      'II',
      'культурно-просветительское',
      'cultural and educational',
    ),
    direction('informational', 'III', 'информационное', 'informational'),
    direction('methodical', 'III', 'методическое', 'methodical'),
    direction('practical', 'III', 'практическое', 'practical'),
  ],
  periods: periodsOfYears,
  gapBelongsTo: 'preceding',
  levels: defaultLevels,
  results: defaultResults,
  roles: defaultRoles,
  remoteFactor: 0.5,
  teamFactor: 0.9,
  creativityCut: 27,
  ...defaultRules,
  indices: {
    creative: {
      M01: { low: 0.2, high: 0.9, weight: 1 },
      M06: { low: 0, high: 20, weight: 1 },
      M12: { low: 1, high: 4, weight: 1 },
      M17: { low: 0, high: 20, weight: 1 },
      M26: { low: 0, high: 10, weight: 1 },
      M28: { low: 0.2, high: 0.9, weight: 1 },
    },
    civic: {
      M29: { low: 0, high: 0.6, weight: 1 },
      M30: { low: 0, high: 5, weight: 1 },
      'self-government': { low: 0, high: 0.3, weight: 1 },
      M32: { low: 0.4, high: 0.95, weight: 1 },
      partners: { low: 0, high: 40, weight: 1 },
    },
  },
};

function direction(id: string, block: string, ru: string, en: string, civic = false) {
  return { id, block, name: { ru, en }, civic };
}
