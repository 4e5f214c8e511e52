import { loadProgram } from './check/bundle.js';
import { requireNode } from './install.js';

requireNode();
const { program, reader } = await loadProgram('check');
const { main } = /** @type {typeof import('./check/main.ts')} */ (program);
process.exitCode = await main(process.argv.slice(2), reader);
