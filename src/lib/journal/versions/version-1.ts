import type { Migration } from './stores.ts';

/** Entries, sources and columns, each in a store. */
export const version1: Migration = async (db) => {
  db.createObjectStore('entries', { keyPath: 'seq', autoIncrement: true });
  db.createObjectStore('sources', { keyPath: 'sha256' });
  db.createObjectStore('columns', { keyPath: 'importId' });
};
