/** Meanings of words in headings, by the folded words that carry them; a word may carry several. */
const forms = {
  number: /^(?:номер\p{L}*|no|number|num|numbers)$/u,
  identity:
    /^(?:реестров\p{L}*|id|ид|идентиф\p{L}*|код|code|шифр|логин|login|upn|табельн\p{L}*|identifier)$/u,
  certificate:
    /^(?:лд|сертификат\p{L}*|certificate|свидетельств\p{L}*|паспорт\p{L}*|passport|снилс|полис\p{L}*|инн|билет\p{L}*|книжк\p{L}*|дела|дело)$/u,
  paper: /^(?:снилс|паспорт\p{L}*|passport|полис\p{L}*|инн|омс|пфдо|персонифиц\p{L}*)$/u,
  serial: /^(?:сери[яи]|реквизит\p{L}*)$/u,
  count:
    /^(?:количеств\p{L}*|числ[оа]|численност\p{L}*|скольк\p{L}*|всего|общ(?:ее|ая|ий|его)|итого|total|many|count|headcount|человек|сумма|sum)$/u,
  persons: /^(?:человек|людей|чел|people|persons|headcount)$/u,
  percent: /^(?:%|процент\p{L}*|дол[яи]|percent\p{L}*|rate|share|proportion)$/u,
  title: /^(?:назван\p{L}*|наименован\p{L}*|name|names|title|тем[аы]|заголов\p{L}*)$/u,
  full: /^(?:инициал\p{L}*|фио|fullname|full)$/u,
  surname: /^(?:фамили\p{L}*|surname)$/u,
  family: /^(?:last|family)$/u,
  given: /^(?:им[яеё]н?и?|имена|имени|given|forenames?|first)$/u,
  patronymic: /^(?:отчеств\p{L}*|patronymic|middle)$/u,
  child:
    /^(?:учени[кц]\p{L}*|учащ\p{L}*|обучающ\p{L}*|ребен\p{L}*|дет(?:и|ей|ям|ях|ьми)|школьни[кц]\p{L}*|воспитан(?:ник|ниц)\p{L}*|лицеист\p{L}*|гимназист\p{L}*|студент\p{L}*|несовершеннолетн\p{L}*|pupils?|students?|child|children|kids?|learners?)$/u,
  participant:
    /^(?:посетител\p{L}*|зрител\p{L}*|слушател\p{L}*|attendees?|learners?|visitors?|audience|участни[кц]\p{L}*|уч(?:астн)?ков|волонтер(?:а|ы|ов|у)?|доброволец|добровольц\p{L}*|конкурсант\p{L}*|participants?|volunteers?|competitors?|entrants?|члены?|члена|дебютант\p{L}*|выступающ\p{L}*|исполнител[ьия]\p{L}*)$/u,
  tookPart:
    /^(?:attend|took|part|присутствовавш\p{L}*|участвовавш\p{L}*|посетивш\p{L}*|посетили|занятост\p{L}*|участи[еяю]|участвова\p{L}*|участву\p{L}*|приня\p{L}*|particip(?:ation|ating|ated?)|attended|вовлеч\p{L}*|охва[тч]\p{L}*|задейств\p{L}*|присутств\p{L}*|attendance|turnout|посетил[ио])$/u,
  who: /^(?:кто|кого|who|whom|зовут)$/u,
  birth: /^(?:рожд\p{L}*|родил\p{L}*|born|birth|birthdate|birthday|dob)$/u,
  date: /^(?:дат[аыу]|date|dates|день|day|числ[оа]|месяц\p{L}*|month|when|когда|срок\p{L}*)$/u,
  calendar: /^(?:дат[аыу]|date|dates|день|day|месяц\p{L}*|month|год)$/u,
  time: /^(?:врем[яе]\p{L}*|time)$/u,
  held: /^(?:провед\p{L}*|провод\p{L}*|состоял\p{L}*|проход\p{L}*|проше\p{L}*|прошл\p{L}*|held|place)$/u,
  begin:
    /^(?:принят|принята|открыт\p{L}*|рождён|beginning|начал\p{L}*|начат\p{L}*|start\p{L}*|from|begin\p{L}*|зачисл\p{L}*|прибы\p{L}*|прием\p{L}*|вступ\p{L}*|поступ\p{L}*|enrol\p{L}*|join\p{L}*|admission|с)$/u,
  finish:
    /^(?:закры\p{L}*|закончи\p{L}*|выпущ\p{L}*|дедлайн|deadline|оконч\p{L}*|конец|конца|заверш\p{L}*|отчисл\p{L}*|выбы\p{L}*|выпуск\p{L}*|end|ends|until|to|finish\p{L}*|leav\p{L}*|left|по|exit)$/u,
  age: /^(?:возраст\p{L}*|лет|age|aged)$/u,
  sex: /^(?:male|female|пол|пола|полу|sex|gender|мальчи\p{L}*|девоч\p{L}*|юнош\p{L}*|boys?|girls?|муж|жен|мужск\p{L}*|женск\p{L}*)$/u,
  schoolClass: /^(?:класс(?:а|е|у|ы|ов|ах|ам)?|class|classes|form|кл|литер\p{L}*|tutor)$/u,
  group: /^(?:групп\p{L}*|group|отряд\p{L}*)$/u,
  grade: /^(?:звен[оа]|параллел\p{L}*|ступен\p{L}*|grade|grades|курс|stage|ноо|ооо|соо|year)$/u,
  schooling: /^(?:образован\p{L}*|обучени\p{L}*|education|key)$/u,
  roll: /^(?:обуча[ею]тся|числится|числятся|enrolled|спис(?:ок|ка|ку|ке|очн\p{L}*)|контингент\p{L}*|наполняемост\p{L}*|численност\p{L}*|roll|enrol+ment|size)$/u,
  formTutor: /^(?:классн\p{L}*|homeroom|form)$/u,
  event:
    /^(?:мероприят\p{L}*|событи\p{L}*|конкурс(?:а|е|ы|ов|у|ах)?|олимпиад\p{L}*|всош|акци\p{L}*|экскурси\p{L}*|фестивал\p{L}*|соревнован\p{L}*|проект\p{L}*|поход\p{L}*|турнир\p{L}*|выставк\p{L}*|концерт\p{L}*|конференци\p{L}*|викторин\p{L}*|занят(?:ие|ия|ий)|слет\p{L}*|смотр\p{L}*|квест\p{L}*|праздник\p{L}*|дел[оа]|events?|contests?|competitions?|olympiads?|activit(?:y|ies)|tournaments?|trips?|projects?)$/u,
  active: /^(?:активност\p{L}*|деятельност\p{L}*|работ[аы]|activity|activities|work)$/u,
  what: /^(?:что|чем|what)$/u,
  kind: /^(?:классификаци\p{L}*|рубрик\p{L}*|спорта?|sports?|раздел\p{L}*|вид\p{L}{0,2}|тип\p{L}{0,2}|жанр\p{L}*|категори\p{L}*|форма|формы|форму|номинаци\p{L}*|предмет\p{L}*|дисциплин\p{L}*|kind|type|category|subject|genre|nomination|разновидност\p{L}*)$/u,
  topic:
    /^(?:спорта?|sports?|раздел\p{L}*|творчеств\p{L}*|жанр\p{L}*|номинаци\p{L}*|предмет\p{L}*|дисциплин\p{L}*|subject|genre|nomination|categor\p{L}*|категори\p{L}*)$/u,
  mode: /^(?:очн\p{L}*|заочн\p{L}*|дистанц\p{L}*|онлайн|офлайн|оффлайн|online|offline|remote|формат\p{L}*|mode|format|удален\p{L}*)$/u,
  level: /^(?:уровен\p{L}*|уровн\p{L}*|масштаб\p{L}*|ранг\p{L}*|level|scale|tier|rank|scope)$/u,
  status: /^(?:статус\p{L}*|status)$/u,
  tiers:
    /^(?:район|город|область|школа|школьн\p{L}{2,3}|муницип\p{L}*|регион\p{L}*|всеросс\p{L}*|междунар\p{L}*|район\p{L}*|город\p{L}*|област\p{L}*|федерал\p{L}*)$/u,
  stage:
    /^(?:phase|этап\p{L}*|тур\p{L}?|стади\p{L}*|round|stage|фаз[аыеу]|отборочн\p{L}*|финальн\p{L}*|полуфинал\p{L}*|финал|final|semifinal)$/u,
  term: /^(?:чет|четверт\p{L}*|полугоди\p{L}*|триместр\p{L}*|период\p{L}*|period|term|quarter|semester|trimester)$/u,
  year: /^(?:yr|год|года|году|year|years|г)$/u,
  study: /^(?:учебн\p{L}*|academic|school|уч)$/u,
  block: /^(?:блок\p{L}*|block)$/u,
  direction:
    /^(?:направлен\p{L}*|direction|area|strand|профил\p{L}*|profile|вектор\p{L}*|field|сфер\p{L}*)$/u,
  module: /^(?:модул\p{L}*|module)$/u,
  upbringingWork: /^(?:воспитан(?:ия|ие)|воспитательн\p{L}*)$/u,
  partner: /^(?:партнер\p{L}*|partner|partners|partnership)$/u,
  organisation:
    /^(?:организаци\p{L}*|учрежден\p{L}*|заведен\p{L}*|вуз\p{L}*|institutions?|organi[sz]ations?|музе\p{L}*|театр\p{L}*|библиотек\p{L}*|оо|оу|доу|спо|удо|предприят\p{L}*|колледж\p{L}*|university|museum|universities|институт\p{L}*|университет\p{L}*)$/u,
  together: /^(?:база|базы|совместн\p{L}*|базе|сотруднич\p{L}*|взаимодейств\p{L}*)$/u,
  contract: /^(?:дог|договор\p{L}*|соглашен\p{L}*|contract|agreement|mou)$/u,
  contact:
    /^(?:координат\p{L}*|контакт\p{L}*|телефон\p{L}*|phone|phones|тел|адрес\p{L}*|address|сайт\p{L}*|website|contacts?|мобил\p{L}*|mobile|сотов\p{L}*|telephone|tel)$/u,
  organiser:
    /^(?:организующ\p{L}*|организован\p{L}*|organi[sz]ing|инициатор\p{L}*|организатор\p{L}*|организова\p{L}*|учредител\p{L}*|проводящ\p{L}*|провод(?:ит|ил|ила|или)|organi[sz]e[rd]s?|host|hosted|host)$/u,
  place:
    /^(?:мест[оае]|где|where|place|venue|location|локаци\p{L}*|площадк\p{L}*|помещен\p{L}*|аудитори\p{L}*|кабинет\p{L}*|зал|room|адрес)$/u,
  where:
    /^(?:где|where|venue|location|локаци\p{L}*|площадк\p{L}*|помещен\p{L}*|аудитори\p{L}*|кабинет\p{L}*|зал|room)$/u,
  teacher:
    /^(?:отвеча\p{L}*|сотрудни\p{L}*|staff|tutor|специалист\p{L}*|воспитател(?!ьн)\p{L}*|вожат\p{L}*|готовил\p{L}*|вед[её]т|учител\p{L}*|педагог\p{L}*|наставни\p{L}*|преподават\p{L}*|тренер\p{L}*|куратор\p{L}*|руковод\p{L}*|teacher|teachers|coach|mentor|supervisor|leader|ответств\p{L}*|исполнител\p{L}*|сопровожда\p{L}*|подготов\p{L}*|responsible|charge|лидер\p{L}*)$/u,
  result:
    /^(?:результат\p{L}*|итог\p{L}{0,2}|наград\p{L}*|награжд\p{L}*|достиж\p{L}*|достигн\p{L}*|результативн\p{L}*|result|results|awards?|awarded|achiev\p{L}*|prize|outcome|placement|placing|position|успех\p{L}*)$/u,
  taken:
    /^(?:занял\p{L}*|заня(?:т|л)\p{L}*|присужд\p{L}*|призов\p{L}*|получ\p{L}*|завоева\p{L}*)$/u,
  degree: /^(?:степен\p{L}*|degree|статус\p{L}*|тип|место|rank)$/u,
  document:
    /^(?:материал\p{L}*|документ\p{L}*|диплом\p{L}*|грамот\p{L}*|скан\p{L}*|копи[яию]|ссылк\p{L}*|файл\p{L}*|фото\p{L}*|приказ\p{L}*|подтвержд\p{L}*|link|url|diploma|certificates?|proof|upload|document|file|благодарност\p{L}*|evidence|scan)$/u,
  diploma: /^(?:диплом\p{L}*|грамот\p{L}*|diploma)$/u,
  evidence:
    /^(?:скан\p{L}*|копи[яию]|ссылк\p{L}*|файл\p{L}*|link|url|upload|приказ\p{L}*|прикреп\p{L}*|загруз\p{L}*|proof|scan|фото\p{L}*)$/u,
  score: /^(?:балл\p{L}*|очк\p{L}*|score|scores|points|marks?|рейтинг\p{L}*|тбалл\p{L}*|rating)$/u,
  task: /^(?:задани\p{L}*|работы|tasks?)$/u,
  done: /^(?:выполн\p{L}*|исполнен\p{L}*|реализ\p{L}*|completed|done)$/u,
  role: /^(?:рол[ьияеё]\p{L}*|role|roles|функци\p{L}*|должност\p{L}*|качеств\p{L}*|кем|обязанност\p{L}*|duty)$/u,
  team: /^(?:команд\p{L}*|сборн\p{L}*|team|ансамбл\p{L}*|индивид\p{L}*|коллектив\p{L}*|individual|individually)$/u,
  winner: /^(?:победител\p{L}*|победил\p{L}*|winners?)$/u,
  prize: /^(?:призер\p{L}*|лауреат\p{L}*|дипломант\p{L}*|runners|prizewinners?|финалист\p{L}*)$/u,
  placeOf: /^(?:мест|места|мес\p{L}*|диплом\p{L}*|степен\p{L}*|places?|prizes?|prize)$/u,
  one: /^(?:1|i|перв\p{L}*|first|gold)$/u,
  two: /^(?:2|3|ii|iii|втор\p{L}*|трет\p{L}*|призов\p{L}*|second|third)$/u,
  hours:
    /^(?:час|часы|часов|часа|часах|ч|hours?|hrs|минут\p{L}*|мин|minutes?|длительн\p{L}*|длил\p{L}*|продолж\p{L}*|duration|нагрузк\p{L}*|отработ\p{L}*|length)$/u,
  volume: /^(?:объем\p{L}*|затрач\p{L}*|spent|volume)$/u,
  presence:
    /^(?:присутств(?!овало)\p{L}*|посещ\p{L}*|посетил\p{L}*|явк\p{L}*|явил\p{L}*|present|absent|absences?|пропу[сщ]\p{L}*|отсутств\p{L}*|был[аио]?|attended|attendance)$/u,
  lesson: /^(?:заняти\p{L}*|урок\p{L}*|lessons?|sessions?|not|не|отметк\p{L}*)$/u,
  club: /^(?:до|круж\p{L}*|секци\p{L}*|объединен\p{L}*|студи[яийю]|программ\p{L}*|дооп|clubs?|course|courses|programme|внеурочн\p{L}*|доо)$/u,
  sent: /^(?:заполнен\p{L}*|отправ\p{L}*|подач\p{L}*|создан\p{L}*|submi\p{L}*|регистраци\p{L}*|registered|ответа|completion|completed|created|sent|заявк\p{L}*|отметка|метка|stamp|внесен\p{L}*)$/u,
  mail: /^(?:mail|email|почт\p{L}*|имейл\p{L}*|имэйл\p{L}*|мейл|емейл)$/u,
  electronic: /^(?:электронн\p{L}*|эл)$/u,
  parent:
    /^(?:родител\p{L}*|представител\p{L}*|законн\p{L}*|мать|матери|матерью|отец|отц\p{L}*|мам[аыеу]|пап[аыеу]|опекун\p{L}*|parents?|guardians?|mother|father|carer|mothers|fathers)$/u,
  home: /^(?:домашн\p{L}*|прожива\p{L}*|жительств\p{L}*|прописк\p{L}*|home|проживающ\p{L}*)$/u,
  consent:
    /^(?:agree\p{L}*|разрешаю|подтверждаю|соглас\p{L}*|разреш\p{L}*|consent|permission|permitted)$/u,
  instrument:
    /^(?:tool|assessment|методик\p{L}*|тест\p{L}{0,2}|опросник\p{L}*|анкет\p{L}*|инструмент\p{L}*|диагностик\p{L}*|questionnaire|instrument|test|survey|inventory)$/u,
  wave: /^(?:май|сентябрь|апрель|срез\p{L}*|замер\p{L}*|входн\p{L}*|вход|итогов\p{L}*|промежут\p{L}*|pre|post|wave|baseline|повторн\p{L}*|первичн\p{L}*|стартов\p{L}*|контрольн\p{L}*|followup|point)$/u,
  fluency: /^(?:бегл|беглост\p{L}*|fluency|продуктивност\p{L}*)$/u,
  flexibility: /^(?:гибк|гибкост\p{L}*|flexibility)$/u,
  originality: /^(?:ориг|оригинальн\p{L}*|originality)$/u,
  elaboration:
    /^(?:разраб|проработан\p{L}*|детал\p{L}*|разработан\p{L}*|детализ\p{L}*|elaborat\p{L}*|тщательн\p{L}*)$/u,
  closure: /^(?:абстракт\p{L}*|abstract\p{L}*|замыкан\p{L}*|closure|titles?)$/u,
  creativity: /^(?:креативн\p{L}*|творческ\p{L}*|торренс\p{L}*|creativ\p{L}*|torrance)$/u,
  ability:
    /^(?:мышлен\p{L}*|способност\p{L}*|thinking|потенциал\p{L}*|ability|index|коэффициент\p{L}*)$/u,
  williams:
    /^(?:любознательн\p{L}*|любопыт\p{L}*|воображ\p{L}*|риск\p{L}*|сложност\p{L}*|curios\p{L}*|imaginat\p{L}*|complexity|risk|рискован\p{L}*)$/u,
  civic:
    /^(?:горд\p{L}*|лице[йюяе]\p{L}?|pride|гимн|граждан\p{L}*|активн\p{L}{2}|патриот\p{L}*|родин[аыеу]|отечеств\p{L}*|принадлежн\p{L}*|сопричаст\p{L}*|civic|citizenship|belonging|patriot\p{L}*|общественн\p{L}*)$/u,
  native: /^(?:родно\p{L}*|мал(?:ой|ая)|родн\p{L}*)$/u,
  attitude: /^(?:отношен\p{L}*|attitude|любов\p{L}*|чувств\p{L}*|интерес\p{L}*|sense)$/u,
  upbringing:
    /^(?:само(?:контрол|дисциплин|сто|критич|обладан|уважен)\p{L}*|esteem|организованност\p{L}*|исполнительност\p{L}*|тактичн\p{L}*|манер\p{L}*|воспитанност\p{L}*|самооценк\p{L}*|вежлив\p{L}*|трудолюб\p{L}*|бережлив\p{L}*|дисциплинирован\p{L}*|честност\p{L}*|доброт\p{L}*|доброжелательн\p{L}*|отзывчив\p{L}*|аккуратн\p{L}*|upbringing|ответственност[ьи]|добросовестн\p{L}*|эрудици\p{L}*|скромност\p{L}*|уважен\p{L}*|коллективизм\p{L}*|порядочн\p{L}*)$/u,
  rating: /^(?:оценк\p{L}*|оцен\p{L}*|ratings?)$/u,
  learning: /^(?:учеб[аеуы]|учению|труду|learning)$/u,
  wellbeing:
    /^(?:самочувств\p{L}*|тревож\p{L}*|настроен\p{L}*|комфорт\p{L}*|стресс\p{L}*|эмоц\p{L}*|психо\p{L}*|удовлетвор\p{L}*|anxiety|mood|wellbeing|stress|feel|feeling|здоровь\p{L}*|благополуч\p{L}*|утомл\p{L}*|happiness|satisfaction|health|климат\p{L}*|страх\p{L}*)$/u,
  note: /^(?:поясн\p{L}*|заметк\p{L}*|уточнен\p{L}*|пожелан\p{L}*|отм|примечан\p{L}*|коммент\p{L}*|отметк[аи]|пометк\p{L}*|иное|друг(?:ое|ие)|прочее|remarks?|comments?|notes?|дополнительно|замечани\p{L}*)$/u,
  details: /^(?:сведени\p{L}*|информаци\p{L}*|данны[ехм]\p{L}*|info|information|details|data)$/u,
  extra: /^(?:дополнит\p{L}*|additional|особ\p{L}*|other|еще|extra)$/u,
  total: /^(?:общ(?:ее|ая|ий)|всего|total)$/u,
  within: /^(?:в|во|in)$/u,
  inList: /^(?:списке|порядку|порядковый)$/u,
  plural:
    /^(?:pupils|students|children|people|детей|учеников|учащихся|обучающихся|школьников|участников|волонтеров)$/u,
  heads:
    /^(?:участников|зрителей|волонтеров|посетителей|слушателей|attendees|participants|pupils)$/u,
  phone: /^(?:телефон\p{L}*|тел|phone|mobile)$/u,
  prizePlaces: /^(?:призовых|призовые)$/u,
  self: /^(?:я|мне|меня|мной|мой|моя|мое|мои|нас|нам|мы|i|my|me|we|our)$/u,
} as const satisfies Record<string, RegExp>;

/** A meaning that a word of a heading can carry. */
export type Concept = keyof typeof forms;

/** Every concept. */
export const conceptNames = Object.keys(forms) as readonly Concept[];

const known = new Map<string, readonly Concept[]>();

/** The meanings of one folded word. */
export function conceptsOf(word: string): readonly Concept[] {
  const ready = known.get(word);
  if (ready) return ready;
  const found = conceptNames.filter((name) => forms[name].test(word));
  if (known.size > 20_000) known.clear();
  known.set(word, found);
  return found;
}
