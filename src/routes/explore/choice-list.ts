import type { Choice } from '#lib/ui/choice.ts';

/** One list of what can be chosen, and what a choice in it changes. */
export interface ChoiceList<T> {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly change: (value: string) => Partial<T>;
}
