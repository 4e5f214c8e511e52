/** «тыс.», «млн» and the like before the thing that is counted. */
const scale = String.raw`(?:(?:тыс(?:яч(?:ах|и)?)?|млн|млрд|миллион(?:ах|ов)?|миллиард(?:ах|ов)?|сот(?:ни|нях)|thousands?|millions?|billions?)\.?\s*)`;
const thing = String.raw`(?:%|процент\S*|чел(?:овек\S*)?\.?|руб(?:л\S*)?\.?|ед(?:иниц\S*)?\.?|шт(?:ук\S*)?\.?|час\S*|ч\.|балл\S*|лет|раз|дн(?:ей|я|и)|кв\.?\s?м\S*|м²|га|тонн\S*|кг|км|коп\S*|долл\S*|участников|обучающихся|учащихся|дет(?:ей|и)|мест\S*|организаци\S*|percent|per\s?cent|persons?|people|hours?|points?|units?|us\$|dollars|pupils|children)`;
const lead = String.raw`(?:ед(?:иниц\S*)?\.?\s*изм(?:ерени\S*)?\.?\s*[:–—-]?\s*|на\s+(?:конец|начало)\s+(?:года|периода|месяца|четверти)\s*[,;]?\s*|в\s+|in\s+)*`;
const whole = new RegExp(
  String.raw`^[([]?\s*${lead}(?:${scale}?${thing}(?:\s+(?:на|в|за|от)\s.{1,60})?|${scale})(?:\s*[,;]\s*${scale}?${thing})*\s*[)\]]?[.;]?$`,
  'i',
);
/** «В % к декабрю предыдущего года», «в процентах от общего числа». */
const share = /^[([]?\s*(?:в\s+)?(?:%|процент\S*)\s+(?:к|от|по)\s.{2,80}$/i;

/** True when the texts of a line above a header do nothing but state units: «тыс. руб.», «в процентах», «(человек)». */
export function statesUnits(texts: readonly string[]): boolean {
  return (
    texts.length > 0 &&
    texts.length <= 3 &&
    texts.every((text) => text.length <= 100 && (whole.test(text) || share.test(text)))
  );
}
