import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openTerminal, type PseudoTerminal } from '../../support/pseudo-terminal.js';
import { withoutTerminals } from '../../support/tmux.js';
import { type FullDisk, sizeLimit, tmpfs } from './disks.js';
import { type Driven, plain, type Step, screen } from './driven.js';
import { commandLine, keptIn, seed } from './kept.js';
import { after, beginning, type Expected, numbers, sequence, stepAt } from './model.js';

const tries = 3;

describe.each([tmpfs, sizeLimit])('$name', ({ missing, make }) => {
  const why = withoutTerminals ?? missing;
  describe.skipIf(why !== undefined)(why ?? 'in a terminal', () => {
    test.each([plain, screen])(
      `$name says so at a random write (seed ${seed}); nothing is lost, and it goes on once there is room`,
      async (driven) => {
        const random = sequence(seed);
        for (let i = 0; i < tries; i += 1) {
          const cwd = mkdtempSync(join(tmpdir(), 'milepost-full-'));
          const disk = make(cwd, 4096 + Math.floor(random() * 16_000));
          try {
            writeFileSync(join(cwd, 'q.yaml'), numbers);
            await interviewOn(driven, disk, cwd, random);
          } finally {
            disk.remove();
            rmSync(cwd, { recursive: true, force: true });
          }
        }
      },
      tries * 60_000,
    );
  });
});

async function interviewOn(driven: Driven, disk: FullDisk, cwd: string, random: () => number): Promise<void> {
  const { folder, before: limited, makeRoom, says } = disk;
  const how = ['--set', 'organisation=Northbridge', '--out', folder];
  const terminal = openTerminal([...limited, ...commandLine(driven, how)], { cwd });
  try {
    await driven.begin(terminal);
    const { known, step, before: sent } = await untilFull(driven, terminal, folder, random, says);
    makeRoom(terminal.pid);
    const next = after(known, step);
    driven.again(terminal, step);
    const screen = await terminal.until(
      (now) => driven.confirms(now, { step, before: sent, next }),
      'the step after there is room',
    );
    expect(keptIn(folder, [next], screen)).toEqual(next);
    await driven.finish(terminal);
    expect(await terminal.ended()).toBe(0);
    const response = readdirSync(folder).find((name) => name.endsWith('.json')) ?? '';
    expect(JSON.parse(readFileSync(join(folder, response), 'utf8')).answers).toEqual(next.answers);
  } finally {
    terminal.close();
  }
}

/** Goes on until the disk takes no more; gives what is kept then, and which step was refused, after how many. */
async function untilFull(
  driven: Driven,
  terminal: PseudoTerminal,
  folder: string,
  random: () => number,
  says: RegExp,
): Promise<{ readonly known: Expected; readonly step: Step; readonly before: number }> {
  let known = beginning;
  for (let before = 0; ; before += 1) {
    const step = stepAt(known, random);
    const next = after(known, step);
    driven.perform(terminal, step);
    const screen = await terminal.until(
      (now) => says.test(now) || driven.confirms(now, { step, before, next }),
      `step ${before + 1}`,
    );
    if (says.test(screen)) {
      expect(screen).toMatch(/the\s+journal\s+could\s+not\s+be\s+written/);
      return { known: keptIn(folder, [known, { ...next, at: known.at }], screen), step, before: before + 1 };
    }
    known = keptIn(folder, [next], screen);
  }
}
