import { expose } from 'comlink';
import { checkFile, type CheckedFile } from './check-file.ts';

const api = { check: (file: File): Promise<CheckedFile> => checkFile(file) };

/** The calls that the worker answers. */
export type CheckWorkerApi = typeof api;

expose(api);
