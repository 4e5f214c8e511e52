/**
 * What the journal in a page's browser holds, checked by rules of its own: the sums of entries, sources and columns are
 * computed anew here, with nothing of the app.
 * @typedef {{
 *   version: number,
 *   entries: Record<string, any>[],
 *   faults: string[],
 * }} Found
 * @param {import('playwright').Page} page a page of the app's origin
 * @returns {Promise<Found>}
 */
export function readJournal(page) {
  return page.evaluate(async () => {
    const database = await /** @type {Promise<IDBDatabase>} */ (
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('dinamika');
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error);
      })
    );
    const all = (/** @type {string} */ store) =>
      /** @type {Promise<any[]>} */ (
        new Promise((resolve, reject) => {
          if (!database.objectStoreNames.contains(store)) return resolve([]);
          const reading = database.transaction(store).objectStore(store).getAll();
          reading.onsuccess = () => resolve(reading.result);
          reading.onerror = () => reject(reading.error);
        })
      );
    const hash = async (/** @type {ArrayBuffer | Uint8Array<ArrayBuffer>} */ bytes) =>
      [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))]
        .map((byte) => byte.toString(16).padStart(2, '0'))
        .join('');
    /** @type {(value: unknown) => string} */
    const say = (value) => {
      if (Array.isArray(value)) return `[${value.map(say).join(',')}]`;
      if (typeof value !== 'object' || value === null)
        return value === undefined ? 'undefined' : JSON.stringify(value);
      const names = Object.keys(value).sort();
      const inside = /** @type {Record<string, unknown>} */ (value);
      return `{${names.map((name) => `${JSON.stringify(name)}:${say(inside[name])}`).join(',')}}`;
    };
    const [entries, sources, columns, chain] = await Promise.all(
      ['entries', 'sources', 'columns', 'chain'].map(all),
    );
    database.close();
    const faults = [];
    let former = '';
    for (const { sum, ...content } of entries ?? []) {
      if ((await hash(new TextEncoder().encode(say(content)))) !== sum)
        faults.push(`entry ${content.seq} does not match its sum`);
      if (content.before !== former) faults.push(`entry ${content.seq} does not follow`);
      former = sum;
    }
    const end = chain?.[0];
    if (end && end.sum !== former) faults.push('the chain does not end where it says');
    const known = new Set();
    for (const { sha256, bytes } of sources ?? []) {
      known.add(sha256);
      if ((await hash(await bytes.arrayBuffer())) !== sha256) faults.push(`source ${sha256}`);
    }
    for (const { importId, records, sums } of columns ?? []) {
      known.add(importId);
      for (const [kind, blob] of Object.entries(records))
        if (sums && (await hash(await blob.arrayBuffer())) !== sums[kind])
          faults.push(`columns ${importId} ${kind}`);
    }
    for (const { kind, importId, source } of entries ?? [])
      if (kind === 'import' && !(known.has(importId) && known.has(source.sha256)))
        faults.push(`import ${importId} is not whole`);
    const spoken = new Set(
      entries?.flatMap((entry) =>
        entry.kind === 'import' ? [entry.importId, entry.source.sha256] : [],
      ),
    );
    for (const key of known) if (!spoken.has(key)) faults.push(`bytes of nothing: ${key}`);
    return { version: database.version, entries: entries ?? [], faults };
  });
}
