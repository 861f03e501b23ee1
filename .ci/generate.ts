/** `npm run generate`: writes what is made from the contract and checked in. */
import { writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { openapiDocument } from './openapi.js';
import { recordExamples } from './record-examples.js';

const file = 'src/contract/openapi.json';
const options = await resolveConfig(file, { config: '.ci/prettier.json' });
const text = await format(JSON.stringify(openapiDocument(await recordExamples())), { ...options, filepath: file });
writeFileSync(file, text);
process.stdout.write(`${file}: ${Math.round(text.length / 1024)} kB\n`);
