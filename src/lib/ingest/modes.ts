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

/** «М» or «Ж» of a cell that names a sex in either language; null otherwise. */
export const readSex = remember((text: string): 'М' | 'Ж' | null => {
  const folded = foldText(text).replace(/\.$/, '');
  if (/^(?:м|муж|мужской|мальчик|юноша|m|male|boy)$/.test(folded)) return 'М';
  if (/^(?:ж|жен|женский|девочка|девушка|f|female|girl)$/.test(folded)) return 'Ж';
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
