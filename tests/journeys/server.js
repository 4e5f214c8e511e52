import { fileURLToPath } from 'node:url';
import { serve } from '../../src/commands/serve.js';

await serve({
  folder: process.argv[3] ?? fileURLToPath(new URL('../../build', import.meta.url)),
  port: Number(process.argv[2]),
  base: '/lyceum/dinamika',
});
