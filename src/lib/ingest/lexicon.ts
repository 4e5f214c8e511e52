import { foldText } from '#lib/i18n/fold.ts';
import type { LocalName, Programme } from '#lib/model/programme.ts';
import { Vocabulary } from './vocabulary.ts';

const both = (name: LocalName) => [name.ru, name.en];

/** A list of the programme whose members a cell can name. */
export type LexiconList = 'level' | 'result' | 'role' | 'direction' | 'block';

/** A member of a list: its name for people, and every name by which it is recognised. */
export interface LexiconMember {
  readonly id: string;
  readonly name: LocalName;
  readonly names: readonly string[];
}

/** The programme's lists as vocabularies: what a cell's words mean in this school. */
export class Lexicon {
  readonly programme: Programme;
  readonly members: Readonly<Record<LexiconList, readonly LexiconMember[]>>;
  readonly #levels: Vocabulary;
  readonly #results: Vocabulary;
  readonly #roles: Vocabulary;
  readonly #directions: Vocabulary;
  readonly #blocks: Vocabulary;
  readonly #knownResults = new Map<string, string | null>();

  constructor(programme: Programme) {
    this.programme = programme;
    const steps = (
      list: readonly { id: string; name: LocalName; synonyms?: readonly string[] }[],
    ): LexiconMember[] =>
      list.map(({ id, name, synonyms = [] }) => ({
        id,
        name,
        names: [id, ...both(name), ...synonyms],
      }));
    this.members = {
      level: steps(programme.levels),
      result: steps(programme.results),
      role: steps(programme.roles),
      direction: steps(programme.directions.map(({ id, name }) => ({ id, name }))),
      block: steps(programme.blocks.map(({ id, name }) => ({ id, name }))),
    };
    this.#levels = new Vocabulary(this.members.level, [
      'уровень',
      'этап',
      'level',
      'stage',
      'статус',
      'конкурс',
    ]);
    this.#results = new Vocabulary(this.members.result, [
      'диплом',
      'итог',
      'результат',
      'занял',
      'заняла',
    ]);
    this.#roles = new Vocabulary(this.members.role, ['роль', 'role']);
    this.#directions = new Vocabulary(this.members.direction, [
      'направление',
      'направленность',
      'воспитание',
      'direction',
      'развитие',
      'деятельность',
    ]);
    this.#blocks = new Vocabulary(this.members.block, [
      'блок',
      'block',
      'учреждения',
      'учреждение',
      'institutions',
      'institution',
    ]);
  }

  /** Id of a level: «районный», «МЭ», «ВсОШ ШЭ», «IV. Всероссийский». */
  level(text: string): string | null {
    return this.#levels.find(text) ?? this.#levels.find(text.replace(/^[\s\dIVX]+[.)]\s*/, ''));
  }

  /** Id of a result: «Лауреат 3 cтепени», «I место», «диплом II степени», a bare place «2», «с 4 по 10 место». */
  result(text: string): string | null {
    let found = this.#knownResults.get(text);
    if (found === undefined) {
      found = this.#readResult(text);
      if (this.#knownResults.size > 5000) this.#knownResults.clear();
      this.#knownResults.set(text, found);
    }
    return found;
  }

  #readResult(text: string): string | null {
    const folded = foldText(text);
    if (!/[\p{L}\d]/u.test(folded)) return null;
    const place =
      /^(?:с\s*)?(\d{1,3})(?:\s*(?:-|по)\s*\d{1,3})?(?:\s*-?\s*(?:е|ое))?(?:\s*мест[оа]?)?$/.exec(
        folded,
      );
    const number = place ? Number(place[1]) : 0;
    if (number >= 4)
      return (
        this.#results.find(text) ??
        this.#results.find('участник') ??
        this.#results.find('participant')
      );
    if (number >= 1)
      return this.#results.find(`${number} место`) ?? this.#results.find(`${number} place`);
    const named = this.#results.find(text);
    if (named !== null || !/степен|degree/.test(folded)) return named;
    return this.#results.find(`лауреат ${text}`) ?? this.#results.find(`диплом ${text}`);
  }

  /** Id of the member of a list that a text names. */
  find(list: LexiconList, text: string): string | null {
    return this[list](text);
  }

  /** Id of a role: «участник», «орг.», «зритель». */
  role(text: string): string | null {
    return this.#roles.find(text);
  }

  /** Id of a direction: «Духовно-нравственное воспитание». */
  direction(text: string): string | null {
    return this.#directions.find(text);
  }

  /** Id of a block: «II», «Блок 2», «учреждения культуры». */
  block(text: string): string | null {
    return this.#blocks.find(text);
  }
}
