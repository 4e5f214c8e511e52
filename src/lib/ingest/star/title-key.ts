import { foldText } from '#lib/i18n/fold.ts';
import { remember } from '../remember.ts';

/** A title folded for matching: letters and digits only. */
export const titleKey = remember((title: string): string =>
  foldText(title.replaceAll('№', ' '))
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim(),
);
