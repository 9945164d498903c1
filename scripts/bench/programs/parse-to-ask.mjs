// What an interview cannot do without: its libraries, and the definition parsed: node parse-to-ask.mjs FILE
import { readFileSync } from 'node:fs';
import { Environment } from '@marcbachmann/cel-js';
import { Command } from 'commander';
import { parse } from 'yaml';

new Command().parse([], { from: 'user' });
new Environment();
parse(readFileSync(process.argv[2], 'utf8'));
