import { loadProgram } from './check/bundle.js';
import { requireNode, root } from './install.js';

requireNode();
const { program } = await loadProgram('report');
const { main } = /** @type {typeof import('./report/main.ts')} */ (program);
process.exitCode = await main(process.argv.slice(2), root);
