/** Waits until the bytes of a file up to, but not including, `end` are there; null where they are there already. */
export type Arrival = (end: number) => Promise<void> | null;

/** The arrival of bytes that are all there. */
export const arrived: Arrival = () => null;
