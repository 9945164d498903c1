import { test } from 'vitest';
import { writeFileSync } from 'node:fs';
import { valid, check } from './base.js';
// @ts-ignore
import { edits } from '/tmp/mp/edits.mjs';
test('x', async () => {
  let log = '';
  const say = (t: string, f: any, ln?: number) => { log += `## ${t} [edit line ${ln}]\n` + f.map((x: any) => `   ${x.severity} ${x.rule} ${x.file}:${x.line}:${x.column} ${x.message}${x.help ? ' | ' + x.help : ''}\n`).join(''); };
  say('VALID', await check(valid));
  for (const [name, from, to] of edits) {
    if (!valid.includes(from)) { log += `!! ${name} no such text\n`; continue; }
    const edited = valid.replace(from, () => to);
    const a = valid.split('\n'), b = edited.split('\n');
    let i = 0; while (a[i] === b[i]) i++;
    try { say(name, await check(edited), i + 1); } catch (e) { log += `!! ${name} THROWS ${e}\n`; }
  }
  writeFileSync('/tmp/mp/log.txt', log);
});
