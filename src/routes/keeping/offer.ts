/** One way to take something along: it hands it over and says what came of it, in words. */
export interface Offer {
  readonly label: string;
  readonly act: () => Promise<string>;
}
