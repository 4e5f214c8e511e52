import { loadProgram } from './check/bundle.js';
import { requireNode } from './install.js';

requireNode();
const { program, reader } = await loadProgram('corpus');
const { main } = /** @type {typeof import('./corpus/main.ts')} */ (program);
process.exitCode = await main(process.argv.slice(2), reader);
