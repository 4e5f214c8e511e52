import type { ResultStep, Role, ScaleStep } from '#lib/model/programme.ts';

/** Levels of events from the school to the world, 1 to 5 points. */
export const defaultLevels: readonly ScaleStep[] = [
  {
    id: 'school',
    name: { ru: 'школьный', en: 'school' },
    weight: 1,
    synonyms: spellings(`
      школа; лицейский; общелицейский; общешкольный; внутришкольный; внутрилицейский;
      гимназический; уровень школы; уровень лицея; уровень оо; уровень образовательной
      организации; в школе; в лицее; классный; межклассный; шэ; шэ всош; всош шэ; школьный
      этап; школьный этап всош; school level; school stage`),
  },
  {
    id: 'municipal',
    name: { ru: 'муниципальный', en: 'municipal' },
    weight: 2,
    synonyms: spellings(`
      муниципалитет; муниц; муниц.; городской; город; общегородской; районный; район;
      окружной; округ; центровский; кустовой; межшкольный; межмуниципальный; зональный;
      дивизионный; мэ; мэ всош; всош мэ; муниципальный этап; муниципальный этап всош;
      city; town; district; district level; city level; municipal stage`),
  },
  {
    id: 'regional',
    name: { ru: 'региональный', en: 'regional' },
    weight: 3,
    synonyms: spellings(`
      регион; рег; рег.; областной; область; краевой; край; республиканский; республика;
      межрегиональный; рэ; рэ всош; всош рэ; региональный этап; региональный этап всош;
      region; regional stage; state; interregional`),
  },
  {
    id: 'national',
    name: { ru: 'всероссийский', en: 'national' },
    weight: 4,
    synonyms: spellings(`
      россия; рф; федеральный; общероссийский; российский; зэ; зэ всош; всош зэ;
      заключительный этап; заключительный этап всош; нац; национальный; federal; country;
      all-russian; national level; final stage`),
  },
  {
    id: 'international',
    name: { ru: 'международный', en: 'international' },
    weight: 5,
    synonyms: spellings('междунар; междунар.; мир; мировой; world; worldwide; international level'),
  },
];

/** Results of participation, 1 to 4 points; the second and the third place keep a step of their own. */
export const defaultResults: readonly ResultStep[] = [
  {
    id: 'participant',
    name: { ru: 'участник', en: 'participant' },
    weight: 1,
    award: false,
    synonyms: [
      ...places(4, 20),
      ...spellings(`
      участие; участница; участвовал; участвовала; сертификат; сертификат участника;
      сертификат участия; сертификат об участии; диплом участника; свидетельство
      участника; грамота за участие; благодарность; благодарственное письмо; без места; не
      призер; с 4 по 10 место; 4-10 место; места 4-10; participation; participated; took
      part; certificate of participation; certificate`),
    ],
  },
  {
    id: 'finalist',
    name: { ru: 'финалист', en: 'finalist' },
    weight: 2,
    award: false,
    synonyms: spellings(
      'финалистка; вышел в финал; вышла в финал; участник финала; полуфиналист; final',
    ),
  },
  {
    id: 'diploma',
    name: { ru: 'дипломант', en: 'diploma' },
    weight: 2,
    award: true,
    synonyms: spellings(`
      дипломантка; диплом; диплом дипломанта; специальный диплом; спецдиплом; специальный
      приз; спецприз; номинация; победа в номинации; diploma winner; honourable mention;
      honorable mention`),
  },
  {
    id: 'third',
    name: { ru: '3 место', en: '3rd place' },
    weight: 2,
    award: true,
    synonyms: [
      ...degrees('3', 'iii', 'третье', 'третьей'),
      ...spellings('бронза; бронзовый призер; третий; third; 3rd; third place; bronze'),
    ],
  },
  {
    id: 'second',
    name: { ru: '2 место', en: '2nd place' },
    weight: 2,
    award: true,
    synonyms: [
      ...degrees('2', 'ii', 'второе', 'второй'),
      ...spellings('серебро; серебряный призер; second; 2nd; second place; silver'),
    ],
  },
  {
    id: 'prize',
    name: { ru: 'призёр', en: 'prize-winner' },
    weight: 2,
    award: true,
    synonyms: spellings(`
      призерка; призовое место; призовое; диплом призера; лауреат; лауреатка; диплом
      лауреата; prize winner; prizewinner; prize; runner-up; laureate`),
  },
  {
    id: 'winner',
    name: { ru: 'победитель', en: 'winner' },
    weight: 3,
    award: true,
    synonyms: [
      ...degrees('1', 'i', 'первое', 'первой'),
      ...spellings(`
      победительница; победа; диплом победителя; абсолютный победитель; золото; первый;
      чемпион; first; 1st; first place; 1st place; gold; champion`),
    ],
  },
  {
    id: 'grand-prix',
    name: { ru: 'гран-при', en: 'grand prix' },
    weight: 4,
    award: true,
    synonyms: spellings(`
      гран при; гранпри; обладатель гран-при; диплом гран-при; главный приз; grand-prix;
      grandprix; grand prize`),
  },
];

