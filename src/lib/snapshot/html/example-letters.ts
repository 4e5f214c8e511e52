import { packageLetters } from './package-letters.ts';

/** The typeface in Latin and Cyrillic letters. */
export function exampleLetters(): string {
  return packageLetters('AЯ');
}
