import { totalmem } from 'node:os';

const megabyte = 1_000_000;

/** How much time of the processor the reading of so many bytes may take, in milliseconds. */
export function timeLimit(size: number): number {
  return 9000 + (2000 * size) / megabyte;
}

/** How long to wait by the clock for so many bytes to be read, in milliseconds: a machine may be busy with other things. */
export function patienceFor(size: number): number {
  return 5 * timeLimit(size);
}

/** How much memory a process that reads so many bytes may hold, in bytes. */
export function memoryLimit(size: number): number {
  return Math.min(900 * megabyte + 16 * size, 4000 * megabyte, 0.6 * totalmem());
}
