import { Worker } from 'node:worker_threads';

/** The signal by which a process ends that took too long; one that took too much memory ends by SIGKILL. */
export const lateSignal = 'SIGTERM';

const watch = `
  const { workerData } = require('node:worker_threads');
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL');
    const [megabytes, deadline] = workerData;
    if (megabytes === 0) return;
    if (process.memoryUsage.rss() / 1e6 > megabytes) process.kill(process.pid, 'SIGKILL');
    const { user, system } = process.cpuUsage();
    if ((user + system) / 1000 > deadline) process.kill(process.pid, '${lateSignal}');
  }, 40);`;

/**
 * Ends this process when it takes more memory or more time of the processor than it may, or when the process that started it
 * is gone. It watches from a thread of its own, since a file that does harm seldom lets its own thread come up for breath. It
 * counts the processor's time, not the clock's: on a busy machine a file is not to blame for waiting.
 */
export class Guard {
  #limits = new Int32Array(new SharedArrayBuffer(8));

  constructor() {
    new Worker(watch, { eval: true, workerData: this.#limits }).unref();
  }

  /**
   * Allows so many bytes in all, and so many milliseconds from now on.
   * @param {number} bytes
   * @param {number} milliseconds
   */
  allow(bytes, milliseconds) {
    const { user, system } = process.cpuUsage();
    this.#limits[1] = (user + system) / 1000 + milliseconds;
    this.#limits[0] = Math.max(1, bytes / 1e6);
  }
}
