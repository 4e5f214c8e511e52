import { describe, expect, it } from 'vitest';
import { rememberAnswers } from './answer-cache.ts';
import type { Answer, Engine } from './engine.ts';

/** An engine that counts what it is asked and answers with so many rows as the text says. */
function countingEngine() {
  const asked: string[] = [];
  let version = 0;
  const loads: (() => void)[] = [];
  const engine: Engine = {
    load: () =>
      new Promise((resolve) => {
        loads.push(() => {
          version += 1;
          resolve();
        });
      }),
    ask: (sql) => {
      asked.push(sql);
      const length = Number(sql.split(' ')[0]);
      const answer: Answer = {
        length,
        columns: { version: new Array<number>(length).fill(version) },
      };
      return Promise.resolve(answer);
    },
    copy: () => Promise.resolve({}),
    close: () => Promise.resolve(),
  };
  return { engine, asked, loads };
}

describe('remembered answers', () => {
  it('are given again without asking', async () => {
    const { engine, asked } = countingEngine();
    const cached = rememberAnswers(engine);
    const first = await cached.ask('3 a');
    expect(await cached.ask('3 a')).toBe(first);
    await cached.ask('3 b');
    expect(asked).toEqual(['3 a', '3 b']);
  });

  it('are forgotten when tables change, also those that were under way', async () => {
    const { engine, asked, loads } = countingEngine();
    const cached = rememberAnswers(engine);
    await cached.ask('1 a');
    const loading = cached.load({});
    const during = await cached.ask('1 a');
    loads.forEach((done) => done());
    await loading;
    const after = await cached.ask('1 a');
    expect(during.columns['version']?.[0]).toBe(0);
    expect(after.columns['version']?.[0]).toBe(1);
    expect(asked).toEqual(['1 a', '1 a', '1 a']);
  });

  it('give way to newer ones when there are too many, the longest unused first', async () => {
    const { engine, asked } = countingEngine();
    const cached = rememberAnswers(engine, 10);
    for (const sql of ['2 a', '2 b', '2 c', '2 d', '2 e', '2 a', '2 f', '2 a', '2 b']) {
      await cached.ask(sql);
    }
    expect(asked).toEqual(['2 a', '2 b', '2 c', '2 d', '2 e', '2 f', '2 b']);
  });

  it('are not kept where one would crowd out the others', async () => {
    const { engine, asked } = countingEngine();
    const cached = rememberAnswers(engine, 10);
    await cached.ask('3 a');
    await cached.ask('3 a');
    expect(asked).toEqual(['3 a', '3 a']);
  });

  it('are not given to one who no longer wants them', async () => {
    const { engine } = countingEngine();
    const cached = rememberAnswers(engine);
    await cached.ask('1 a');
    await expect(cached.ask('1 a', AbortSignal.abort(new Error('enough')))).rejects.toThrow(
      'enough',
    );
  });
});
