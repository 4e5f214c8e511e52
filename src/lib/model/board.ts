/** A board as it is stored: its panels in the words of the address, which the app that reads it checks. */
export interface StoredBoard {
  readonly id: string;
  readonly name: string;
  readonly panels: readonly Readonly<Record<string, string>>[];
}
