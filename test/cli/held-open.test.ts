import { readdirSync } from 'node:fs';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { milepost } from '../support/milepost.js';
import { levels } from '../support/questionnaire.js';

/** What the system answers when a file is to be put in its place; undefined lets it be. */
let fault: string | undefined;

vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>();
  return {
    ...fs,
    renameSync: (from: string, to: string) => {
      if (fault === undefined) return fs.renameSync(from, to);
      const error = Object.assign(new Error(`${fault}: rename`), { code: fault, syscall: 'rename' });
      throw error;
    },
  };
});

afterEach(() => {
  fault = undefined;
});

const files = { 'q.yaml': levels(2), 'a.csv': 'response_id,q1,q2\nr1,1,2\nr2,1,9\n' };

/** Every command that writes a file, and the file that it writes. */
const commands: readonly (readonly [string, string])[] = [
  ['import q.yaml a.csv -o out.jsonl', 'out.jsonl'],
  ['import q.yaml a.csv --ledger ledger.json', 'ledger.json'],
  ['import q.yaml a.csv --rejects rejects.csv', 'rejects.csv'],
  ['import q.yaml a.csv --rejects rejects.xlsx', 'rejects.xlsx'],
  ['import q.yaml a.csv --map-init map.yaml', 'map.yaml'],
  ['score q.yaml a.csv -o scores.csv', 'scores.csv'],
  ['compare q.yaml a.csv --by response -o table.html', 'table.html'],
  ['explain q.yaml a.csv --response r1 -o why.md', 'why.md'],
  ['form q.yaml -o form.xlsx', 'form.xlsx'],
  ['check q.yaml --format json -o found.json', 'found.json'],
  ['migrate q.yaml q.yaml a.csv -o out.jsonl', 'out.jsonl'],
];

describe('a file that another program holds open', () => {
  test.each(commands)('%s: says so, exits with 2, and leaves nothing half written', async (command, file) => {
    for (const code of ['EBUSY', 'EPERM', 'EACCES']) {
      fault = code;
      const { exit, err, folder } = await milepost(command, { files });
      expect(exit).toBe(2);
      expect(err).toMatch(new RegExp(`${file} cannot be written: .*another program holds it open`));
      expect(err).not.toMatch(/ at .*:\d+:\d+/);
      expect(readdirSync(folder).sort()).toEqual(['a.csv', 'q.yaml']);
    }
  });
});