/** Roles in an event; spectators do not count as reached. */
export const defaultRoles: readonly Role[] = [
  {
    id: 'participant',
    name: { ru: 'участник', en: 'participant' },
    counted: true,
    synonyms: spellings(`
      участница; участие; исполнитель; конкурсант; докладчик; артист; солист; слушатель;
      выступающий; performer; speaker; contestant`),
  },
  {
    id: 'organizer',
    name: { ru: 'организатор', en: 'organiser' },
    counted: true,
    synonyms: spellings(`
      организация; соорганизатор; член оргкомитета; оргкомитет; координатор; organizer;
      coordinator`),
  },
  {
    id: 'volunteer',
    name: { ru: 'волонтёр', en: 'volunteer' },
    counted: true,
    synonyms: spellings('доброволец; волонтерство; волонтерка; помощник; volunteering; helper'),
  },
  {
    id: 'spectator',
    name: { ru: 'зритель', en: 'spectator' },
    counted: false,
    synonyms: spellings(`
      зрительница; болельщик; посетитель; гость; наблюдатель; viewer; audience; visitor;
      guest`),
  },
  {
    id: 'host',
    name: { ru: 'ведущий', en: 'host' },
    counted: true,
    synonyms: spellings('ведущая; модератор; экскурсовод; presenter; moderator; guide'),
  },
  {
    id: 'team',
    name: { ru: 'член команды', en: 'team member' },
    counted: true,
    synonyms: spellings(`
      команда; в команде; участник команды; в составе команды; капитан команды; капитан;
      член коллектива; участник коллектива; team; member of a team; team captain; captain`),
  },
];

function degrees(digit: string, roman: string, place: string, degree: string): string[] {
  const ranks = [digit, roman];
  const written = [...ranks, degree];
  return [
    ...ranks.flatMap((rank) => [
      `${rank} место`,
      `место ${rank}`,
      `${rank}-е место`,
      `${rank} м.`,
      `${rank} м`,
    ]),
    `${place} место`,
    ...written.flatMap((rank) => [
      `лауреат ${rank} степени`,
      `диплом ${rank} степени`,
      `диплом лауреата ${rank} степени`,
      `дипломант ${rank} степени`,
      `призер ${rank} степени`,
      `${rank} степени`,
      `${rank} степень`,
      `лауреат ${rank} ст.`,
      `диплом ${rank} ст.`,
    ]),
    ...ranks.flatMap((rank) => [`лауреат ${rank}`, `диплом ${rank}`, rank]),
    `${digit} place`,
    `place ${digit}`,
  ];
}

function places(from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, index) => `${from + index} место`);
}

function spellings(text: string): string[] {
  return text.split(';').map((spelling) => spelling.trim().replace(/\s+/g, ' '));
}
