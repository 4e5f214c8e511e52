import { expect, test } from 'vitest';
import { SandboxRefusal, type Sandbox, type SandboxAnswer } from '#lib/engine/sandbox.ts';
import { Console } from './console.svelte.ts';

const answer: SandboxAnswer = { length: 0, columns: [], isCut: false };

/** A sandbox whose queries end when the test says so. */
function scripted() {
  const asked = new Map<string, { resolve: () => void; reject: (cause: unknown) => void }>();
  let renewals = 0;
  const sandbox: Sandbox = {
    prepare: () => Promise.resolve(),
    run: (sql, signal) =>
      new Promise((resolve, reject) => {
        asked.set(sql, { resolve: () => resolve(answer), reject });
        signal?.addEventListener('abort', () => reject(signal.reason as Error));
      }),
    renew: () => (renewals += 1),
    close: () => undefined,
  };
  return { sandbox, asked, renewals: () => renewals };
}

test('the last good answer stays while others fail, and the fault says whose it is', async () => {
  const { sandbox, asked } = scripted();
  const console = new Console(sandbox);
  const good = console.run('good');
  expect(console.since).not.toBeNull();
  asked.get('good')?.resolve();
  await good;
  expect(console.since).toBeNull();
  const bad = console.run('bad');
  const refusal = new SandboxRefusal('sql', 'Parser Error: x', { line: 1, column: 1 });
  asked.get('bad')?.reject(refusal);
  await bad;
  expect(console.fault).toEqual({ kind: 'refused', refusal, text: 'bad' });
  expect(console.answered?.text).toBe('good');
  const better = console.run('better');
  expect(console.fault).toBeNull();
  asked.get('better')?.resolve();
  await better;
  expect(console.answered?.text).toBe('better');
});

test('a stopped query says so, and stopping nothing says that there was nothing', async () => {
  const { sandbox } = scripted();
  const console = new Console(sandbox);
  expect(console.stop()).toBe(false);
  const long = console.run('long');
  expect(console.stop()).toBe(true);
  await long;
  expect(console.fault).toEqual({ kind: 'stopped' });
  expect(console.since).toBeNull();
});

test('a later query wins over one that runs, which leaves no trace', async () => {
  const { sandbox, asked } = scripted();
  const console = new Console(sandbox);
  const [former, later] = [console.run('former'), console.run('later')];
  await former;
  expect(console.since).not.toBeNull();
  asked.get('later')?.resolve();
  await later;
  expect(console.answered?.text).toBe('later');
  expect(console.fault).toBeNull();
});

test('other records end the query that runs and take a new copy', async () => {
  const { sandbox, renewals } = scripted();
  const console = new Console(sandbox);
  const running = console.run('running');
  console.renew();
  await running;
  expect(console.fault).toEqual({ kind: 'renewed' });
  expect(renewals()).toBe(1);
});

test('what is no refusal is kept with its cause', async () => {
  const { sandbox, asked } = scripted();
  const console = new Console(sandbox);
  const running = console.run('x');
  const cause = new Error('no worker');
  asked.get('x')?.reject(cause);
  await running;
  expect(console.fault).toEqual({ kind: 'failed', cause });
});
