import { describe, expect, it, vi } from 'vitest';
import { PagedRows } from './paged-rows.ts';

const row = (index: number) => ({ index });
const page = (offset: number, limit: number) =>
  Array.from({ length: limit }, (_, i) => row(offset + i));

describe('PagedRows', () => {
  it('fetches the pages in sight once and says when they have arrived', async () => {
    const fetch = vi.fn((offset: number, limit: number) => Promise.resolve(page(offset, limit)));
    const changed = vi.fn();
    const rows = new PagedRows(fetch, changed);
    rows.want(90, 110);
    expect(rows.at(95)).toBeNull();
    await vi.waitFor(() => expect(changed).toHaveBeenCalledTimes(2));
    expect(rows.at(95)).toEqual(row(95));
    expect(rows.at(105)).toEqual(row(105));
    expect(fetch.mock.calls.map(([offset]) => offset)).toEqual([0, 100]);
  });

  it('does not ask for what a quick scroll only passes', async () => {
    vi.useFakeTimers();
    const fetch = vi.fn((offset: number, limit: number) => Promise.resolve(page(offset, limit)));
    const rows = new PagedRows(fetch, () => undefined);
    rows.want(0, 20);
    for (let first = 500; first <= 9000; first += 500) rows.want(first, first + 20);
    await vi.advanceTimersByTimeAsync(500);
    vi.useRealTimers();
    expect(fetch.mock.calls.map(([offset]) => offset)).toEqual([0, 9000]);
  });

  it('drops replies that come after it was closed', async () => {
    const replies: ((rows: { index: number }[]) => void)[] = [];
    const changed = vi.fn();
    const rows = new PagedRows(
      () => new Promise<{ index: number }[]>((resolve) => replies.push(resolve)),
      changed,
    );
    rows.want(0, 20);
    rows.close();
    replies[0]?.([row(0)]);
    await Promise.resolve();
    await Promise.resolve();
    expect(changed).not.toHaveBeenCalled();
    expect(rows.at(0)).toBeNull();
  });

  it('reports a failure and asks again when the rows come back into sight', async () => {
    const cause = new Error('no connection');
    const fetch = vi
      .fn()
      .mockRejectedValueOnce(cause)
      .mockResolvedValue([row(0)]);
    const changed = vi.fn();
    const rows = new PagedRows<{ index: number }>(fetch, changed);
    rows.want(0, 20);
    await vi.waitFor(() => expect(changed).toHaveBeenCalledWith(cause));
    rows.want(0, 20);
    await vi.waitFor(() => expect(rows.at(0)).toEqual(row(0)));
  });
});
