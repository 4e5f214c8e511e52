import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Answer, Engine } from '../engine.ts';
import { watchEngine } from './watched-engine.ts';

const answer: Answer = { length: 0, columns: {} };
const silence = 1000;

function watched(ping: () => Promise<unknown>) {
  const worker = Object.assign(new EventTarget(), { terminate: vi.fn() });
  const answers: ((value: Answer) => void)[] = [];
  const inner: Engine = {
    load: () => Promise.resolve(),
    ask: () => new Promise((resolve) => answers.push(resolve)),
    copy: () => Promise.resolve({}),
    close: vi.fn(() => Promise.resolve()),
  };
  const onlost = vi.fn();
  return { engine: watchEngine(inner, { worker, ping, silence, onlost }), worker, answers, onlost };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('tells whoever waits, and whoever asks later, that the worker has broken', async () => {
  const { engine, worker, onlost } = watched(() => Promise.resolve());
  const asked = expect(engine.ask('a')).rejects.toMatchObject({ reason: 'lost' });
  worker.dispatchEvent(new Event('error'));
  await asked;
  await expect(engine.ask('b')).rejects.toMatchObject({ reason: 'lost' });
  expect(onlost).toHaveBeenCalledOnce();
  expect(worker.terminate).toHaveBeenCalledOnce();
});

it('notices a worker that gives no sign of life while it has something to do', async () => {
  const { engine, onlost } = watched(() => new Promise(() => undefined));
  const asked = expect(engine.ask('a')).rejects.toMatchObject({ reason: 'lost' });
  await vi.advanceTimersByTimeAsync(silence);
  await asked;
  expect(onlost).toHaveBeenCalledOnce();
});

it('waits as long as a query takes whose worker lives, and watches nothing when all is answered', async () => {
  const ping = vi.fn(() => Promise.resolve());
  const { engine, answers, onlost } = watched(ping);
  const asked = engine.ask('a');
  await vi.advanceTimersByTimeAsync(20 * silence);
  answers[0]?.(answer);
  expect(await asked).toBe(answer);
  const pings = ping.mock.calls.length;
  await vi.advanceTimersByTimeAsync(20 * silence);
  expect(ping).toHaveBeenCalledTimes(pings);
  expect(onlost).not.toHaveBeenCalled();
});

it('is not lost by being closed', async () => {
  const { engine, worker, onlost } = watched(() => Promise.resolve());
  await engine.close();
  worker.dispatchEvent(new Event('error'));
  expect(onlost).not.toHaveBeenCalled();
});
