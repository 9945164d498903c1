// What a check cannot do without: node parse-yaml.mjs FILE
import { readFileSync } from 'node:fs';

const { parse } = await import('yaml');
parse(readFileSync(process.argv[2], 'utf8'));
