import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { milepost } from '../support/milepost.js';
import { commandLines } from './command-lines.js';
import { root } from './pages.js';

/** The interview that the page has for an example. */
const shown = 'digital-maturity-20261123-1000-3f9a';

/** What is typed in the workshop: nothing more of who is asked, how many are there, and one answer, voted on. */
const begun = ['', '', '', '', '8', 'go How does the corporate plan deal', '3x2 5x3', '3', 'quit'];
const resumed = ['', '', '', '', 'finish', 'yes'];

test('every command of the page runs, in the order in which they are shown', async () => {
  const cwd = mkdtempSync(join(tmpdir(), 'milepost-facilitation-'));
  try {
    for (const folder of ['questionnaires', 'examples']) {
      cpSync(join(root, folder), join(cwd, folder), { recursive: true });
    }
    const lines = commandLines().filter(({ name }) => name.startsWith('docs/facilitation.md:'));
    expect(lines.length).toBeGreaterThan(10);
    let held = '';
    for (const { name, words } of lines) {
      const args = words.slice(1).map((word) => word.replace(shown, held));
      const isInterview = args[0] === 'interview';
      const { exit, err } = await milepost(isInterview ? [...args, '--plain'] : args, {
        cwd,
        now: () => Date.UTC(2026, 10, 23, 10),
        stdin: isInterview ? `${(held === '' ? begun : resumed).join('\n')}\n` : '',
      });
      expect({ exit, err }, `${name}: ${args.join(' ')}`).toMatchObject({ exit: 0 });
      if (isInterview && held === '') {
        held = heldIn(join(cwd, 'interviews'));
        writeFileSync(
          join(cwd, 'adjustments.csv'),
          `wave,response_id,question,from,to,kind,because,by,on\n2026,${held},strategy_outcomes,3,2,correction,No measure was found,J. Smith,2026-11-30\n`,
        );
      }
    }
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
}, 180_000);

/** The id of the one interview in a folder. */
function heldIn(folder: string): string {
  const [file = ''] = readdirSync(folder);
  return file.replace('.journal.jsonl', '');
}
