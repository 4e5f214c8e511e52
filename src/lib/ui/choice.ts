/** One of the values that a person may choose from. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly note?: string;
  readonly group?: string;
  readonly disabled?: boolean;
  /** Why it cannot be chosen, or what it does, in words. */
  readonly hint?: string;
}

/** Choices by group in the order of first appearance; those without a group stand under the empty name. */
export function groupChoices(choices: readonly Choice[]): [string, Choice[]][] {
  const groups = new Map<string, Choice[]>();
  for (const choice of choices) {
    const members = groups.get(choice.group ?? '');
    if (members) members.push(choice);
    else groups.set(choice.group ?? '', [choice]);
  }
  return [...groups];
}
