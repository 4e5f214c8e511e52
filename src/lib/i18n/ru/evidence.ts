import { pluralRu } from '../plural.ts';

type Params = Readonly<Record<string, string | number>>;

const text = (params: Params, name: string): string => String(params[name] ?? '');

/** Why two things look like one, or like two, as parts of a sentence; the parameters are written out already. */
export const evidence = {
  'name-same': () => 'имя одно и то же',
  'name-one-letter': (params: Params) =>
    `различие в одну букву: «${text(params, 'from')}» и «${text(params, 'to')}»`,
  'name-variant': (params: Params) =>
    `«${text(params, 'from')}» и «${text(params, 'to')}» — одно имя`,
  'name-initial': () => 'имя записано инициалом',
  'name-part': () => 'записана только часть имени',
  'name-other': (params: Params) =>
    `имена похожи, но разные: «${text(params, 'from')}» и «${text(params, 'to')}»`,
  'class-same': (params: Params) =>
    `тот же класс ${text(params, 'class')} в ${text(params, 'year')}`,
  'class-follows': (params: Params) =>
    `класс продолжается: ${text(params, 'from')} и ${text(params, 'to')}`,
  'class-other': (params: Params) =>
    `разные классы одной параллели: ${text(params, 'from')} и ${text(params, 'to')}`,
  'year-other': (params: Params) =>
    `классы расходятся на год: ${text(params, 'from')} и ${text(params, 'to')}`,
  'class-unknown': () => 'у одной из записей класс не указан',
  'birth-same': (params: Params) => `та же дата рождения: ${text(params, 'date')}`,
  'patronymic-same': () => 'то же отчество',
  'patronymic-near': (params: Params): string =>
    params['initial'] ? 'отчество записано инициалом' : 'отчества почти совпадают',
  'only-candidate': () => 'больше никто не похож',
  'several-candidates': ({ count }: Params) =>
    `похожих несколько: ${count}, поэтому нужно ваше слово`,
  together: ({ events }: Params) =>
    `оба записаны рядом на ${events} ${pluralRu(Number(events), 'мероприятие', 'мероприятия', 'мероприятий')}`,
  'one-roll': (params: Params) =>
    params['class']
      ? `оба стоят в списке ${text(params, 'class')}, поэтому это два ученика`
      : 'оба стоят в одном списке класса, поэтому это два ученика',
  'said-different': () => 'через другую запись вместе оказались бы те, кого вы назвали разными',
  'words-same': () => 'значимые слова одни и те же',
  'words-alike': () => 'различие в одну букву',
  'words-left-out': () => 'одно название короче другого',
  acronym: (params: Params) => `«${text(params, 'short')}» — первые буквы другого названия`,
  'short-name': () => 'так название сокращено в списке партнёров',
  'one-list': () => 'оба названы в одном списке партнёров',
  'title-same': () => 'название одно и то же',
  'title-alike': () => 'названия похожи',
  'day-same': (params: Params) => `тот же день: ${text(params, 'date')}`,
  'days-overlap': () => 'дни пересекаются',
  'month-same': () => 'то же время',
  'participants-shared': ({ shared, of }: Params) =>
    `${shared} из ${of} ${pluralRu(Number(of), 'участника', 'участников', 'участников')} общие`,
  'partner-same': (params: Params) => `тот же партнёр: ${text(params, 'partner')}`,
  'partner-other': () => 'партнёры разные',
};
