import { remember } from '../../remember.ts';
import { stemWords } from '../../vocabulary.ts';
import { isOneSlip, slipKeys } from './likeness.ts';

/** What of an event's title tells it from others. */
export interface TitleWords {
  /** Stems of the telling words, sorted. */
  readonly telling: readonly string[];
  /** What sort of event the words say it is. */
  readonly sorts: readonly string[];
  /** Numbers other than years, sorted: stages and ages part events of one title. */
  readonly numbers: string;
}

const stemsOf = (text: string) => new Set(stemWords(text));
const sorts = stemsOf(
  'конкурс олимпиада турнир соревнование чемпионат первенство викторина экскурсия лекция лекторий мастер концерт ' +
    'выставка фестиваль форум конференция встреча занятие кружок игра квест акция субботник спектакль урок семинар ' +
    'тренинг поход смотр марафон хакатон слёт сбор праздник беседа диктант экзамен вебинар практикум проба посещение ' +
    'contest olympiad tournament excursion lecture concert exhibition festival conference lesson workshop',
);
const fillers = stemsOf(
  'и в во на с со по для о об от к из за при под без до the a of in and for ' +
    'городской районный муниципальный областной региональный всероссийский международный школьный лицейский открытый ' +
    'ежегодный традиционный мероприятие участие класс год учебный тема среди учащихся обучающихся школьников',
);

/** The telling words of a title. */
export const titleWords = remember((title: string): TitleWords => {
  const telling = new Set<string>();
  const kinds = new Set<string>();
  const numbers = new Set<string>();
  for (const word of stemWords(title)) {
    if (/^\d+$/.test(word)) {
      if (!/^(?:19|20)\d\d$/.test(word)) numbers.add(word);
    } else if (sorts.has(word)) kinds.add(word);
    else if (!fillers.has(word) && word.length > 1) telling.add(word);
  }
  return {
    telling: [...telling].sort(),
    sorts: [...kinds],
    numbers: [...numbers].sort().join(' '),
  };
});

/** Whether two titles that differ say the same (`words`), say it with one letter otherwise (`letter`), or one says more (`part`). */
export function compareTitles(one: string, other: string): 'words' | 'letter' | 'part' | null {
  const [a, b] = [titleWords(one), titleWords(other)];
  if (a.telling.length === 0 || b.telling.length === 0 || a.numbers !== b.numbers) return null;
  if (a.sorts.length > 0 && b.sorts.length > 0 && !a.sorts.some((sort) => b.sorts.includes(sort)))
    return null;
  const onlyA = a.telling.filter((word) => !b.telling.includes(word));
  const onlyB = b.telling.filter((word) => !a.telling.includes(word));
  if (onlyA.length === 0 && onlyB.length === 0) return 'words';
  const [left, right] = [onlyA.join(''), onlyB.join('')];
  if (left === right) return 'words';
  const shorter = Math.min(left.length, right.length);
  const isLong = shorter > 4 || (shorter > 2 && a.telling.join('').length > 6);
  if (isLong && isOneSlip(left, right)) return 'letter';
  if (onlyA.length > 0 && onlyB.length > 0) return null;
  const [short, long] = a.telling.length < b.telling.length ? [a, b] : [b, a];
  return short.telling.length * 2 >= long.telling.length ? 'part' : null;
}

/** Keys under which titles of one event meet; none for a title that tells nothing. */
export function titleKeys(title: string): string[] {
  const { telling } = titleWords(title);
  if (telling.length === 0) return [];
  return [...telling, ...slipKeys(telling.join('')).map((slip) => `s:${slip}`)];
}
