// What a check cannot do without: node parse-yaml.mjs FILE|FOLDER
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const { parse } = await import('yaml');
const [, , path] = process.argv;
const files = statSync(path).isDirectory() ? readdirSync(path).map((name) => join(path, name)) : [path];
for (const file of files) parse(readFileSync(file, 'utf8'));
