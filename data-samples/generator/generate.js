import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { describeSample } from './expected.js';
import { createContext } from './files/context.js';
import { writeEveryFile } from './files/every-file.js';
import { printJson } from './print-json.js';
import { describeInWords } from './readme.js';
import { createSchool } from './school.js';

const seed = 9;
const home = dirname(dirname(fileURLToPath(import.meta.url)));
const { values } = parseArgs({ options: { out: { type: 'string', default: home } } });
const target = resolve(values.out);

const school = createSchool(seed);
const files = writeEveryFile(createContext(school, seed));
const expected = describeSample(school, files, seed);

mkdirSync(target, { recursive: true });
for (const { name, bytes } of files) writeFileSync(join(target, name), bytes);
writeFileSync(join(target, 'expected.json'), `${printJson(expected)}\n`);
writeFileSync(join(target, 'README.md'), describeInWords(files, expected));
