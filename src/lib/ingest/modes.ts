import { foldText } from '#lib/i18n/fold.ts';
import { remember } from './remember.ts';

/** Whether an event is remote: true for «дистанционно», «заочно», «онлайн», false for «очно», null when it says neither. */
export const readRemote = remember((text: string): boolean | null => {
  const folded = foldText(text);
  if (/заочн|дистан|онлайн|удален|online|remote|distance/.test(folded))
    return !/очно-|очная и/.test(folded);
  if (/очн|офлайн|оффлайн|in person|offline|onsite|on-site/.test(folded)) return false;
  return null;
});

/** The sex that a cell names in either language; null otherwise. */
export const readSex = remember((text: string): 'm' | 'f' | null => {
  const folded = foldText(text).replace(/\.$/, '');
  if (/^(?:м|муж|мужской|мальчик|юноша|m|male|boy)$/.test(folded)) return 'm';
  if (/^(?:ж|жен|женский|девочка|девушка|f|female|girl)$/.test(folded)) return 'f';
  return null;
});

/** Whether a mark says that an event took place: «проведено», «+» → true; «не состоялось», «перенесено» → false; else null. */
export const readHeld = remember((text: string): boolean | null => {
  const folded = foldText(text);
  if (
    /^(?:нет|no|-|не\b)|(?<![а-я])не ?(?:провед|состоя|выполн|был)|отмен|перенес|cancel|postpon|not held/.test(
      folded,
    )
  )
    return false;
  if (
    /провед|состоял|выполн|сделан|^да$|^\+$|^v$|✓|✔|held|done|^yes$|был[оа]? организ/.test(folded)
  )
    return true;
  return null;
});
